"""Open questions grouped by what they mean."""

import random
from collections import Counter
from pathlib import Path

import pytest

from bot.curation.learn import Group, OpenQuestion, group
from bot.language import ENGLISH
from bot.matching import Encoder, load_encoder
from tests.curation.learn.conftest import UNTIL

COST = ("what did the terminal cost", "how expensive was the ferry terminal", "price of the terminal")
BOATS = ("when do the boats leave", "what time does the first boat leave", "boat departure times")
DOGS = ("may dogs travel", "can i bring my dog on the ferry")


def asked(*texts: str, count: int = 1) -> list[OpenQuestion]:
    return [OpenQuestion(text, count, ("unclear",), UNTIL) for text in texts]


def texts(groups: tuple[Group, ...]) -> list[set[str]]:
    return [{question.text for question in found.questions} for found in groups]


@pytest.fixture(scope="module")
def encoder(cache: Path) -> Encoder:
    loaded = load_encoder("use", cache)
    assert loaded
    return loaded


def test_questions_that_ask_the_same_are_one_group(encoder: Encoder) -> None:
    found = texts(group(asked(*COST, *BOATS, *DOGS), ENGLISH, encoder))
    assert set(DOGS) in found
    assert {COST[0], COST[1]} <= next(one for one in found if COST[0] in one)
    assert not any({COST[0], BOATS[0]} <= one for one in found)


def test_the_order_in_which_questions_come_makes_no_difference(encoder: Encoder) -> None:
    questions = asked(*COST, *BOATS, *DOGS)
    shuffled = random.Random(3).sample(questions, len(questions))
    assert group(questions, ENGLISH, encoder) == group(shuffled, ENGLISH, encoder)


def test_the_group_asked_most_comes_first_and_its_most_frequent_question_stands_for_it(encoder: Encoder) -> None:
    first, *_ = group([*asked(*COST), *asked(DOGS[0]), *asked(DOGS[1], count=30)], ENGLISH, encoder)
    assert (first.text, first.count) == (DOGS[1], 31)


def test_without_an_encoder_words_alone_group() -> None:
    found = texts(group(asked("the price of the terminal", "terminal price", "may dogs travel"), ENGLISH, None))
    assert {"the price of the terminal", "terminal price"} in found


def test_every_question_is_in_one_group(encoder: Encoder) -> None:
    questions = asked(*COST, *BOATS, *DOGS, "🙂", "   ?")
    found = Counter(text for one in texts(group(questions, ENGLISH, encoder)) for text in one)
    assert found == Counter(question.text for question in questions)


def test_nothing_asked_makes_no_group(encoder: Encoder) -> None:
    assert group([], ENGLISH, encoder) == ()
