"""What a change of a knowledge file would change: the same questions asked of the file before and of the file after."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answering import Answer, Answerer, NotSaid, Outcome
from bot.curation.evaluate import LabelledQuestion, verdict_on
from bot.curation.replay.said import Said, Voice, said
from bot.knowledge import Entry, Knowledge
from bot.matching import remembered_meanings

Change = Literal["better", "worse", "other"]
_RIGHT, _SILENT, _FALSE = 2, 1, 0
_AS_RIGHT = frozenset(("right", "answered", "noted"))
_AS_FALSE = frozenset(("wrong", "false answer", "denied"))


@dataclass(frozen=True, slots=True)
class OwnWording:
    """A wording of the file, and the key of the entry that it belongs to."""

    text: str
    entry: str


Replayable = OwnWording | LabelledQuestion
"""A question of which it is known what a right reply is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that is replied to otherwise.

    Attributes:
        question: what is asked.
        before: the reply now.
        after: the reply with the change.
        change: better or worse by the question's label, or other: as right, or as wrong.
    """

    question: str
    before: Said
    after: Said
    change: Change


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many questions were asked of both, and those that are replied to otherwise, the worse ones first."""

    asked: int
    differences: tuple[Difference, ...]

    def count(self, change: Change) -> int:
        """Return how many replies change so."""
        return sum(difference.change == change for difference in self.differences)


def wordings_of(before: Iterable[Knowledge], after: Iterable[Knowledge]) -> tuple[OwnWording, ...]:
    """Return every wording of the files after a change, and those before it that are gone."""
    found = [
        OwnWording(text, entry.key)
        for knowledge in (*after, *before)
        for entry in knowledge.entries
        for text in (entry.question, *entry.phrasings)
    ]
    return tuple({one.text: one for one in reversed(found)}.values())[::-1]


def replay(
    before: Voice, after: Voice, questions: Sequence[Replayable], progress: Callable[[], object] = lambda: None
) -> Replayed:
    """Ask the files before and after a change the same questions.

    A question that is the very wording of the same unchanged entry in both is not asked: its reply cannot change.

    Args:
        before: answers from the file as it is; what it said in an earlier replay it is not asked again.
        after: answers from the changed file.
        questions: what is asked; of wordings those of `wordings_of`.
        progress: called after each question.
    """
    readers = _synonyms(before.answerer) == _synonyms(after.answerer)
    known, now = _entries(before.answerer), _entries(after.answerer)
    found: list[Difference] = []
    for question in questions:
        text = _text(question)
        if not (readers and _surely_same(known.get(text), now.get(text))):
            found += _difference(before, after, question)
        progress()
    order: tuple[Change, ...] = ("worse", "other", "better")
    return Replayed(len(questions), tuple(sorted(found, key=lambda one: (order.index(one.change), one.question))))


def _text(question: Replayable) -> str:
    return question.text if isinstance(question, OwnWording) else question.q


def _synonyms(answerer: Answerer) -> list[object]:
    return [knowledge.synonyms for knowledge in answerer.library]


def _entries(answerer: Answerer) -> Mapping[str, Entry]:
    """Return the entry of each wording of the files; each has one, or they would not load."""
    entries = (entry for knowledge in answerer.library for entry in knowledge.entries)
    return {text: entry for entry in entries for text in (entry.question, *entry.phrasings)}


def _surely_same(known: Entry | None, now: Entry | None) -> bool:
    """Say whether a text is a wording of the same entry in both, in which nothing but other wordings changed."""
    if known is None or now is None:
        return False
    return known is now or replace(known, phrasings=()) == replace(now, phrasings=())


def _difference(before: Voice, after: Voice, question: Replayable) -> tuple[Difference, ...]:
    text = _text(question)
    with remembered_meanings():
        replies = before.reply(text), after.reply(text)
    was, now = map(said, replies)
    if not was.differs(now):
        return ()
    steps = _rank(after.answerer, question, replies[1]) - _rank(before.answerer, question, replies[0])
    return (Difference(text, was, now, "better" if steps > 0 else "worse" if steps < 0 else "other"),)


def _rank(answerer: Answerer, question: Replayable, reply: Outcome) -> int:
    """Return whether a reply is right, says nothing that is wrong, or is false."""
    if isinstance(question, LabelledQuestion):
        verdict = verdict_on(answerer, question, reply)
        return _RIGHT if verdict in _AS_RIGHT else _FALSE if verdict in _AS_FALSE else _SILENT
    if not isinstance(reply, Answer | NotSaid):
        return _SILENT
    if question.entry in {entry.key for entry in (reply.entry, *getattr(reply, "also", ()))}:
        return _RIGHT
    return _RIGHT if _as_right(answerer, question.entry, reply.entry) else _FALSE


def _as_right(answerer: Answerer, key: str, other: Entry) -> bool:
    """Say whether an entry is right for the questions of another one too: it stands on a sentence of its."""
    own = next((entry for knowledge in answerer.library for entry in knowledge.entries if entry.key == key), None)
    if own is None or not (own.answered and other.answered):
        return False
    cited = [{s.number for p in entry.passages for s in answerer.article(p).sentences_within(p)} for entry in (own, other)]
    return not cited[0].isdisjoint(cited[1])
