"""A note that sets a wrong claim right is for questions that make it."""

import pytest

from bot.answering import Answerer, NotSaid
from bot.matching import Matcher

CLAIM = "Trade fell, falls, decreased or went down."


@pytest.mark.parametrize(
    ("question", "may"),
    [
        ("why did trade fall", True),
        ("why did trade decrease so much", True),
        ("what went wrong with trade", True),
        ("why did trade rise", False),
        ("why did trade go up", False),
        ("why is trade increasing", False),
        ("did trade go up or down", True),
        ("почему торговля выросла", True),
    ],
)
def test_a_question_that_says_the_opposite_does_not_make_the_claim(question: str, may: bool) -> None:
    matcher = Matcher({"trade": ["how much do they trade"]}, encoder="none")
    assert matcher.may_claim(matcher.read(question), CLAIM) == may


def test_the_note_is_not_given_to_a_question_that_says_the_opposite(answerer: Answerer) -> None:
    entry = next(entry for entry in answerer.library[0].entries if entry.id == "not-trade-fell")
    made, opposite = (answerer.answer(f"for what reason did trade between them {word}?") for word in ("decrease", "increase"))
    assert isinstance(made, NotSaid)
    assert made.entry == entry
    assert getattr(opposite, "entry", None) != entry
