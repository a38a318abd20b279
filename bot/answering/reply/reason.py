"""Why a reply is what it is, and the entries that were weighed for it."""

from dataclasses import dataclass

from bot.knowledge import Entry
from bot.matching import Contradiction, Evidence, Guard


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

    @classmethod
    def nothing_matched(cls, threshold: float) -> "Reason":
        """Return the reason of a reply that no entry was weighed for."""
        return cls(None, (), None, threshold)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that may be meant, with the confidence (0..1) that it is; `article` names its article if there are several."""

    entry: Entry
    confidence: float
    article: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How sure each thing is that could be said to a question, whatever is said in the end.

    Attributes:
        answered: the entries that may answer it, the likeliest first, each with the confidence that it does.
        unanswered: the entries whose note may be apt, in the same way.
        off_topic: the confidence that it is about something else.
        against: the decisive words of the question against the first of `answered`.
    """

    answered: tuple[Suggestion, ...]
    unanswered: tuple[Suggestion, ...]
    off_topic: float
    against: tuple[Contradiction, ...]
