"""Proof: where a quoted passage stands in the article, character by character.

Whitespace, quote and dash characters may differ between a knowledge file and its article, because people cannot type
an en space or a curly quote; letters, digits and punctuation may not. Case counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from bot.knowledge.schema import QuoteFields

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"})
_SHORTLIST = 20  # sentences compared character by character; the rest share too little with the quote
_ALIKE = 0.4  # share of a quote's letter sequences
_DIFFERENCES = 3  # shown in one message


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with runs of whitespace made one space, plain quotes and dashes, and the place of each character."""

    text: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """Fold a text for comparison; `places[i]` is where character i of the folded text stands in the original."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text.translate(_SAME)):
        if not character.isspace():
            characters.append(character)
            places.append(place)
        elif characters and characters[-1] != " ":
            characters.append(" ")
            places.append(place)
    return Folded("".join(characters), tuple(places))


def find(quote: str, article: Folded) -> tuple[tuple[int, int], ...]:
    """Return every place (start, end) in the original text where the quote stands; none if it stands nowhere."""
    wanted = fold(quote).text.strip()
    return tuple(_places(wanted, article)) if wanted else ()


def _places(wanted: str, article: Folded) -> Iterator[tuple[int, int]]:
    start = article.text.find(wanted)
    while start >= 0:
        yield article.places[start], article.places[start + len(wanted) - 1] + 1
        start = article.text.find(wanted, start + 1)


def find_between(written: QuoteFields, text: str, article: Folded) -> tuple[tuple[int, int], ...]:
    """Return the places of a quote that stand between its prefix and suffix, as far as it has them.

    Args:
        text: the article's characters.
        article: the same, folded.
    """
    places = find(written.quote, article)
    if not (written.prefix or written.suffix):
        return places
    prefix, suffix = fold(written.prefix).text.strip(), fold(written.suffix).text.strip()
    return tuple(
        (start, end)
        for start, end in places
        if fold(text[:start]).text.rstrip().endswith(prefix) and fold(text[end:]).text.lstrip().startswith(suffix)
    )


def nearest(quote: str, sentences: Iterable[str]) -> str:
    """Return the real sentence most like a quote that is not in the article; empty if there is no sentence."""
    wanted = _grams(quote)
    shortlist = nlargest(_SHORTLIST, sentences, key=lambda sentence: len(wanted & _grams(sentence)))
    return max(shortlist, key=lambda sentence: _likeness(quote, sentence), default="")


def alike(quote: str, sentence: str) -> bool:
    """Say whether a sentence may be what a quote was copied from, by the letter sequences of the quote that it has."""
    wanted = _grams(fold(quote).text)
    return len(wanted & _grams(fold(sentence).text)) >= _ALIKE * max(1, len(wanted))


def _grams(text: str) -> set[str]:
    return {text[start : start + 3] for start in range(len(text) - 2)}


def _likeness(quote: str, sentence: str) -> float:
    return SequenceMatcher(None, fold(quote).text, fold(sentence).text, autojunk=False).ratio()


def difference(quote: str, sentence: str) -> str:
    """Say in a few words where a quote departs from a sentence: it has “6 %” where the article has “5 %”.

    What the sentence says before and after the quote is no difference.
    """
    left, right = fold(quote).text.strip().split(), fold(sentence).text.strip().split()
    found = [
        f"{_shown(left[a:b])} where the article has {_shown(right[c:d])}"
        for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        if what != "equal" and not (a == b and a in (0, len(left)))
    ]
    return f"it has {', and '.join(found[:_DIFFERENCES])}" if found else "only its characters differ"


def _shown(words: Sequence[str]) -> str:
    return f"“{' '.join(words)}”" if words else "nothing"
