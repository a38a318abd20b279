"""A probe: which questions go wrong, and what may be done about them; what is written is proven by asking again."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.curation.edit import AddEntry, AddSynonym, AddWording, edited, save, single_manuscript
from bot.curation.probe import (
    Probe,
    ProbeQuestion,
    Way,
    Wrong,
    probe,
    questions_of,
    quick_probe,
    ready_note,
    synonyms_that_mend,
    ways,
)
from bot.knowledge import Knowledge

TRAP = ProbeQuestion("asks", "who besides Mayor Novak opened the bridge in 2019?", "opened", "Who opened the bridge in 2019?")
MISSED = ProbeQuestion("synonym", "Which covenant was renewed?", "renewed", "Which treaty was renewed?", "treaty", "covenant")


def wrong(asked: ProbeQuestion) -> Wrong:
    return Wrong(asked, "answer", asked.entry, 1.0, False, "")


def taken(path: Path, way: Way) -> Answerer:
    """Return what answers once a way was taken."""
    before = single_manuscript(path)
    save(before, edited(before, way.edits).text)
    return Answerer([single_manuscript(path).knowledge], encoder="none")


def test_a_trap_is_wrong_where_the_answer_of_its_entry_is_given(answerer: Answerer) -> None:
    asked = ProbeQuestion("year", "who opened the bridge, and when", "opened", "Who opened the bridge in 2019?")
    [found] = probe(answerer, [asked]).wrong
    assert (found.asked, found.outcome, found.replied) == (asked, "answer", "opened")


def test_a_trap_that_another_entry_answers_is_none(answerer: Answerer) -> None:
    other = ProbeQuestion("asks", TRAP.question, "sank", "")
    assert probe(answerer, [other]).wrong == ()


def test_a_paraphrase_is_missed_where_its_entry_is_not_answered(answerer: Answerer) -> None:
    lost = ProbeQuestion("synonym", "how deep is the lake", "sank", "")
    found = probe(answerer, [lost])
    assert (found.missed, found.answered, found.wrong[0].asked) == (1, 0, lost)


def test_the_surest_are_first_and_progress_is_told_of_each(answerer: Answerer, knowledge: Knowledge) -> None:
    steps: list[None] = []
    found = probe(answerer, questions_of([knowledge], 50), lambda: steps.append(None))
    sure = [one.confidence for one in found.wrong]
    assert len(steps) == len(found.asked) > 60
    assert sure == sorted(sure, reverse=True)
    assert found.traps + found.paraphrases == len(found.asked)


def test_a_quick_probe_asks_two_and_two_of_an_entry_at_most(answerer: Answerer) -> None:
    found = quick_probe(answerer, entries=3)
    assert 6 <= len(found.asked) <= 12
    assert found == quick_probe(answerer, entries=3)


def test_a_trap_is_taken_as_not_answered_under_a_note_that_is_true_by_itself(path: Path, knowledge: Knowledge) -> None:
    [note, *_] = ways(wrong(TRAP), knowledge)
    [edit] = note.edits
    assert isinstance(edit, AddEntry)
    assert edit.proposal.note == "The article says only: “Mayor Novak opened the Sava bridge in 2019.”"
    assert probe(taken(path, note), [TRAP]).wrong == ()


def test_a_second_trap_of_an_entry_is_a_wording_under_the_same_note(knowledge: Knowledge) -> None:
    [first, *_] = ways(wrong(TRAP), knowledge)
    [second, *_] = ways(wrong(TRAP), knowledge, pending=first.edits)
    assert second.edits == (AddWording("only-opened", TRAP.question),)


def test_an_answer_that_is_a_sentence_is_the_note(knowledge: Knowledge) -> None:
    notes = {entry.id: ready_note(entry, knowledge) for entry in knowledge.entries}
    assert notes["praised"] == "The article says only that Kos praised Novak for the plan."
    assert notes["renewed"] == "The article says only: “Croatia renewed its treaty with the railway.”"


@pytest.mark.parametrize("taking", ["wording", "synonym"])
def test_a_missed_paraphrase_is_answered_once_it_is_taken(path: Path, knowledge: Knowledge, taking: str) -> None:
    [way] = [way for way in ways(wrong(MISSED), knowledge) if way.taking == taking]
    assert probe(taken(path, way), [MISSED]).wrong == ()


def test_what_is_dropped_changes_nothing_in_the_file(knowledge: Knowledge) -> None:
    [way] = [way for way in ways(wrong(MISSED), knowledge) if way.taking == "drop"]
    assert (way.edits, way.dropped) == ((), MISSED.question)


def test_a_synonym_that_mends_several_misses_is_proposed_with_them(knowledge: Knowledge) -> None:
    texts = ("Which covenant was renewed?", "what covenant did Croatia renew")
    missed = tuple(wrong(ProbeQuestion("synonym", text, "renewed", "", "treaty", "covenant")) for text in texts)
    found = Probe(tuple(one.asked for one in missed), missed)
    [mending] = synonyms_that_mend(found, knowledge, lambda other: Answerer([other], encoder="none"))
    assert (mending.edit, mending.mended) == (AddSynonym("treaty", ("covenant",)), missed)


def test_nothing_is_built_where_no_synonym_can_mend_several(knowledge: Knowledge) -> None:
    def never(_: Knowledge) -> Answerer:
        raise AssertionError

    assert synonyms_that_mend(Probe((MISSED,), (wrong(MISSED),)), knowledge, never) == ()


@pytest.mark.parametrize("answer", ["It opened in 2019.", "That the bridge was opened in 2019.", "Their bridge was opened."])
def test_a_note_never_speaks_of_what_only_the_answer_names(knowledge: Knowledge, answer: str) -> None:
    entry = replace(knowledge.entries[0], answer=answer)
    assert ready_note(entry, knowledge) == "The article says only: “Mayor Novak opened the Sava bridge in 2019.”"
