"""English questions taken apart: told as statements where that is certain, and left alone where it is not."""

import pytest

from bot.curation.probe.grammar import asks_for_doer, taken_apart
from bot.language import ENGLISH

NAMES = frozenset({"novak", "kos", "croatia", "norway"})


@pytest.mark.parametrize(
    ("question", "asked", "statement"),
    [
        ("did Novak open the bridge?", "", "Novak opened the bridge"),
        ("When did the two mayors meet in Zagreb?", "When", "the two mayors met in Zagreb"),
        ("on what date did Croatia and Norway hold talks", "on what date", "Croatia and Norway held talks"),
        ("Why was the old ferry repaired?", "Why", "the old ferry was repaired"),
        ("where will they build it", "where", "they will build it"),
        ("how did Kos carry it", "how", "Kos carried it"),
    ],
)
def test_a_question_is_told_as_a_statement(question: str, asked: str, statement: str) -> None:
    clause = taken_apart(question, NAMES, ENGLISH)
    assert clause is not None
    assert (clause.asked, clause.statement(ENGLISH)) == (asked, statement)


def test_a_word_with_a_capital_is_part_of_a_name_and_no_verb() -> None:
    clause = taken_apart("When was the Boarded Mill opened?", NAMES, ENGLISH)
    assert clause is not None
    assert (clause.subject, clause.verb) == ("the Boarded Mill", "opened")
    assert asks_for_doer("who opened the mill", ENGLISH)
    assert not asks_for_doer("who Boarded open", ENGLISH)


@pytest.mark.parametrize(
    "question",
    [
        "Was this the first virtual meeting?",
        "who opened the bridge",
        "who are the forces meddling here",
        "the bridge",
        "did",
        "",
        "when did Novak, the mayor, open it",
        "what do they want",
        "when did the Boarded Mill",
        "which May event was it",
    ],
)
def test_what_is_not_certain_is_left_alone(question: str) -> None:
    assert taken_apart(question, NAMES, ENGLISH) is None


def test_a_word_with_a_capital_is_no_verb() -> None:
    clause = taken_apart("when did the Opened Door open in Zagreb", NAMES, ENGLISH)
    assert clause is None or clause.verb == "open"
    clause = taken_apart("when did the Open Door close in Zagreb", NAMES, ENGLISH)
    assert clause is not None
    assert clause.statement(ENGLISH) == "the Open Door closed in Zagreb"
