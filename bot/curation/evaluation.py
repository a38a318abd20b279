"""Evaluation: what becomes of labelled questions, counted by kind.

A reply to an answerable question is right if a cited sentence is one of its gold sentences and every `must` stands in
what was said; wrong if it answers otherwise. Any answer to the other kinds is a false answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from bot.answering import Answer, Answerer, NoAnswer, Reply, Suggestions
from bot.curation.questions import KINDS, LabelledQuestion
from bot.knowledge import Entry

Verdict = Literal["right", "wrong", "suggested", "declined", "false answer"]
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its reply, the verdict on it, and whether the knowledge holds the question word for word."""

    question: LabelledQuestion
    reply: Reply
    verdict: Verdict
    in_file: bool

    @property
    def missed(self) -> bool:
        """Whether this is a miss: a wrong or false answer, or an answerable question left unanswered."""
        return self.verdict in ("wrong", "false answer") or (self.question.kind == "answerable" and self.verdict != "right")


@dataclass(frozen=True, slots=True)
class Share:
    """A share of questions with its counts and its Wilson 95 % interval."""

    count: int
    total: int

    @property
    def value(self) -> float:
        """The share, 0..1; 0 of nothing is 0."""
        return self.count / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval at 95 % (Wilson 1927); 0..1 where there is nothing to count."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.value
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, middle - half), min(1.0, middle + half)


def evaluate(answerer: Answerer, questions: Sequence[LabelledQuestion], progress: Callable[[], None]) -> tuple[Judged, ...]:
    """Ask every question and judge every reply, in order; `progress` is called after each."""
    known = {_folded(text) for k in answerer.library for entry in k.entries for text in (entry.question, *entry.phrasings)}
    judged: list[Judged] = []
    for question in questions:
        reply = answerer.answer(question.q)
        judged.append(Judged(question, reply, _verdict(answerer, question, reply), _folded(question.q) in known))
        progress()
    return tuple(judged)


def _verdict(answerer: Answerer, question: LabelledQuestion, reply: Reply) -> Verdict:
    if isinstance(reply, Answer):
        if question.kind != "answerable":
            return "false answer"
        return "right" if fits(answerer, question, reply.entry) else "wrong"
    return "suggested" if isinstance(reply, Suggestions) else "declined"


def fits(answerer: Answerer, question: LabelledQuestion, entry: Entry) -> bool:
    """Say whether an entry cites a gold sentence and says all that the question's label asks for."""
    cited = {f"S{s.number:02}" for p in entry.passages for s in answerer.article(p).sentences_within(p)}
    said = _folded(" ".join((entry.answer, *(passage.quote for passage in entry.passages))))
    gold = {f"S{int(name[1:]):02}" for name in question.gold}
    return bool(cited & gold) and all(any(_folded(word) in said for word in group) for group in question.must)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def suggested_right(answerer: Answerer, judged: Judged) -> bool:
    """Say whether the right entry is among what was suggested in place of an answer."""
    reply = judged.reply
    offered = reply.suggestions if isinstance(reply, Suggestions | NoAnswer) else ()
    return any(fits(answerer, judged.question, suggestion.entry) for suggestion in offered)


def shares(judged: Sequence[Judged]) -> dict[str, dict[str, Share]]:
    """Return, for each kind that occurs, the share of each verdict that can occur for it."""
    found: dict[str, dict[str, Share]] = {}
    for kind in KINDS:
        of_kind = [one.verdict for one in judged if one.question.kind == kind]
        if of_kind:
            verdicts = ("right", "wrong") if kind == "answerable" else ("false answer",)
            found[kind] = {name: Share(of_kind.count(name), len(of_kind)) for name in (*verdicts, "suggested", "declined")}
    return found
