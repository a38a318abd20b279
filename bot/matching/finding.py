"""What the matcher found for one question: the entries near it, and all that a decision weighs."""

from dataclasses import dataclass

from bot.language import Query
from bot.matching.decision_features import Signals
from bot.matching.index import Asked


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with its score: 0..1, higher is better, comparable between questions."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What the matcher found for one question.

    Attributes:
        whole: the question as it was read.
        asked: what of it was matched: its asking part, where the rest of it only blurs what is meant.
        exact: the key of the entry that has this very wording, if one has.
        supported: the best entries that have an answer, best first.
        declined: the best entries that have none, best first.
        background: how much the question is like questions about nothing here, on the scale of the scores.
        familiar: share of the question's weight in words that some entry has, 0..1.
        signals: what a decision weighs for the first of `supported`.
        declined_signals: the same for the first of `declined`.
    """

    whole: Query
    asked: Asked
    exact: str | None
    supported: tuple[Match, ...]
    declined: tuple[Match, ...]
    background: float
    familiar: float
    signals: Signals
    declined_signals: Signals

    @property
    def query(self) -> Query:
        """What of the question was matched, as it was read."""
        return self.asked.query
