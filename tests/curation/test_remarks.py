"""Remarks on an entry while it is written: about it alone, and soon."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.curation import remarks, unsupported_by
from bot.curation.edit import AddEntry, AddWording, Proposal, SetField, edited
from bot.knowledge import Manuscript, read_manuscript

FERRY = Path(__file__).parents[1] / "data" / "ferry.yaml"
PIER = Proposal(
    "Which year did flames take it?", "In 2016.", "", ("It replaces a pier that burned down in 2016.",), (), "", "", ()
)


@pytest.fixture(scope="module")
def ferry() -> Manuscript:
    return read_manuscript(FERRY)


@pytest.fixture(scope="module")
def answerer(ferry: Manuscript) -> Answerer:
    return Answerer([ferry.knowledge])


def told(answerer: Answerer, ferry: Manuscript, proposal: Proposal) -> str:
    return "\n".join(remark.what for remark in remarks(answerer, ferry, [AddEntry(proposal)], proposal))


def test_a_figure_that_no_passage_holds_is_told_of_the_entry_at_hand_alone(answerer: Answerer, ferry: Manuscript) -> None:
    faulty = edited(ferry, [SetField("terminal-cost", "answer", "The new ferry terminal cost €19 million.")])
    said = told(answerer, faulty, replace(PIER, answer="In 2017."))
    assert "2017" in said
    assert "19" not in said


def test_no_more_than_forty_wordings_are_asked_and_the_rest_is_told(answerer: Answerer, ferry: Manuscript) -> None:
    taken = "what was the price of the ferry terminal"  # it gets another entry's answer
    others = tuple(f"flames number {number}" for number in range(60))
    assert "terminal-cost" in told(answerer, ferry, replace(PIER, phrasings=(taken, *others)))
    late = told(answerer, ferry, replace(PIER, phrasings=(*others, taken)))
    assert "terminal-cost" not in late
    assert "22 of its 62 wordings were not asked here" in late


def test_only_what_is_newly_said_needs_its_support(ferry: Manuscript) -> None:
    wrong = edited(ferry, [SetField("terminal-cost", "answer", "The new ferry terminal cost €19 million.")])
    [fault] = unsupported_by(ferry, wrong)
    assert "19 million" in fault.what
    assert not unsupported_by(wrong, edited(wrong, [AddWording("terminal-cost", "what sum did the hall take")]))
    assert not unsupported_by(ferry, edited(wrong, [SetField("terminal-cost", "draft", "true")]))
