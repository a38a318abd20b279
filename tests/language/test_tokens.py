"""Any text becomes tokens, as its language writes them."""

import pytest

from bot.language import ENGLISH, load_pack, normalise, proper_names, tokenise
from bot.language.tokens import capitals

SPANISH, GERMAN = load_pack("es"), load_pack("de")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [("ＷＨＡＴ’s\u00a0up", "what's up"), ("a\u202eb\u200d", "ab"), ("“x”—y", '"x"-y'), ("a\x00b\tc", "a b c"), ("\ud800x", "x")],
)
def test_texts_are_folded_to_one_form(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("What's China's aim?", ("what", "is", "china", "aim")),
        ("didn't they, y'all", ("did", "not", "they", "yall")),
        ("US$100bn in Q3", ("us", "$", "100", "billion", "in", "third", "quarter")),
        ("the 20th of 1,000", ("the", "20th", "of", "1000")),
        ("台湾 ok", ("台", "湾", "ok")),
        ("за́мок", ("замок",)),
        ("हिन्दी में", ("हिन्दी", "में")),
    ],
)
def test_tokens_are_words_numbers_and_single_characters(typed: str, tokens: tuple[str, ...]) -> None:
    assert tokenise(typed) == tokens


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("the U.S. and the U.N.", ("the", "us", "and", "the", "un")),
        ("U.S", ("us",)),
        ("the U.S.'s aim", ("the", "us", "aim")),
        ("at 5 p.m.", ("at", "5", "pm")),
        ("S.C.O. members", ("sco", "members")),
        ("so I.Am here", ("so", "i", "am", "here")),
    ],
)
def test_an_abbreviation_with_points_is_one_word_and_no_pronoun(typed: str, tokens: tuple[str, ...]) -> None:
    assert tokenise(typed) == tokens


def test_an_abbreviation_with_points_and_capitals_is_a_name_and_a_small_pronoun_is_none() -> None:
    assert capitals("did they name the U.S. there") == {"us"}
    assert capitals("did they tell us there") == frozenset()
    assert "us" in proper_names(["It met the U.S. there."])


@pytest.mark.parametrize(
    ("written", "token"),
    [
        ("1,000", "1000"),
        ("12,345,678.9", "12345678.9"),
        ("2,5", "2,5"),
        ("2.5", "2.5"),
        ("1,0000", "1,0000"),
        ("100,00", "100,00"),
    ],
)
def test_a_comma_before_three_digits_parts_thousands_in_english_and_no_other_comma_does(written: str, token: str) -> None:
    assert tokenise(written) == (token,)


@pytest.mark.parametrize(("written", "token"), [("1.000", "1000"), ("2,5", "2,5"), ("1.000,50", "1000,50"), ("2.5", "2.5")])
def test_a_point_before_three_digits_parts_thousands_in_spanish(written: str, token: str) -> None:
    assert tokenise(written, SPANISH) == (token,)


def test_a_number_stays_as_it_is_written_where_the_language_is_not_known() -> None:
    assert tokenise("1,000 1.000", GERMAN) == ("1,000", "1.000")


def test_abbreviations_of_english_are_read_in_english_alone() -> None:
    assert tokenise("y da", ENGLISH) == ("why", "the")
    assert tokenise("la casa y da", SPANISH) == ("la", "casa", "y", "da")
    assert tokenise("da u r", GERMAN) == ("da", "u", "r")


def test_spanish_contractions_are_written_out() -> None:
    assert tokenise("del país al puerto", SPANISH) == ("de", "el", "país", "a", "el", "puerto")


def test_capitals_are_names_only_where_the_language_says_so() -> None:
    text = "wann wurde die Brücke über den Fluss geöffnet"
    assert capitals(text, GERMAN) == frozenset()
    assert proper_names([text], GERMAN) == frozenset()
    assert capitals("cuándo abrió el puente de Belgrado", SPANISH) == {"belgrado"}
