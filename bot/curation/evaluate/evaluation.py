"""Evaluation: what becomes of labelled questions, counted by kind.

A reply to an answerable question is right if a cited sentence is one of its gold sentences and every `must` stands in
the answer or its passages; wrong if it answers otherwise. Where neither is labelled any answer will do: it is told apart as
“answered”, counts as right, and tells nothing of confidence. Any answer to the other kinds is a false answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answering import (
    Answer,
    Answerer,
    Contradicted,
    NotSaid,
    OffTopic,
    Reply,
    Suggestion,
    Suggestions,
    Unclear,
    likeliest,
    nearest_wording,
)
from bot.curation.evaluate.labelled import LabelledQuestion
from bot.errors import QuestionsError
from bot.knowledge import Entry
from bot.language import tokenise
from bot.matching import remembered_meanings

Verdict = Literal["right", "answered", "wrong", "false answer", "suggested", "unclear", "denied", "noted", "off topic"]
"""What became of a question: answered; offered something; told that the bot is not sure; denied an answer that the article has;
or, where it has none, told so by a note, or told that it is about something else."""
RIGHT: tuple[Verdict, ...] = ("right", "answered")
"""The verdicts that count as right."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The entry nearest to a question: the one that the reply is about, or else the one that would be answered.

    Attributes:
        entry: its key.
        confidence: the confidence in it, 0..1.
        phrasing: its wording nearest to the question.
    """

    entry: str
    confidence: float
    phrasing: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its reply, and what became of it.

    Attributes:
        question: the question with its label.
        reply: what the bot replied.
        verdict: what that was.
        confidence: the confidence, 0..1, in the entry that would be answered, whatever the threshold.
        fits: whether that entry answers the question.
        in_file: whether the knowledge holds the question word for word.
        offered: whether the right entry is among those that were offered in place of an answer.
        nearest: of a miss, the entry nearest to the question; None where there is none.
    """

    question: LabelledQuestion
    reply: Reply
    verdict: Verdict
    confidence: float
    fits: bool
    in_file: bool
    offered: bool
    nearest: Nearest | None = None

    @property
    def missed(self) -> bool:
        """Whether this is a miss: a wrong or false answer, or an answerable question left unanswered."""
        return self.verdict in ("wrong", "false answer") or (self.question.answerable and self.verdict not in RIGHT)


def evaluate(answerer: Answerer, questions: Sequence[LabelledQuestion], progress: Callable[[], None]) -> tuple[Judged, ...]:
    """Ask every question and judge every reply, in order; `progress` is called after each.

    Raises:
        QuestionsError: a gold sentence that no article has, or that is a caption: the questions are about another one.
    """
    known = {tokenise(text) for k in answerer.library for entry in k.entries for text in (entry.question, *entry.phrasings)}
    _refuse_strangers(answerer, questions)
    judged: list[Judged] = []
    for question in questions:
        with remembered_meanings():
            judged.append(_judged(answerer, question, tokenise(question.q) in known))
        progress()
    return tuple(judged)


def _judged(answerer: Answerer, question: LabelledQuestion, in_file: bool) -> Judged:
    reply, nearest = answerer.answer(question.q), likeliest(answerer, question.q)
    fit = nearest is not None and question.answerable and fits(answerer, question, nearest.entry)
    verdict, sure = verdict_on(answerer, question, reply), nearest.confidence if nearest else 0.0
    found = Judged(question, reply, verdict, sure, fit, in_file, _offered(answerer, question, reply))
    return replace(found, nearest=_nearest(answerer, question.q, reply, nearest)) if found.missed else found


def _nearest(answerer: Answerer, asked: str, reply: Reply, nearest: Suggestion | None) -> Nearest | None:
    if isinstance(reply, Answer | NotSaid | Contradicted):
        entry, sure = reply.entry, reply.confidence
    elif nearest:
        entry, sure = nearest.entry, nearest.confidence
    else:
        return None
    return Nearest(entry.key, sure, nearest_wording(answerer, asked, entry))


def _refuse_strangers(answerer: Answerer, questions: Sequence[LabelledQuestion]) -> None:
    known = {sentence.number for knowledge in answerer.library for sentence in knowledge.article.citable()}
    strange = [
        f"{one.id}: {name} is no sentence of the article that can be cited"
        for one in questions
        for name in one.gold
        if int(name[1:]) not in known
    ]
    if strange:
        has = f"it has S{min(known)} to S{max(known)}, captions apart; name the knowledge that the questions are about"
        raise QuestionsError("\n".join((*strange, has)))


def verdict_on(answerer: Answerer, question: LabelledQuestion, reply: Reply) -> Verdict:
    """Say what became of a labelled question."""
    if isinstance(reply, Answer):
        if not question.answerable:
            return "false answer"
        right = fits(answerer, question, reply.entry)
        return "wrong" if not right else "right" if question.graded else "answered"
    if isinstance(reply, Suggestions):
        return "suggested"
    if isinstance(reply, NotSaid | Contradicted | OffTopic) and question.answerable:
        return "denied"
    return "noted" if isinstance(reply, NotSaid | Contradicted) else "off topic" if isinstance(reply, OffTopic) else "unclear"


def fits(answerer: Answerer, question: LabelledQuestion, entry: Entry) -> bool:
    """Say whether an entry cites a gold sentence, where there are some, and says all that the question's label asks for."""
    cited = {f"S{s.number:02}" for p in entry.passages for s in answerer.article(p).sentences_within(p)}
    text = _folded(" ".join((entry.answer, *(passage.quote for passage in entry.passages))))
    gold = {f"S{int(name[1:]):02}" for name in question.gold}
    return (not gold or bool(cited & gold)) and all(any(_folded(word) in text for word in group) for group in question.must)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _offered(answerer: Answerer, question: LabelledQuestion, reply: Reply) -> bool:
    offered = reply.suggestions if isinstance(reply, Suggestions | NotSaid | Contradicted | Unclear) else ()
    return question.answerable and question.graded and any(fits(answerer, question, suggestion.entry) for suggestion in offered)
