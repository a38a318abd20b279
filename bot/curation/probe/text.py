"""Changing a wording in place: its words with where they stand, one of them put in another's place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[-.,][^\W_]+)*(?:['’](?!s\b)[^\W_]+)?")
_BEFORE_AN = re.compile(r"\b[Aa]n? $")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `text[start:end]`, and the same folded."""

    text: str
    folded: str
    start: int
    end: int


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text; a possessive 's belongs to none."""
    return tuple(Word(found[0], found[0].casefold(), found.start(), found.end()) for found in _WORD.finditer(text))


def replaced(text: str, words: Sequence[Word], other: str) -> str:
    """Return a text with something else in the place of some consecutive words; its capital and its a/an stay right."""
    start, end = words[0].start, words[-1].end
    if start == 0 and text[:1].isupper():
        other = other[:1].upper() + other[1:]
    before = text[:start]
    if _BEFORE_AN.search(before) and other:
        before = _BEFORE_AN.sub(lambda found: found[0][0] + ("n " if other[0].casefold() in "aeiou" else " "), before)
    return " ".join(f"{before}{other}{text[end:]}".split())


def inserted(text: str, word: Word, other: str) -> str:
    """Return a text with something more before a word."""
    return f"{text[: word.start]}{other} {text[word.start :]}"


def lower_first(text: str, names: frozenset[str] = frozenset()) -> str:
    """Return a text that may stand within a sentence; a name or an acronym at its beginning keeps its capital."""
    words = words_in(text)
    kept = not words or words[0].folded in names or words[0].text == "I" or words[0].text[1:2].isupper()
    return text if kept else text[:1].lower() + text[1:]


def bare(text: str) -> str:
    """Return a question without the mark at its end."""
    return text.rstrip(" ?.!…")
