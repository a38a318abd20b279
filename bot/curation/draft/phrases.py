"""Parts of questions: a rest made plain and short, and what stands at its end left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.curation.draft.sentence.clauses import Clause
from bot.curation.draft.sentence.facts import DATE, REASON, SHARE

INDEFINITE = re.compile(r"^(?:an?|the|one of|part of) ")
"""What tells what somebody or something is begins so."""
LONG = 7  # words of a rest that is cut at a preposition
_TAIL = re.compile(
    r"\s(?:as well as|along with|together with|due to|because of|based on|rather than|such as|by|with|under|through|for|from"
    r"|as|to|in|on|at|after|before|during|among|between|within|against)\s"
)
CLAUSE_WITHIN = re.compile(
    r",? (?:stating|saying|arguing|claiming|giving|making|allowing|leading|resulting|causing|whereby|that|which|who|where"
    r"|when|whose|because|although|while|since|so that|if)\b.*"
)
MODALS = frozenset({"will", "can", "could", "may", "might", "must", "should", "would"})
BE = frozenset({"is", "was", "are", "were"})
RATE = re.compile(rf"\sby {SHARE.pattern}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, in the sentence's own words; neither is made ready for readers yet."""

    question: str
    answer: str


def without_rate(rest: str) -> str:
    """Return a rest up to a rate: “by 70 %”."""
    found = RATE.search(rest)
    return rest[: found.start()] if found else rest


def without_reason(rest: str) -> str:
    """Return a rest up to a reason."""
    found = REASON.search(rest)
    return rest[: found.start()] if found else rest


def without_last_date(rest: str) -> str:
    """Return a rest without a date at its end."""
    date = DATE.search(rest)
    return rest[: date.start()] if date and date.end() >= len(rest) else rest


def in_year(clause: Clause) -> str:
    """Return the date that a clause begins with, as it stands at the end of a question; empty without one."""
    dated = clause.lead and DATE.fullmatch(f" {clause.lead}") and not DATE.search(f" {clause.rest}")
    return f" {clause.lead[0].casefold()}{clause.lead[1:]}" if dated else ""


def plain(rest: str) -> str:
    """Return a rest without a clause within it."""
    return CLAUSE_WITHIN.sub("", f" {rest}").strip(" ,")


def shortened(rest: str, longest: int = LONG) -> str:
    """Return a rest that is short enough for a question: cut before a preposition where it is long."""
    words = rest.split()
    if len(words) <= longest:
        return rest
    head = rest.split(",")[0]
    cuts = [found.start() for found in _TAIL.finditer(head) if len(head[: found.start()].split()) >= _kept(words)]
    return head[: cuts[0]] if cuts else head


def _kept(words: Sequence[str]) -> int:
    """Return how many words are kept at least: a participle says enough, an object needs some more."""
    return 1 if words[0].endswith("ed") else 3
