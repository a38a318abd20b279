"""A language's pack: what it holds, and that no other language is read with it."""

from pathlib import Path

import pytest

import bot.language
from bot.language import ENGLISH, KINDS, Lexicon, load_pack

PACKS = Path(bot.language.__path__[0]) / "packs"


def test_a_language_is_found_by_its_tag_whatever_its_region_and_case() -> None:
    assert load_pack("en-GB").digest == load_pack("EN").digest == ENGLISH.digest
    assert load_pack("es-MX").stopwords == load_pack("es").stopwords != ENGLISH.stopwords


@pytest.mark.parametrize("tag", ["de", "zh-Hans", "../en", "en/..", "packs"])
def test_a_language_without_a_pack_has_an_empty_one(tag: str) -> None:
    pack = load_pack(tag)
    assert not any((pack.stopwords, pack.written_out, pack.numbers, pack.synonyms, pack.question_types, pack.thousands))
    assert not pack.capitals_are_names
    assert pack.lexicon.words() == {}


def test_an_article_that_names_no_language_is_read_as_english() -> None:
    assert load_pack("").digest == ENGLISH.digest


@pytest.mark.parametrize("tag", sorted(folder.name for folder in PACKS.iterdir() if folder.is_dir()))
def test_every_pack_knows_only_kinds_of_question_that_the_matcher_compares(tag: str) -> None:
    pack = load_pack(tag)
    assert pack.stopwords
    assert set(pack.question_types) <= set(KINDS)


def test_the_english_lexicon_tells_common_words_from_rare_ones() -> None:
    lexicon = ENGLISH.lexicon
    assert lexicon.zipf("the") > 7 > lexicon.zipf("treaty") > 3 > lexicon.zipf("xyzzy")
    assert lexicon.is_real("rice")
    assert not lexicon.is_real("traety")


def test_where_no_word_is_listed_every_word_counts_as_real() -> None:
    assert Lexicon({}).is_real("traety")


def test_packs_with_other_data_have_other_digests() -> None:
    assert len({load_pack(tag).digest for tag in ("en", "es", "de")}) == 3
