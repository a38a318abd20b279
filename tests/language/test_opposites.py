"""Opposites: words that turn a question into its contrary."""

import gzip

import pytest

from bot.language import ENGLISH, load_pack
from bot.language.words.opposites import read_opposites


def opposed(one: str, other: str) -> bool:
    return ENGLISH.stem(other) in ENGLISH.opposites.get(ENGLISH.stem(one), frozenset())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rises", "falling"),
        ("opened", "closing"),
        ("increase", "decreased"),
        ("agree", "disagreement"),
        ("exports", "imports"),
        ("buys", "selling"),
        ("winter", "summer"),
    ],
)
def test_opposites_are_known_in_their_regular_forms_and_both_ways(one: str, other: str) -> None:
    assert opposed(one, other)
    assert opposed(other, one)


@pytest.mark.parametrize(("one", "other"), [("treaty", "pact"), ("open", "opened"), ("rise", "increase"), ("minister", "bridge")])
def test_other_words_are_no_opposites(one: str, other: str) -> None:
    assert not opposed(one, other)
    assert not opposed(other, one)


def test_no_word_is_its_own_opposite_and_every_pair_holds_both_ways() -> None:
    for stem, others in ENGLISH.opposites.items():
        assert stem not in others
        assert all(stem in ENGLISH.opposites[other] for other in others)


def test_a_file_of_opposites_is_read_by_their_stems() -> None:
    packed = gzip.compress(b"rising\tfalls\nopened\topening\n")
    assert read_opposites(packed, ENGLISH.stem) == {
        ENGLISH.stem("rise"): {ENGLISH.stem("fall")},
        ENGLISH.stem("fall"): {ENGLISH.stem("rise")},
        ENGLISH.stem("open"): frozenset(),
    }


def test_a_language_without_opposites_has_none() -> None:
    assert read_opposites(b"", ENGLISH.stem) == load_pack("de").opposites == load_pack("es").opposites == {}
