"""The package as it is installed: it says that it is typed, names its program, and declares what it imports."""

import ast
import re
import sys
import tomllib
from importlib import import_module
from importlib.metadata import packages_distributions
from importlib.resources import files
from pathlib import Path

import pytest

from tests.loopback.process import REPO

PROJECT = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))
FOLDERS = {
    "bot": [
        *PROJECT["project"]["dependencies"],
        *(one for extra in PROJECT["project"]["optional-dependencies"].values() for one in extra),
    ],
    "tests": [
        *PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"], *PROJECT["dependency-groups"]["benchmarks"],
    ],
}  # fmt: skip


def imported(path: Path) -> set[str]:
    """Return the top names of the packages of others that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"bot", "tests"}


def folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_package_that_is_imported_is_declared(folder: str) -> None:
    declared = {folded(re.split(r"[<>=~\[ ]", requirement)[0]) for requirement in FOLDERS[folder]}
    providers = packages_distributions()
    wanted = set().union(*(imported(path) for path in (REPO / folder).rglob("*.py")))
    undeclared = {name for name in wanted if not declared & {folded(one) for one in (name, *providers.get(name, ()))}}
    assert undeclared <= {"Stemmer", "sklearn"}, "these two may not be installed, and are declared under other names"


def test_the_package_says_that_it_is_typed() -> None:
    assert files("bot").joinpath("py.typed").is_file()


def test_the_programs_entry_is_there() -> None:
    module, _, function = PROJECT["project"]["scripts"]["onrecord"].partition(":")
    assert callable(getattr(import_module(module), function))
