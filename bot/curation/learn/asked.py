"""What was asked: the journal of some days as one frozen summary, the same for every surface."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np

from bot.curation.evaluate import Share
from bot.curation.learn.unanswered import OpenQuestion, open_questions, voted_down
from bot.journal import Journal, Question, Report, Vote

_SLOW = 1.0  # seconds from which a reply counts as slow
_SHOWN = 20  # slow questions


@dataclass(frozen=True, slots=True)
class Filters:
    """Which part of the journal is looked at; what is left empty lets everything through.

    Attributes:
        days: how far back.
        outcome: the name of an outcome.
        surface: where it was asked.
        entry: the key of the entry that the reply stood on.
        containing: what the question's text must have, whatever its case.
    """

    days: int = 30
    outcome: str = ""
    surface: str = ""
    entry: str = ""
    containing: str = ""

    def lets(self, question: Question) -> bool:
        """Say whether a question passes."""
        pairs = ((self.outcome, question.outcome), (self.surface, question.surface), (self.entry, question.entry))
        wanted = all(not given or given == found for given, found in pairs)
        return wanted and self.containing.casefold() in question.text.casefold()


@dataclass(frozen=True, slots=True)
class Day:
    """How many questions of each outcome came on one day (UTC)."""

    date: date
    outcomes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds until a reply was worked out, of half, of nine in ten, of ninety-nine in a hundred questions, and of all."""

    half: float
    most: float
    nearly_all: float
    all: float


@dataclass(frozen=True, slots=True)
class EntryUse:
    """How often replies stood on an entry, and the share of the votes on it that found them not helpful."""

    entry: str
    asked: int
    unhelpful: Share


@dataclass(frozen=True, slots=True)
class Asked:
    """The journal of some days.

    Attributes:
        filters: what was let through.
        until: the end of the days.
        questions: what was let through, the first stored first.
        days: the questions of each day, none left out.
        outcomes: the share of each outcome, the most frequent first.
        latency: how long replies took.
        slow: the slow ones, the slowest first.
        entries: the entries by how often they were used.
        badly_voted: the entries whose votes are bad, the surely worst first.
        reports: what members reported as wrong, the latest first.
        unanswered: the distinct questions that got no answer, or one that was voted down, the most frequent first.
        with_text: how many of the questions have their text: where texts are not kept, nothing can be learned.
    """

    filters: Filters
    until: datetime
    questions: tuple[Question, ...]
    days: tuple[Day, ...]
    outcomes: tuple[tuple[str, Share], ...]
    latency: Latency
    slow: tuple[Question, ...]
    entries: tuple[EntryUse, ...]
    badly_voted: tuple[EntryUse, ...]
    reports: tuple[Report, ...]
    unanswered: tuple[OpenQuestion, ...]
    with_text: int


def read_asked(journal: Journal, filters: Filters, until: datetime) -> Asked:
    """Read the journal of the days before a time.

    Raises:
        JournalError: it cannot be read.
    """
    since = until - timedelta(days=filters.days)
    return summarise(journal.questions(since), journal.votes(since), journal.reports(since), filters, until)


def summarise(
    questions: Iterable[Question], votes: Iterable[Vote], reports: Iterable[Report], filters: Filters, until: datetime
) -> Asked:
    """Summarise what a journal holds; the same rows give the same summary."""
    found = tuple(question for question in questions if filters.lets(question))
    judged = tuple(vote for vote in votes if filters.entry in ("", vote.entry))
    uses = _uses(found, judged)
    bad = sorted((use for use in uses if use.unhelpful.count), key=lambda use: (-use.unhelpful.interval[0], use.entry))
    told = sorted((one for one in reports if filters.entry in ("", one.entry)), key=lambda one: one.time, reverse=True)
    return Asked(
        filters=filters,
        until=until,
        questions=found,
        days=_days(found, until.astimezone(UTC).date(), filters.days),
        outcomes=_outcomes(found),
        latency=_latency([question.latency for question in found]),
        slow=_slow(found),
        entries=uses,
        badly_voted=tuple(bad),
        reports=tuple(told),
        unanswered=open_questions(found, voted_down(found, judged)),
        with_text=sum(bool(question.text) for question in found),
    )


def _days(questions: Iterable[Question], last: date, days: int) -> tuple[Day, ...]:
    counted: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for question in questions:
        counted[question.time.astimezone(UTC).date()][question.outcome] += 1
    first = max(last - timedelta(days=days), min(counted, default=last))
    every = (first + timedelta(days=day) for day in range((last - first).days + 1))
    return tuple(Day(day, dict(sorted(counted[day].items()))) for day in every)


def _outcomes(questions: Sequence[Question]) -> tuple[tuple[str, Share], ...]:
    counted = Counter(question.outcome for question in questions)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((name, Share(count, len(questions))) for name, count in ordered)


def _latency(seconds: Sequence[float]) -> Latency:
    return Latency(*map(float, np.quantile(seconds, (0.5, 0.9, 0.99, 1.0)))) if seconds else Latency(0.0, 0.0, 0.0, 0.0)


def _slow(questions: Iterable[Question]) -> tuple[Question, ...]:
    slow = (question for question in questions if question.latency >= _SLOW)
    return tuple(sorted(slow, key=lambda question: -question.latency)[:_SHOWN])


def _uses(questions: Iterable[Question], votes: Sequence[Vote]) -> tuple[EntryUse, ...]:
    used = Counter(question.entry for question in questions if question.entry)
    judged, unhelpful = Counter(vote.entry for vote in votes), Counter(vote.entry for vote in votes if not vote.helpful)
    uses = [EntryUse(entry, used[entry], Share(unhelpful[entry], judged[entry])) for entry in {*used, *judged}]
    return tuple(sorted(uses, key=lambda use: (-use.asked, use.entry)))
