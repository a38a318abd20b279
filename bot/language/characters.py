"""Characters that nobody sees: texts that have no other, and those that a terminal would obey, shown in place of obeyed."""

import re
import unicodedata

_OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but tab and line feed, and those that turn the direction of what follows."""
_SEEN = frozenset("LNPS")  # first letters of the categories of characters that leave a mark by themselves
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and a symbol that are drawn as nothing


def is_invisible(text: str) -> bool:
    """Say whether nothing of a text is seen: no letter, number, mark of punctuation or symbol."""
    return not any(unicodedata.category(one)[0] in _SEEN and one not in _FILLERS for one in text)


def harmless(text: str) -> str:
    r"""Return a text for a terminal: what would move the cursor, set colours or turn the writing direction as `\x1b`.

    Line ends, Windows' too, and tabs stay.
    """
    return _OBEYED.sub(lambda found: f"\\x{ord(found[0]):02x}" if found[0] < "\u0100" else f"\\u{ord(found[0]):04x}", _unix(text))


def harmless_json(text: str) -> str:
    r"""Return JSON text that says the same and has `\u009b` in place of what a terminal would obey."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")
