"""The questions that a journal holds an answer to be learned for: without one, or with one that was voted down."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.journal import Question, Vote
from bot.language import tokenise

_WITHOUT_ANSWER = frozenset({"unclear", "suggestions", "passage"})
SURE = 0.75
"""Confidence from which a note, or that a question is about something else, is believed: a judgement on development questions,
of which those about something else are mostly told so with more."""
_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)  # what the ids of Discord's messages are counted from, in milliseconds
_AT_ONCE = timedelta(seconds=15)  # a reply is sent so soon after its question is recorded


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A text that was asked, once or often, without an answer that stands.

    Attributes:
        text: as it was asked, the most frequent way to write it.
        count: how often.
        outcomes: what became of it, the most frequent first.
        last: when it was asked last.
    """

    text: str
    count: int
    outcomes: tuple[str, ...]
    last: datetime


def open_questions(questions: Iterable[Question], down: frozenset[int]) -> tuple[OpenQuestion, ...]:
    """Return the distinct texts of the questions without an answer, the most frequent first; ties by text.

    Args:
        questions: those of the journal, in order.
        down: the places of those whose answer was voted down.
    """
    same: defaultdict[str, list[Question]] = defaultdict(list)
    for place, question in enumerate(questions):
        if question.text.strip() and (place in down or _without_answer(question)):
            same[_read(question.text)].append(question)
    found = map(_as_one, same.values())
    return tuple(sorted(found, key=lambda one: (-one.count, one.text)))


def _read(text: str) -> str:
    """Return what makes two texts the same: their words, or, of a text without any, its characters."""
    return " ".join(tokenise(text)) or text


def _without_answer(question: Question) -> bool:
    unsure = question.outcome in ("not_said", "off_topic") and question.confidence < SURE
    return unsure or question.outcome in _WITHOUT_ANSWER


def _as_one(questions: Sequence[Question]) -> OpenQuestion:
    written = _by_frequency(" ".join(question.text.split()) for question in questions)
    outcomes = _by_frequency(question.outcome for question in questions)
    return OpenQuestion(written[0], len(questions), outcomes, max(question.time for question in questions))


def _by_frequency(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in sorted(Counter(texts).items(), key=lambda pair: (-pair[1], pair[0])))


def voted_down(questions: Sequence[Question], votes: Iterable[Vote]) -> frozenset[int]:
    """Return the places of the questions whose answer got more votes against it than for it.

    A vote knows its answer's message and not the question. The message's id tells when it was sent; the question is the last
    one before with the same entry in the same server, if there is one a few seconds earlier.
    """
    asked: defaultdict[tuple[str | None, int | None], list[int]] = defaultdict(list)
    for place, question in enumerate(questions):
        asked[question.entry, question.guild].append(place)
    balance: Counter[int] = Counter()
    for vote in votes:
        sent = _EPOCH + timedelta(milliseconds=vote.answer >> 22)
        near = [place for place in asked[vote.entry, vote.guild] if abs(sent - questions[place].time) <= _AT_ONCE]
        if near:
            balance[min(near, key=lambda place: abs(sent - questions[place].time))] += 1 if vote.helpful else -1
    return frozenset(place for place, votes_for_it in balance.items() if votes_for_it < 0)
