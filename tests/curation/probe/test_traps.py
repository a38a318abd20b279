"""Traps: what is changed makes another question of it, and what the entry itself says is never a trap."""

from pathlib import Path

import pytest

from bot.curation.probe import TRAPS, make_traps
from bot.curation.probe.ground import Ground
from bot.curation.probe.traps.tables import OTHER_TITLES
from bot.knowledge import Knowledge, load
from bot.language import tokenise
from tests import bridge

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


def test_a_count_of_things_is_no_title() -> None:
    assert "count" not in OTHER_TITLES


def test_a_word_at_the_beginning_of_a_sentence_names_nobody_unless_it_is_a_name_elsewhere(tmp_path: Path) -> None:
    started = bridge.ARTICLE.replace(
        "The first ferry", "Works began in 1911. Jure met Ivan Works there, and praised Jure. The first ferry"
    )
    path = bridge.write(tmp_path, started)
    names = Ground(load(path)[0]).names
    assert (names["Works"], names["Jure"], names["Kos"]) == ("thing", "person", "person")


def test_a_question_for_yes_or_no_is_no_trap_of_another_value(knowledge: Knowledge) -> None:
    assert not [trap for trap in make_traps(knowledge, _ALL, TRAPS[:8]) if trap.wording == "did Novak open the bridge"]


def test_what_the_entry_says_itself_is_put_in_no_place(knowledge: Knowledge) -> None:
    texts = {entry.key: tokenise(" ".join((entry.question, *entry.phrasings, entry.answer))) for entry in knowledge.entries}
    changed = [trap for trap in make_traps(knowledge, _ALL, ("year", "number", "name", "title", "opposite")) if trap.after]
    assert changed
    assert not [trap for trap in changed if set(tokenise(trap.after)) <= set(texts[trap.entry])]


def test_no_reason_is_asked_for_where_the_entry_is_asked_why_already(knowledge: Knowledge) -> None:
    assert not [trap for trap in make_traps(knowledge, _ALL, ("asks",)) if trap.entry == "praised" and trap.after == "why"]
