"""Proof: where a quoted passage stands in the article, character by character.

Whitespace, quote and dash characters may differ between a knowledge file and its article, because people cannot type
an en space or a curly quote; letters, digits and punctuation may not. Case counts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from itertools import islice, product

from rapidfuzz.distance import Indel

from bot.knowledge.schema import TEXT, QuoteFields

MOST_PLACES = 1000
"""Places of a quote that are looked up; who quotes what stands more often must quote more."""
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
    """Return the first thousand places (start, end) in the original text where the quote stands; none if it stands nowhere."""
    return _between("", quote, "", article)


def find_between(written: QuoteFields, article: Folded) -> tuple[tuple[int, int], ...]:
    """Return the first thousand places of a quote that stand between its prefix and suffix, as far as it has them."""
    return _between(written.prefix, written.quote, written.suffix, article)


def _between(prefix: str, quote: str, suffix: str, article: Folded) -> tuple[tuple[int, int], ...]:
    prefix, wanted, suffix = (fold(text).text.strip() for text in (prefix, quote, suffix))
    if not wanted:
        return ()
    found: set[tuple[int, int]] = set()
    for before, after in product(_joints(prefix), _joints(suffix)):
        starts = _starts(f"{prefix}{before}{wanted}{after}{suffix}", article.text)
        shift = len(prefix) + len(before)
        found.update(_place(article, start + shift, len(wanted)) for start in islice(starts, MOST_PLACES))
    return tuple(sorted(found)[:MOST_PLACES])


def _joints(context: str) -> tuple[str, ...]:
    """Return what may stand between a quote and what is around it."""
    return ("", " ") if context else ("",)


def _starts(wanted: str, text: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _place(article: Folded, start: int, length: int) -> tuple[int, int]:
    return article.places[start], article.places[start + length - 1] + 1


def nearest(quote: str, sentences: Iterable[str]) -> str:
    """Return the real sentence, or part of a very long one, most like a quote that is not in the article; empty without any."""
    wanted = _grams(quote)
    parts = (part for sentence in sentences for part in _parts(sentence))
    shortlist = nlargest(_SHORTLIST, parts, key=lambda part: len(wanted & _grams(part)))
    folded = fold(quote).text
    return max(shortlist, key=lambda part: Indel.normalized_similarity(folded, fold(part).text), default="")


def _parts(sentence: str) -> Iterator[str]:
    """Yield a sentence, a very long one in overlapping parts, each passage of it whole in one of them."""
    for start in range(0, max(len(sentence) - TEXT, 1), TEXT):
        yield sentence[start : start + 2 * TEXT]


def alike(quote: str, sentence: str) -> bool:
    """Say whether a sentence may be what a quote was copied from, by the letter sequences of the quote that it has."""
    wanted = _grams(fold(quote).text)
    return len(wanted & _grams(fold(sentence).text)) >= _ALIKE * max(1, len(wanted))


def _grams(text: str) -> set[str]:
    return {text[start : start + 3] for start in range(len(text) - 2)}


def difference(quote: str, sentence: str) -> str:
    """Say in a few words where a quote departs from a sentence: it has “6 %” where the article has “5 %”.

    What the sentence says before and after the quote is no difference.
    """
    left, right = fold(quote).text.strip().split(), fold(sentence).text.strip().split()
    found = [
        f"{_shown(left[a:b])} where the article has {_shown(right[c:d])}"
        for what, a, b, c, d in SequenceMatcher(None, left, right).get_opcodes()
        if what != "equal" and not (a == b and a in (0, len(left)))
    ]
    return f"it has {', and '.join(found[:_DIFFERENCES])}" if found else "only its characters differ"


def _shown(words: Sequence[str]) -> str:
    return f"“{' '.join(words)}”" if words else "nothing"
