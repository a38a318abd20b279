"""How a question leans on what was said before it."""

import pytest

from bot.language import leaning, load_pack


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("and when?", ()),
        ("over what period", ()),
        ("when was that?", ()),
        ("and Putin?", ("putin",)),
        ("what about Taiwan", ("taiwan",)),
    ],
)
def test_a_question_that_points_back_leans_with_what_it_says_by_itself(text: str, anchors: tuple[str, ...]) -> None:
    found = leaning(text)
    assert found is not None
    assert found.anchors == anchors


@pytest.mark.parametrize("text", ["", "which treaty was renewed by China and Russia?", "forget that. who met whom?"])
def test_a_question_that_says_it_all_or_begins_anew_does_not_lean(text: str) -> None:
    assert leaning(text) is None


def test_words_that_only_lead_on_are_told_from_the_question() -> None:
    found = leaning("ok and what about Putin?")
    assert found is not None
    assert (found.words, found.led, found.asks) == (("putin",), True, False)


def test_in_a_language_without_word_lists_nothing_leans() -> None:
    assert leaning("and when?", load_pack("xx")) is None
