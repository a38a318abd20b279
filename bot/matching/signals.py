"""What a decision weighs for the best answer to a question."""

import math
from dataclasses import dataclass

from bot.matching.guards import Guard

_SOFTENED = 0.1  # keeps the contrast of two small scores small
_CERTAIN = 0.01  # keeps the log odds finite: at most about ±4.6


@dataclass(frozen=True, slots=True)
class Signals:
    """Numbers about the best entry that has an answer, all comparable between questions and knowledge files.

    Attributes:
        score: its score, about 0..1.
        lead: its contrast with the best entry that has no answer, -1..1.
        clear: its contrast with questions about nothing here, -1..1.
        mass: log odds that the question is for any entry with an answer.
        strangest: weight of the rarest word that the entry does not know, 0..4.
        covered: share of the question's weight that the entry knows, 0..1.
        guards: the guards that fired.
    """

    score: float
    lead: float
    clear: float
    mass: float
    strangest: float
    covered: float
    guards: tuple[Guard, ...]

    @classmethod
    def nothing(cls) -> "Signals":
        """Return the signals where no entry has an answer."""
        return cls(score=0.0, lead=-1.0, clear=-1.0, mass=log_odds(0.0), strangest=4.0, covered=0.0, guards=())


def contrast(one: float, other: float) -> float:
    """Return the difference of two scores by their size: (a - b) / (|a| + |b| + .1)."""
    return (one - other) / (abs(one) + abs(other) + _SOFTENED)


def log_odds(share: float) -> float:
    """Return ln((share + .01) / (1 - share + .01))."""
    return math.log((share + _CERTAIN) / (1 - share + _CERTAIN))
