"""Text → tokens: one way of reading for questions, phrasings and passages, whatever was typed.

Quotes, dashes, spaces, case and width are folded; contractions and chat abbreviations are written out. Scripts that
write no spaces need no segmenter: each of their characters is a token.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.language.english import CHAT, CONTRACTED_ENDINGS, CONTRACTIONS, WORDS_BEFORE_IS

_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
)
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
_MARKS = "\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0d7f"
"""Vowel signs and points that belong to the letter before them (Hebrew, Arabic, the scripts of India): no letters to Python."""
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_MARKS}])"
_TOKEN = re.compile(
    rf"[{_UNSPACED}]"  # one character of a script without spaces
    r"|\d+(?:st|nd|rd|th)\b"  # 20th
    r"|\d+(?:[.,]\d+)*"  # 100, 1,000, 2.5
    rf"|{_LETTER}+\d*(?:'[^\W\d_]+)?\d*"  # treaty, q3, don't
    r"|[&%$€£]"
)


def normalise(text: str) -> str:
    """Return the text in the one form that matching compares: NFKC, lower case, plain quotes and spaces, no controls.

    Accents that are typed behind a letter and make no letter of their own with it, such as stress marks, are dropped.
    """
    folded = unicodedata.normalize("NFKC", text.translate(_FOLDED)).casefold().translate(_FOLDED)
    if not (folded.isascii() and folded.isprintable()):
        folded = "".join(_visible(folded))
    return " ".join(folded.split())


def _visible(text: str) -> Iterator[str]:
    """Control characters become spaces; format characters (direction marks, joiners) and lone surrogates vanish."""
    for character in text:
        category = unicodedata.category(character)
        if category == "Cc":
            yield " "
        elif category not in ("Cf", "Cs") and not "\u0300" <= character <= "\u036f":
            yield character


@lru_cache(maxsize=16384)
def tokenise(text: str) -> tuple[str, ...]:
    """Return the tokens of any text: words, numbers, single characters of unspaced scripts; contractions written out."""
    found: list[str] = []
    for token in _TOKEN.findall(normalise(text)):
        found.extend(_written_out(token))
    return tuple(found)


@lru_cache(maxsize=65536)
def _written_out(token: str) -> tuple[str, ...]:
    whole = CONTRACTIONS.get(token) or CHAT.get(token)
    if whole is not None:
        return tuple(whole.split())
    for ending, instead in CONTRACTED_ENDINGS.items():
        if token.endswith(ending) and len(token) > len(ending):
            return tuple((token.removesuffix(ending) + instead).split())
    stem, quote, rest = token.partition("'")
    if quote and rest == "s":
        return (stem, "is") if stem in WORDS_BEFORE_IS else (stem,)
    if token[0].isdigit():
        return (token.replace(",", ""),)
    return (token.replace("'", ""),)


def capitals(text: str) -> frozenset[str]:
    """Return the words, folded, that a text writes with a capital within a sentence; none where most words have one."""
    words = re.findall(r"(^|[.!?:]\s+|[^\w'’])([^\W\d_]+)", text)
    found = [word for before, word in words if word[0].isupper() and before and before[0] not in ".!?:"]
    return frozenset(word.casefold() for word in found) if 2 * len(found) < len(words) else frozenset()


def grams(tokens: Iterable[str]) -> Iterator[str]:
    """Yield the three-letter sequences within each token, its ends marked by spaces; a single letter gives itself."""
    for token in tokens:
        yield from _grams(token)


@lru_cache(maxsize=65536)
def _grams(token: str) -> tuple[str, ...]:
    padded = f" {token} "
    return tuple(padded[start : start + 3] for start in range(len(padded) - 2))
