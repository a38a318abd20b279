"""What a decision weighs for the best answer to a question."""

import math
from dataclasses import dataclass

from bot.matching.guards import Guard

_SOFTENED = 0.1  # keeps the contrast of two small scores small
FAINTEST = 0.02
"""A score of this and less is as good as none."""
_CERTAIN = 0.01  # keeps the log odds finite: at most about ±4.6


@dataclass(frozen=True, slots=True)
class Signals:
    """Numbers about the best entry that has an answer, all comparable between questions and knowledge files.

    Attributes:
        strength: natural logarithm of its score, about -4..0.
        lead: its contrast with the best entry that has no answer, -1..1.
        clear: its contrast with questions about nothing here, -1..1.
        share: log odds of the share that entries with an answer have of all that is near, about -4.6..4.6.
        covered: share of the question's weight that the entry knows, 0..1.
        guards: the guards that fired.
    """

    strength: float
    lead: float
    clear: float
    share: float
    covered: float
    guards: tuple[Guard, ...]

    @classmethod
    def nothing(cls) -> "Signals":
        """Return the signals where no entry has an answer."""
        return cls(strength=math.log(FAINTEST), lead=-1.0, clear=-1.0, share=log_odds(0.0), covered=0.0, guards=())


def contrast(one: float, other: float) -> float:
    """Return the difference of two scores by their size: (a - b) / (|a| + |b| + .1)."""
    return (one - other) / (abs(one) + abs(other) + _SOFTENED)


def log_odds(share: float) -> float:
    """Return ln((share + .01) / (1 - share + .01))."""
    return math.log((share + _CERTAIN) / (1 - share + _CERTAIN))
