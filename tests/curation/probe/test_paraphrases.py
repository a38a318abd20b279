"""Paraphrases: the same question in another form, in sound grammar where the form has one."""

import pytest

from bot.curation.probe import make_paraphrases
from bot.knowledge import Knowledge

_ALL = 100


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        ("order", "who was it that opened the bridge in 2019?"),
        ("order", "I would like to know in which year the ferry sank near Zagreb"),
        ("order", "what was it that Kos praised Novak for?"),
        ("synonym", "Which pact was renewed?"),
        ("terse", "treaty renewed"),
        ("contraction", "What'd Kos praise Novak for?"),
        ("polite", "sorry to bother you, but which treaty was renewed?"),
        ("typo", "Which treaty was reenwed?"),
        ("articles", "When was first ferry sunk?"),
    ],
)
def test_a_paraphrase_of_each_kind_reads_as_a_person_would_type_it(knowledge: Knowledge, kind: str, question: str) -> None:
    assert question in {one.question for one in make_paraphrases(knowledge, _ALL, (kind,))}


def test_a_story_stands_before_the_question(knowledge: Knowledge) -> None:
    stories = make_paraphrases(knowledge, _ALL, ("story",))
    assert stories
    assert all(one.question.casefold().endswith(one.wording.casefold()) and one.question != one.wording for one in stories)
