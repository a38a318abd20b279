"""The reply: what the bot says to a question, the same on every surface."""

from dataclasses import dataclass

from bot import knowledge
from bot.knowledge import Entry
from bot.matching import Evidence, Guard


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The entry that came second, with its score (0..1)."""

    entry: str
    score: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the reply is what it is.

    Attributes:
        evidence: the match in words; None where nothing was matched, or where it was not asked for.
        guards: the signs against an answer.
        runner_up: the next best entry; None where there is none.
        threshold: the confidence from which a question is answered.
    """

    evidence: Evidence | None
    guards: tuple[Guard, ...]
    runner_up: RunnerUp | None
    threshold: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that may be meant, with the confidence (0..1) that it is; `article` names its article if there are several."""

    entry: Entry
    confidence: float
    article: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What every reply has: the question as asked, the confidence 0..1 that the article answers it so, and why."""

    question: str
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Answer(Reply):
    """An approved answer with its passages."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class Suggestions(Reply):
    """Did you mean: one to three entries, the likeliest first."""

    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Passage(Reply):
    """No curated answer, only the closest passages; a surface says that they are only that.

    The confidence is that the first is about what was asked, not that it answers it.

    Attributes:
        passages: the closest first, at least one.
        suggestions: questions nearby that the article answers, at most three.
    """

    passages: tuple[knowledge.Passage, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class NoAnswer(Reply):
    """The article does not say it, or says otherwise, or the question is about something else.

    Attributes:
        note: what to tell the asker.
        entry: the unanswered entry that fits; None where none does.
        passages: what the article does say; only of that entry.
        suggestions: questions nearby that the article answers, at most three.
        off_topic: whether the question is not about the article at all.
    """

    note: str
    entry: Entry | None
    passages: tuple[knowledge.Passage, ...]
    suggestions: tuple[Suggestion, ...]
    off_topic: bool
