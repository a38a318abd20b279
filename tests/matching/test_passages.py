"""Finding the passage that answers a question in an article that nobody has curated."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching import Matcher, Near, PassageFinder, build_bm25, load_encoder
from bot.matching.passages.bm25 import K1

PARAGRAPHS = [
    {
        "bridge": "The mayor opened the new bridge over the Sava in May 2020.",
        "cost": "It cost six million euros, twice what was planned.",
        "architect": "Its architect did not come to see it.",
    },
    {
        "ferry": "Before, people crossed the river on a ferry that ran four times a day.",
        "ferryman": "The ferryman says that he will sell his boat to a museum.",
        "school": "For the children of the village the way to the school is an hour shorter.",
    },
    {
        "traffic": "The town expects that a thousand cars a day will use the crossing.",
        "toll": "There is no toll, and the council is not planning one.",
        "repairs": "Repairs of the road on the other side of the river begin in the autumn.",
        "noise": "Some of the people who live there are afraid of the noise.",
    },
]


def found(finder: PassageFinder, question: str) -> tuple[Near, ...]:
    return finder.find(finder.read(question))


@pytest.fixture(scope="module")
def finder() -> PassageFinder:
    return PassageFinder(PARAGRAPHS)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("when was the bridge opened", "bridge"),
        ("how much did the bridge cost", "cost"),
        ("did the architect come?", "architect"),
        ("how often did the ferries run", "ferry"),
        ("what becomes of the boat", "ferryman"),
        ("wich museum buys the bota", "ferryman"),
    ],
)
def test_the_sentence_that_answers_comes_first(finder: PassageFinder, question: str, key: str) -> None:
    assert found(finder, question)[0].key == key


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("are locals worried about loud sounds", "noise"),
        ("was the designer absent", "architect"),
        ("will pupils spend less time walking to class", "school"),
    ],
)
def test_with_an_encoder_meaning_finds_what_words_do_not(finder: PassageFinder, cache: Path, question: str, key: str) -> None:
    assert found(PassageFinder(PARAGRAPHS, encoder=load_encoder("use", cache)), question)[0].key == key
    assert found(finder, question)[0].key != key


def test_words_of_the_sentence_before_count_for_the_one_that_refers_to_it(finder: PassageFinder) -> None:
    near = found(finder, "how much did the bridge cost")[0]
    assert near.key == "cost"
    assert near.covered > 0.7


def test_a_question_about_something_else_is_covered_by_nothing(finder: PassageFinder) -> None:
    assert found(finder, "which planet has the most moons")[0].covered < 0.3


def test_a_question_of_common_words_alone_covers_little(finder: PassageFinder) -> None:
    assert found(finder, "is it that")[0].covered < 0.2


@pytest.mark.parametrize("question", ["", "  ?!", "what", "🐸"])
def test_nothing_to_read_finds_nothing(finder: PassageFinder, question: str) -> None:
    assert found(finder, question) == ()


def test_no_texts_find_nothing() -> None:
    assert found(PassageFinder([]), "what treaty was renewed") == ()


def test_bm25_saturates_and_weighs_by_rarity() -> None:
    index = build_bm25([["oil", "oil", "embargo"], ["oil", "price"], ["price"]])
    assert index.rarity("embargo") == pytest.approx(np.log(1 + 2.5 / 1.5))
    assert index.rarity("unheard") > index.rarity("embargo") > index.rarity("oil")
    once, twice = index.scores({"oil": 1.0})[1], index.scores({"oil": 1.0})[0]
    assert once < twice < 1 + K1
    assert index.by_rarity(["unheard", "price"])[2] < index.by_rarity(["price"])[2]
    assert list(index.scores({})) == [0, 0, 0]


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_finds_the_same_passages_twice(finder: PassageFinder, text: str) -> None:
    near = found(finder, text)
    assert near == found(finder, text)
    assert [one.score for one in near] == sorted((one.score for one in near), reverse=True)
    assert all(0 <= one.covered <= 1.001 for one in near)


def test_what_a_matcher_read_finds_the_same_passages(finder: PassageFinder) -> None:
    question = "wich museum buys the bota"
    assert finder.find(Matcher({"toll": ["is there a toll"]}).read(question)) == found(finder, question)
