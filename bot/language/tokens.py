"""Text → tokens: one way of reading for questions, phrasings and passages, whatever was typed.

Quotes, dashes, spaces, case and width are folded; contractions and abbreviations are written out as the language's pack
has them. Scripts that write no spaces need no segmenter: each of their characters is a token.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from bot.language.pack import ENGLISH, LanguagePack

_FOLDED = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-"}
)
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
_MARKS = "\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0d7f"
"""Vowel signs and points that belong to the letter before them (Hebrew, Arabic, the scripts of India): no letters to Python."""
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_MARKS}])"
_TOKEN = (
    rf"[{_UNSPACED}]"  # one character of a script without spaces
    r"|\d+(?:{ordinals})\b"  # 20th
    r"|\d+(?:[.,]\d+)*"  # 100, 1,000, 2.5
    rf"|{_LETTER}(?:\.{_LETTER})+(?!\w)\.?(?:'[^\W\d_]+)?"  # u.s., p.m.
    rf"|{_LETTER}+\d*(?:'[^\W\d_]+)?\d*"  # treaty, q3, don't
    r"|[&%$€£]"
)
_CAPITALISED = re.compile(r"(^|[.!?:]\s+|[^\w'’])((?:[^\W\d_]\.)+[^\W\d_]\b|[^\W\d_]+)")
"""A word with what stands before it, if that is no letter; U.S. is one word."""


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


def tokenise(text: str, pack: LanguagePack = ENGLISH) -> tuple[str, ...]:
    """Return the tokens of any text: words, numbers, single characters of unspaced scripts; contractions written out."""
    found: list[str] = []
    for token in _token_pattern(pack).findall(normalise(text)):
        found.extend(_written_out(token, pack))
    return tuple(found)


@cache
def _token_pattern(pack: LanguagePack) -> re.Pattern[str]:
    return re.compile(_TOKEN.replace("{ordinals}", "|".join(pack.ordinals) or "(?!)"))


@cache
def _thousands(pack: LanguagePack) -> re.Pattern[str]:
    """Return the pattern of a number whose separators part thousands: three digits after each."""
    separator = re.escape(pack.thousands)
    return re.compile(rf"\d{{1,3}}(?:{separator}\d{{3}})+(?:[.,]\d+)?" if separator else "(?!)")


def _written_out(token: str, pack: LanguagePack) -> tuple[str, ...]:
    whole = pack.written_out.get(token)
    if whole is not None:
        return whole
    if token[0].isdigit():
        return (token.replace(pack.thousands, ""),) if _thousands(pack).fullmatch(token) else (token,)
    if "." in token:
        token = token.replace(".", "")
    return _without_apostrophe(token, pack) if "'" in token else (token,)


def _without_apostrophe(token: str, pack: LanguagePack) -> tuple[str, ...]:
    for ending, instead in pack.contracted_endings.items():
        if token.endswith(ending) and len(token) > len(ending):
            return tuple(f"{token.removesuffix(ending)} {instead}".split())
    owner, _, rest = token.partition("'")
    if rest == "s" and pack.before_is:
        return (owner, "is") if owner in pack.before_is else (owner,)
    return (token.replace("'", ""),)


def capitals(text: str, pack: LanguagePack = ENGLISH) -> frozenset[str]:
    """Return the words, folded, that a text writes as names are: with a capital within a sentence.

    None where most words have one, or where the language's capitals mark no names.
    """
    words = _CAPITALISED.findall(text) if pack.capitals_are_names else []
    found = [word for before, word in words if word[0].isupper() and before and before[0] not in ".!?:"]
    return frozenset(map(_folded, found)) if 2 * len(found) < len(words) else frozenset()


def proper_names(texts: Iterable[str], pack: LanguagePack = ENGLISH) -> frozenset[str]:
    """Return the words, folded, that the texts write with a capital in mid-sentence and never without one; and countries.

    A word that is too common to tell anything is no name, whatever stands before it.
    """
    with_capital: set[str] = set()
    without: set[str] = set()
    for text in texts if pack.capitals_are_names else ():
        for before, word in _CAPITALISED.findall(text):
            if word[0].islower():
                without.add(word)
            elif before and not before.strip():
                with_capital.add(_folded(word))
    return frozenset(with_capital - without - (pack.stopwords - pack.acronyms)) | pack.country_words


def is_date(word: str, pack: LanguagePack = ENGLISH) -> bool:
    """Say whether a word is a year, a month or a weekday."""
    return bool(pack.year.fullmatch(word)) or word in pack.dates


def _folded(word: str) -> str:
    return word.replace(".", "").casefold()


def grams(token: str) -> list[str]:
    """Return the three-letter sequences within a token, its ends marked by spaces; a single letter gives itself."""
    padded = f" {token} "
    return [padded[start : start + 3] for start in range(len(padded) - 2)]
