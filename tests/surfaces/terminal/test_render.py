"""Replies in a terminal: what is said, its passages with their place, and what else can be asked."""

import io

import pytest
from rich.console import Console

from bot.answering import About, Answerer, ClosestPassages, Contradicted, NotSaid, OffTopic, Outcome, Unclear
from bot.surfaces.terminal import Terminal
from bot.surfaces.wording import DID_YOU_MEAN, DOES_ANSWER, note


def shown(answerer: Answerer, reply: Outcome, *, columns: int | None = None) -> str:
    """Return what a terminal of so many columns shows of a reply; without columns, what a pipe gets."""
    out = io.StringIO()
    console = Console(
        file=out, width=columns or 80, soft_wrap=columns is None, force_terminal=columns is not None, color_system=None
    )
    Terminal(answerer, console).show(reply)
    return out.getvalue()


def test_an_answer_stands_above_its_passages_and_their_place(answerer: Answerer) -> None:
    reply = answerer.answer("what treaty was renewed?")
    lines = shown(answerer, reply).splitlines()
    assert "Treaty of Good-neighborliness and Friendly Cooperation" in lines[0]
    assert lines[1].startswith("  “The two sides officially declared the renewal")
    assert lines[2] == "  — TDI, Beijing, 15 December 2021, paragraph 5"


def test_suggestions_are_asked_back_as_a_list(answerer: Answerer, doubtful: str) -> None:
    lines = shown(answerer, answerer.answer(doubtful)).splitlines()
    assert lines[0] == DID_YOU_MEAN
    assert all(line.startswith("  • ") for line in lines[1:])
    assert DOES_ANSWER not in lines


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("who came with Putin?", NotSaid),
        ("what are the rules of the un security council", ClosestPassages),
        ("trade between China and India rose by how much", Contradicted),
        ("explain the balance of power theory", Unclear),
        ("best ramen near campus", OffTopic),
        ("thanks", About),
    ],
)
def test_what_is_no_answer_says_so_first(answerer: Answerer, question: str, kind: type[Outcome]) -> None:
    reply = answerer.answer(question)
    assert isinstance(reply, kind)
    assert shown(answerer, reply).splitlines()[0] == note(reply)


def test_a_line_that_wraps_stays_indented(answerer: Answerer) -> None:
    lines = shown(answerer, answerer.answer("what treaty was renewed?"), columns=40).splitlines()
    passage = next(place for place, line in enumerate(lines) if line.lstrip().startswith("“"))
    assert all(line.startswith("  ") for line in lines[passage:])
    assert max(map(len, lines)) <= 40
