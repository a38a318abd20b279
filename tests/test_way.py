"""The way of one question, as the guide tells it, is the way it takes."""

import ast
import re
from pathlib import Path

import pytest

from tests.loopback.process import REPO

STEPS = re.findall(r"^\d+\. `(bot/[\w/]+\.py):(\w+)`", (REPO / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)


def functions(path: Path) -> dict[str, ast.AST]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def names_in(node: ast.AST) -> set[str]:
    names = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return names | {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def reached(start: tuple[str, str]) -> set[str]:
    """Return the names that a function uses, and that the functions of its file which it uses do."""
    found = functions(REPO / start[0])
    seen, todo = set[str](), [start[1]]
    while todo:
        name = todo.pop()
        new = names_in(found[name]) - seen
        seen |= new
        todo += [one for one in new if one in found]
    return seen


def test_the_guide_tells_the_way_in_ten_steps() -> None:
    assert len(STEPS) == 10


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step[1])
def test_each_step_is_a_function_of_its_file(step: tuple[str, str]) -> None:
    path, name = step
    assert name in functions(REPO / path)


@pytest.mark.parametrize("place", range(1, len(STEPS)), ids=lambda place: STEPS[place][1])
def test_each_step_is_called_by_one_before_it(place: int) -> None:
    _, name = STEPS[place]
    callers = [*STEPS[:place], ("bot/matching/index.py", "scores")]  # the index keeps what the votes are counted from
    assert any(name in reached(step) for step in callers)
