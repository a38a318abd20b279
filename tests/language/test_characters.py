"""Characters that nobody sees, and those that a terminal would obey."""

import json

import pytest

from bot.language import harmless, harmless_json, is_invisible


@pytest.mark.parametrize(
    "text", ["", " \n", "\x1f", "\u200b\u200d", "\ufeff", "\u2060\u00ad", "\u3164", "\u2800", "\u0301", "\U000e0041", "\ufe0f"]
)
def test_a_text_without_a_character_that_leaves_a_mark_is_invisible(text: str) -> None:
    assert is_invisible(text)


@pytest.mark.parametrize("text", ["a", "?", "7", "桥", "🐸", "€", "\u200bx", "e\u0301"])
def test_a_text_with_one_is_not(text: str) -> None:
    assert not is_invisible(text)


def test_what_a_terminal_would_obey_is_shown_and_everything_else_stays() -> None:
    assert harmless("\x1b[31mred\x1b[0m \x07\x9b2J") == r"\x1b[31mred\x1b[0m \x07\x9b2J"
    assert harmless("gnp.\u202etxt\u202c \u2066x\u2069") == r"gnp.\u202etxt\u202c \u2066x\u2069"
    assert harmless("one\r\ntwo\tthree\n") == "one\ntwo\tthree\n"
    assert harmless("one\rtwo") == r"one\x0dtwo"
    plain = "“€12” 桥 \u200f\u200cسلام 👩‍🚀"
    assert harmless(plain) == plain


def test_json_says_the_same_and_holds_nothing_that_a_terminal_obeys() -> None:
    said = {"a\u202e": "\x9b2J\x7f \x1b"}
    text = harmless_json(json.dumps(said, ensure_ascii=False))
    assert text.isprintable()
    assert json.loads(text) == said
