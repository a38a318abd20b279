"""What taking a way changes in the file."""

import pytest

from bot.answering import Answerer
from bot.curation.edit import ChangedMeanwhileError, edited, save, single_manuscript
from bot.curation.learn import AsAnswer, AsNote, AsWording, edits_of, learned, supported, text_of, with_text
from bot.knowledge import Manuscript

WORDINGS = ("how deep did they reach into their pockets", "=cmd|' /C calc'!A0")


@pytest.fixture
def as_wording(ferry_answerer: Answerer) -> AsWording:
    return AsWording(ferry_answerer.entry("terminal-cost"), WORDINGS, 0.5, "the price", ())


def as_note(note: str = "The article does not say who painted it.") -> AsNote:
    return AsNote("Who painted the hall?", note, ("painter of the hall",), 0.5)


def test_wordings_go_to_their_entry(ferry: Manuscript, as_wording: AsWording) -> None:
    after = edited(ferry, edits_of(as_wording))
    [entry] = [entry for entry in after.knowledge.entries if entry.id == "terminal-cost"]
    assert entry.phrasings[-2:] == WORDINGS


def test_a_note_becomes_an_unanswered_entry_that_is_used(ferry: Manuscript) -> None:
    new = edited(ferry, edits_of(as_note())).knowledge.entries[-1]
    assert (new.question, new.phrasings, new.answered) == ("Who painted the hall?", ("painter of the hall",), False)
    assert new.note == "The article does not say who painted it."


def test_an_answer_becomes_an_entry_that_stands_on_its_sentence(ferry: Manuscript) -> None:
    article = ferry.knowledge.article
    sentence = next(s for s in article.sentences if "every 15 minutes" in article.text[s.start : s.end])
    passage = article.passage(sentence.start, sentence.end)
    way = AsAnswer("How often do boats leave?", passage.quote, passage, (), 0.5)
    after = edited(ferry, edits_of(with_text(way, "Every 15 minutes.")))
    [new] = [entry for entry in after.knowledge.entries if entry.question == "How often do boats leave?"]
    assert (new.answer, new.passages) == ("Every 15 minutes.", (passage,))


def test_a_person_leaves_wordings_out_by_leaving_out_their_lines(as_wording: AsWording) -> None:
    assert text_of(as_wording) == "\n".join(WORDINGS)
    assert with_text(as_wording, f"\n {WORDINGS[0]} \n\n") == AsWording(as_wording.entry, WORDINGS[:1], 0.5, "the price", ())


def test_a_note_is_one_line_however_it_was_typed() -> None:
    assert text_of(with_text(as_note(), "The article names\nno painter.\n")) == "The article names no painter."


def test_what_is_learned_is_counted_in_questions(as_wording: AsWording) -> None:
    assert learned([as_wording, as_note()]) == 4


def test_the_second_of_two_curators_is_told_that_the_file_has_changed(ferry: Manuscript, as_wording: AsWording) -> None:
    first, second = edited(ferry, edits_of(as_wording)), edited(ferry, edits_of(as_note()))
    save(ferry, first.text)
    with pytest.raises(ChangedMeanwhileError):
        save(ferry, second.text)
    assert single_manuscript(ferry.path).text == first.text


def test_an_answer_that_its_sentence_does_not_support_is_added_as_a_draft(ferry: Manuscript) -> None:
    article = ferry.knowledge.article
    sentence = next(s for s in article.sentences if "every 15 minutes" in article.text[s.start : s.end])
    passage = article.passage(sentence.start, sentence.end)
    way = AsAnswer("How often do boats leave?", passage.quote, passage, (), 0.5)
    edits, faults = supported(ferry, with_text(way, "Every 15 minutes."))
    assert (edits, faults) == (edits_of(with_text(way, "Every 15 minutes.")), ())
    edits, [fault] = supported(ferry, with_text(way, "Every 90 minutes."))
    assert "90" in fault.what
    after = edited(ferry, edits)
    assert [entry.question for entry in after.knowledge.drafts] == ["How often do boats leave?"]
