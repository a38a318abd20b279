"""The numbers and dates that a text says, however they are written: 1.5 million is 1,500,000, the 3rd the third, 70 % 70 percent.

English number words; digits and dates of any language that writes them so.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from bot.language import as_number, normalise, tokenise

_BELOW_TEN = "zero one two three four five six seven eight nine"
_BELOW_TWENTY = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SMALL = f"{_BELOW_TEN} {_BELOW_TWENTY}"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_WORDS = (
    {word: number for number, word in enumerate(_SMALL.split())}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
    | {f"{word}th": number for number, word in enumerate(_SMALL.split()) if number > 12}
    | {f"{word[:-1]}ieth": 10 * number for number, word in enumerate(_TENS.split(), start=2)}
    | {word: number for number, word in enumerate(_SMALL_ORDINALS.split(), start=1)}
)
_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
    "tn": 10**12,
}  # fmt: skip
_LETTERS = {"k": "thousand", "m": "million", "b": "billion"}
"""Letters behind a number that may be a scale, or a unit: they are read as one only where that lets more stand."""
_PLURALS = {f"{word}s": word for word in (*_SCALES, *_WORDS) if len(word) > 2}
_IMPLIED = {"both": 2, "pair": 2, "couple": 2, "twice": 2, "once": 1, "single": 1, "dozen": 12, "decade": 10, "century": 100}
"""Words that stand behind a number without being one."""
_UNITS = {
    "%": "%", "percent": "%", "percentage": "%", "€": "€", "euro": "€", "euros": "€", "eur": "€",
}  # fmt: skip
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13,
          "xiv": 14, "xv": 15, "xvi": 16}  # fmt: skip
_PER_CENT = re.compile(r"\bper cent\b")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_RANGE = re.compile(r"\b(\d{4})[-–](\d{1,2})\b")
_NAMED_ROMAN = re.compile(r"\b[A-Z]\w+ ([IVX]{2,5}|V|X)\b")
_LISTED = re.compile(r",| and | or ")


@lru_cache(maxsize=4096)
def said(text: str) -> dict[str, str]:
    """Return the numbers, dates and units that a text says, in one form each, with how the text has them."""
    return dict(_said(_tokens(text)))


@lru_cache(maxsize=4096)
def behind(text: str) -> frozenset[str]:
    """Return what a text stands behind: what it says, and other ways to say that."""
    tokens = _tokens(text)
    scaled = frozenset(dict(_said([_LETTERS.get(token, token) for token in tokens])))
    parts = {str(_WORDS[token]) for token in tokens if token in _WORDS} | {token for token in map(_plain_digits, tokens) if token}
    implied = {str(number) for word, number in _IMPLIED.items() if word in tokens or f"{word}s" in tokens}
    later = {f"{years[: -len(end)]}{end}" for years, end in _RANGE.findall(text)}
    roman = {str(_ROMAN[found.casefold()]) for found in _NAMED_ROMAN.findall(text) if found.casefold() in _ROMAN}
    return frozenset(said(text)) | scaled | parts | implied | later | roman


def roman(word: str) -> str | None:
    """Return the number that a Roman numeral of a name stands for; None for other words."""
    number = _ROMAN.get(word.casefold()) if word.isupper() else None
    return str(number) if number else None


def counted_items(text: str) -> frozenset[str]:
    """Return how many things the sentences of a text list: an answer may count what it lists."""
    sentences = re.split(r"(?<=[.!?;])\s+|:\s+", text)
    return frozenset(str(len([part for part in _LISTED.split(one) if part.strip()])) for one in sentences if _LISTED.search(one))


def _tokens(text: str) -> tuple[str, ...]:
    return tokenise(_PER_CENT.sub("percent", normalise(text)))


def _said(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(tokens):
        length, number = _number_at(tokens, place)
        if length:
            yield number, " ".join(tokens[place : place + length])
        else:
            token = tokens[place]
            named = _UNITS.get(token) or as_number(token)
            if named and token not in _SCALES and token not in _WORDS and token not in _PLURALS:
                yield named, token
        place += length or 1


def _number_at(tokens: Sequence[str], place: int) -> tuple[int, str]:
    """Return how many tokens from a place on are one number, and the number; 0 where none is there."""
    total = current = Decimal(0)
    end, seen = place, False
    while end < len(tokens) and (seen or tokens[end] not in ("one", "ones")):
        token = _PLURALS.get(tokens[end], tokens[end])
        value = _value(token)
        if value is not None and not (seen and _starts_anew(tokens[end - 1], token)):
            current += value
        elif token in _SCALES and (seen or len(token) > 2):
            scaled = (current or 1) * _SCALES[token]
            total, current = (total + scaled, Decimal(0)) if _SCALES[token] > 100 else (total, Decimal(scaled))
        elif not (seen and _joins(tokens[end - 1 : end + 2])):
            break
        seen, end = True, end + 1
    return (end - place, _form(total + current)) if seen else (0, "")


def _joins(around: Sequence[str]) -> bool:
    """Say whether the middle one of three tokens is the “and” of a hundred and fifty."""
    return len(around) == 3 and around[0] == "hundred" and around[1] == "and" and around[2] in _WORDS


def _starts_anew(before: str, token: str) -> bool:
    """Say whether two neighbouring numbers are two: only tens with ones, and what follows a scale, go together."""
    if _PLURALS.get(before, before) in _SCALES or before == "and":
        return token not in _WORDS
    return not (before in _TENS.split() and _WORDS.get(token, 10) < 10)


def _value(token: str) -> Decimal | None:
    if token in _WORDS:
        return Decimal(_WORDS[token])
    found = _DIGITS.match(token)
    if not found or token[found.end() :] not in ("", "st", "nd", "rd", "th"):
        return None
    try:
        return Decimal(found.group().replace(",", ""))
    except InvalidOperation:  # such as 1.2.3
        return None


def _plain_digits(token: str) -> str:
    value = _value(token)
    return "" if value is None else _form(value)


def _form(number: Decimal) -> str:
    return f"{number.normalize():f}"
