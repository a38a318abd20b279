"""What kind of question it is: the word it asks with, its numbers, whether it denies or takes something for granted.

Two questions may share every noun and still ask different things; these signs tell them apart. How a kind is known
stands in the language's pack.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.pack import ENGLISH, LanguagePack

YESNO = "yesno"
TERSE = "keywords"
"""The kind of a text that asks with no question word and no verb: a few words thrown in."""
KINDS = ("why", "howlong", "howmany", "when", "where", "who", "how", "what", YESNO, TERSE)
"""Every kind of question there is, in every language."""
_BEGINNING = 4  # words among which the verb of a question for yes or no stands


@dataclass(frozen=True, slots=True)
class Structure:
    """What one question asks for: its kind, its numbers, its negative words, whether it takes something for granted."""

    kind: str
    numbers: frozenset[str]
    negatives: frozenset[str]
    presupposes: bool


def structure(words: Sequence[str], pack: LanguagePack = ENGLISH) -> Structure:
    """Return the structure of a question given as corrected words."""
    joined = " ".join(words)
    return Structure(
        kind=_kind(joined, words, pack),
        numbers=frozenset(number for word in words if (number := as_number(word, pack))),
        negatives=frozenset(pack.negatives.intersection(words)),
        presupposes=bool(pack.presupposing.search(joined)),
    )


def _kind(joined: str, words: Sequence[str], pack: LanguagePack) -> str:
    first = pack.asking.search(joined)
    if first:  # "where was he when …" asks where: a later when or who only relates
        joined = joined[: first.end()] + pack.relating.sub(" ", joined[first.end() :])
    for kind, pattern in pack.question_types.items():
        if pattern.search(joined):
            return kind
    return TERSE if pack.auxiliaries.isdisjoint(words[:_BEGINNING]) else YESNO


def as_number(token: str, pack: LanguagePack = ENGLISH) -> str | None:
    """Return the canonical form of a number, ordinal, date word or unit ("second" → "2nd"), or None for other words."""
    found = pack.numbers.get(token) or pack.dates.get(token)
    return found or (token if token[0].isdigit() or token in pack.units else None)
