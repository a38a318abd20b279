"""Making questions: none twice, none that the file holds or a curator dropped, as many as were asked for, always the same."""

from collections import Counter
from dataclasses import replace

import pytest

from bot.curation import Dropped
from bot.curation.probe import ProbeQuestion, make_paraphrases, make_traps, questions_of
from bot.curation.probe.making import evenly
from bot.knowledge import Knowledge
from bot.language import tokenise

_ALL = 100


def test_no_question_is_in_the_file_or_made_twice(knowledge: Knowledge) -> None:
    made = [tokenise(one.question) for one in (*make_traps(knowledge, _ALL), *make_paraphrases(knowledge, _ALL))]
    known = {tokenise(text) for entry in knowledge.entries for text in (entry.question, *entry.phrasings)}
    assert not known.intersection(made)
    assert len(questions_of([knowledge], _ALL)) == len({one.question for one in questions_of([knowledge], _ALL)})


def test_what_was_dropped_is_left_out_however_it_is_typed(knowledge: Knowledge) -> None:
    first = make_traps(knowledge)[0]
    assert first.question not in {one.question for one in make_traps(knowledge, dropped=Dropped.of([first.question.upper()]))}


def test_the_same_knowledge_gives_the_same_questions(knowledge: Knowledge) -> None:
    assert questions_of([knowledge], 4) == questions_of([knowledge], 4)


@pytest.mark.parametrize("most", [1, 3, 6])
def test_no_entry_has_more_than_was_asked_for(knowledge: Knowledge, most: int) -> None:
    for make in (make_traps, make_paraphrases):
        assert max(Counter(one.entry for one in make(knowledge, most)).values()) == most


def test_of_a_few_entries_the_first_is_among_them(knowledge: Knowledge) -> None:
    assert {one.entry for one in questions_of([knowledge], 3, entries=2)} == {"opened", "sank"}


def test_every_kind_has_its_share_before_any_has_two() -> None:
    kinds = ["name", "name", "name", "negation", "asks"]
    found = [ProbeQuestion(kind, str(number), "e", "w") for number, kind in enumerate(kinds)]
    assert [one.kind for one in evenly(found, 3)] == ["name", "negation", "asks"]


def test_of_an_article_in_another_language_nothing_is_made(knowledge: Knowledge) -> None:
    spanish = replace(knowledge, article=replace(knowledge.article, language="es"))
    assert questions_of([spanish], _ALL) == ()
