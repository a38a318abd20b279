"""Traps: what is changed makes another question of it, and what the entry itself says is never a trap."""

import pytest

from bot.curation.probe import TRAPS, make_traps
from bot.knowledge import Knowledge
from bot.language import tokenise

_ALL = 100


def made(knowledge: Knowledge, kind: str) -> set[str]:
    return {trap.question for trap in make_traps(knowledge, _ALL, (kind,))}


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("year", "Who opened the bridge in 1921?"),
        ("name", "what treaty did India renew"),
        ("title", "which governor opened the bridge"),
        ("opposite", "Who shut the bridge in 2019?"),
        ("negation", "Which treaty wasn't renewed?"),
        ("negation", "Who didn't open the bridge in 2019?"),
        ("roles", "What did Novak praise Kos for?"),
        ("qualifier", "When was the last ferry sunk?"),
        ("asks", "who besides Mayor Novak opened the bridge in 2019?"),
        ("asks", "when was the treaty renewed?"),
        ("asks", "how much did the ferry cost?"),
    ],
)
def test_a_trap_of_each_kind_reads_as_a_person_would_ask_it(knowledge: Knowledge, kind: str, question: str) -> None:
    assert question in made(knowledge, kind)


def test_a_question_for_yes_or_no_is_no_trap_of_another_value(knowledge: Knowledge) -> None:
    assert not [trap for trap in make_traps(knowledge, _ALL, TRAPS[:8]) if trap.wording == "did Novak open the bridge"]


def test_what_the_entry_says_itself_is_put_in_no_place(knowledge: Knowledge) -> None:
    texts = {entry.key: tokenise(" ".join((entry.question, *entry.phrasings, entry.answer))) for entry in knowledge.entries}
    changed = [trap for trap in make_traps(knowledge, _ALL, ("year", "number", "name", "title", "opposite")) if trap.after]
    assert changed
    assert not [trap for trap in changed if set(tokenise(trap.after)) <= set(texts[trap.entry])]


def test_no_reason_is_asked_for_where_the_entry_is_asked_why_already(knowledge: Knowledge) -> None:
    assert not [trap for trap in make_traps(knowledge, _ALL, ("asks",)) if trap.entry == "praised" and trap.after == "why"]
