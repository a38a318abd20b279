"""What kind of question it is: the word it asks with, its numbers, whether it denies or takes something for granted.

Two questions may share every noun and still ask different things; these signs tell them apart. The kinds and their
order are those of a prototype that measured them (question kind is the single most useful sign).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.english import AUXILIARIES, DATE_WORDS, NEGATIVE, NUMBER_WORDS, SAME_DATE_WORD, UNITS

TERSE = "keywords"
"""The kind of a text that asks with no question word and no verb: a few words thrown in."""

_REASON = r"(?:for |on )?(?:what|which) (?:\w+ )?(?:reasons?|excuse|cause[sd]?|grounds)"
_KINDS = tuple(
    (kind, re.compile(rf"(?:^| )(?:{pattern})(?: |$)"))
    for kind, pattern in (
        ("why", rf"why|how come|what for|reasons? for|{_REASON}"),
        ("howlong", r"how (?:long|old|often|far|soon|late|frequently)|(?:what|which) (?:duration|length)|duration|length"),
        ("howmany", r"how (?:many|much|big|large|high|great)|number of|numbers?|amount|percentage|per cent|percent|%"),
        ("when", r"when|(?:what|which) (?:exact )?(?:time|day|month|year|date|week|weekday|period|quarters?|timeframe)|dates?"),
        ("where", r"where|(?:what|which) (?:city|place|location|venue|country|town|stadium)|location|place"),
        ("who", r"who|whom|whose|names? of|(?:what|which) (?:persons?|people|leaders?|officials?|ministers?|presidents?)"),
        ("how", r"how"),
        ("what", r"what|which"),
    )
)  # fmt: skip
YESNO = "yesno"
KINDS = (*(kind for kind, _ in _KINDS), YESNO, TERSE)
"""Every kind of question there is."""
_ASKING = re.compile(r"\b(?:why|how|when|where|who|whom|whose|what|which)\b")
_RELATING = re.compile(r"\b(?:when|where|who|whom|whose)\b")
_GRANTED = re.compile(
    rf"(?:^| )(?:why|how come|how could|how did .+ (?:react|respond)|since (?:it|this|they|the|he|she|when)|{_REASON}"
    r"|what went wrong|after .+ (?:refused|rejected|cancelled))(?: |$)"
)


@dataclass(frozen=True, slots=True)
class Structure:
    """The signs of one question: its kind, its numbers, whether it has a negative word, whether it presupposes."""

    kind: str
    numbers: frozenset[str]
    negatives: frozenset[str]
    presupposes: bool


def structure(tokens: Sequence[str]) -> Structure:
    """Return the signs of a question given as corrected tokens."""
    joined = " ".join(tokens)
    return Structure(
        kind=_kind(joined, tokens),
        numbers=frozenset(number for token in tokens if (number := as_number(token))),
        negatives=frozenset(NEGATIVE.intersection(tokens)),
        presupposes=bool(_GRANTED.search(joined)),
    )


def _kind(joined: str, tokens: Sequence[str]) -> str:
    first = _ASKING.search(joined)
    if first:  # "where was he when …" asks where: a later when or who only relates
        joined = joined[: first.end()] + _RELATING.sub(" ", joined[first.end() :])
    for kind, pattern in _KINDS:
        if pattern.search(joined):
            return kind
    return YESNO if AUXILIARIES.intersection(tokens[:4]) else TERSE


def as_number(token: str) -> str | None:
    """Return the canonical form of a number, ordinal, date word or unit ("second" → "2nd"), or None for other words."""
    if token in NUMBER_WORDS:
        return NUMBER_WORDS[token]
    if token in DATE_WORDS:
        return SAME_DATE_WORD.get(token, token)
    return token if token[0].isdigit() or token in UNITS else None
