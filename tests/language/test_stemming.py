"""Forms of a word share their stem."""

import pytest

from bot.language import ENGLISH, load_pack


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("renewed", "renew"),
        ("treaties", "treaty"),
        ("planned", "plan"),
        ("organised", "organize"),
        ("talks", "talk"),
        ("hopes", "hoped"),
    ],
)
def test_forms_of_a_word_share_their_stem(one: str, other: str) -> None:
    assert ENGLISH.stem(one) == ENGLISH.stem(other)


@pytest.mark.parametrize("word", ["his", "red", "sing", "us", "2021", "политика", "glass"])
def test_a_word_without_an_ending_is_its_own_stem(word: str) -> None:
    assert ENGLISH.stem(word) == word


def test_spanish_words_are_stemmed_as_spanish() -> None:
    assert load_pack("es").stem("ministros") == load_pack("es").stem("ministro")


def test_a_language_without_a_pack_is_not_stemmed() -> None:
    assert load_pack("de").stem("treaties") == "treaties"
