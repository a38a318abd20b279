"""What groups of questions may teach."""

import pytest

from bot.answering import Answerer
from bot.curation import Dropped
from bot.curation.learn import AsAnswer, AsNote, AsWording, Group, Lesson, OpenQuestion, lessons, unsettled
from bot.curation.learn.wording import drafted_note, tidy, typical
from bot.knowledge import QUESTION
from tests.curation.learn.conftest import UNTIL


def lesson(answerer: Answerer, *texts: str) -> Lesson:
    questions = tuple(OpenQuestion(text, 1, ("unclear",), UNTIL) for text in texts)
    [found] = lessons([Group(questions)], answerer)
    return found


def test_questions_near_an_entry_may_become_wordings_of_it(ferry_answerer: Answerer) -> None:
    way = lesson(ferry_answerer, "what was the price tag of that ferry terminal").ways[0]
    assert isinstance(way, AsWording)
    assert (way.entry.id, way.wordings) == ("terminal-cost", ("what was the price tag of that ferry terminal",))
    assert way.nearest in (way.entry.question, *way.entry.phrasings)


def test_questions_may_become_wordings_of_what_the_article_does_not_say(ferry_answerer: Answerer) -> None:
    ways = lesson(ferry_answerer, "which architect drew the plans of the terminal").ways
    assert any(isinstance(way, AsWording) and not way.entry.answered for way in ways)


def test_a_new_unanswered_entry_has_its_note_drafted_from_the_question(ferry_answerer: Answerer) -> None:
    ways = lesson(ferry_answerer, "who painted the new ferry terminal", "who did the painting of the terminal").ways
    note = next(way for way in ways if isinstance(way, AsNote))
    assert note.question == "Who painted the new ferry terminal?"
    assert note.note == "The article does not say who painted the new ferry terminal."
    assert note.wordings == ("who did the painting of the terminal",)


def test_a_new_answer_stands_on_the_sentence_that_is_nearest(ferry_answerer: Answerer) -> None:
    ways = lesson(ferry_answerer, "do the boats to Almada leave more often than every half an hour").ways
    answer = next(way for way in ways if isinstance(way, AsAnswer))
    assert answer.answer == answer.passage.quote
    assert "every 15 minutes" in answer.answer


def test_the_likeliest_way_is_the_first(ferry_answerer: Answerer) -> None:
    likelihoods = [way.likelihood for way in lesson(ferry_answerer, "what did the ferries cost to build").ways]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert len(likelihoods) > 1


def test_a_wording_that_the_entry_has_is_not_offered_again(ferry_answerer: Answerer) -> None:
    known = ferry_answerer.entry("terminal-cost").phrasings[0]
    ways = lesson(ferry_answerer, known, "and what was the price tag of that terminal").ways
    assert all(known not in way.wordings for way in ways if isinstance(way, AsWording) and way.entry.id == "terminal-cost")


def test_nothing_is_to_be_learned_from_what_is_about_something_else(ferry_answerer: Answerer) -> None:
    assert lesson(ferry_answerer, "what is the capital of Mongolia").ways == ()


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("Who designed the terminal?", "The article does not say who designed the terminal."),
        ("How many boats sank?", "The article does not say how many boats sank."),
        ("How long did it take?", "The article does not answer this question: “How long did it take?”"),
        ("Is it open?", "The article does not answer this question: “Is it open?”"),
    ],
)
def test_a_note_is_drafted_in_the_words_of_the_question(question: str, note: str) -> None:
    assert drafted_note(question) == note


def test_a_question_is_tidied_as_a_file_has_it() -> None:
    assert tidy("<@80351110224678912>  who designed the\nterminal ??") == "Who designed the terminal?"
    assert len(tidy("who designed " + "the very new " * 30 + "terminal")) <= QUESTION


def test_a_question_that_fits_whole_stands_for_one_that_would_be_cut() -> None:
    assert typical(["who designed " + "the very new " * 30 + "terminal", "who designed it"]) == "Who designed it?"


def test_what_the_file_knows_by_now_or_a_curator_dropped_is_settled(ferry_answerer: Answerer) -> None:
    known = ferry_answerer.entry("terminal-cost").phrasings[0]
    dropped, still = "who painted the new ferry terminal", "euros spent on it"
    asked = tuple(OpenQuestion(text, 1, ("unclear",), UNTIL) for text in (known, dropped, still))
    assert [one.text for one in unsettled(asked, ferry_answerer, Dropped.of([f"{dropped.title()}??"]))] == [still]


def test_an_answer_that_was_voted_down_settles_nothing(ferry_answerer: Answerer) -> None:
    asked = (OpenQuestion("what was the price tag of that ferry terminal", 1, ("answer",), UNTIL),)
    assert tuple(unsettled(asked, ferry_answerer, Dropped())) == asked
