"""Figures of a decision with a confidence: how well it ranks, what silence buys, whether it means what it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

_Z = 1.96  # 95 %
_BINS = 10

Values = NDArray[np.float64]


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


def auroc(higher: Sequence[float], lower: Sequence[float]) -> float | None:
    """Return the chance that one of `higher` exceeds one of `lower`, a tie counting half; None where one is empty."""
    if not higher or not lower:
        return None
    ordered = np.sort(np.asarray(lower, dtype=np.float64))
    below, upto = np.searchsorted(ordered, higher, "left"), np.searchsorted(ordered, higher, "right")
    return float((below + upto).mean() / 2 / len(ordered))


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """What share of the answers is wrong (risk) if only the surest share of all questions (coverage) is answered.

    `area` is the mean risk over all coverages (AURC; Geifman, Uziel and El-Yaniv 2019): 0 is perfect.
    """

    coverage: Values
    risk: Values

    @property
    def area(self) -> float:
        """The mean risk over all coverages."""
        return float(self.risk.mean()) if len(self.risk) else 0.0


def risk_coverage(confidences: Sequence[float], right: Sequence[bool]) -> RiskCoverage:
    """Return the curve, a point a question, the surest first."""
    sure = np.asarray(confidences, dtype=np.float64)
    order = np.argsort(-sure, kind="stable")
    _, ties = np.unique(-sure[order], return_inverse=True)  # of equally sure ones each counts as the mean of them all
    wrong = 1.0 - np.asarray(right, dtype=np.float64)[order]
    wrong = (np.bincount(ties, weights=wrong) / np.maximum(np.bincount(ties), 1))[ties] if len(order) else wrong
    answered = np.arange(1, len(order) + 1)
    return RiskCoverage(answered / max(len(order), 1), np.cumsum(wrong) / answered)


def brier(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Return the mean squared difference of confidence and outcome (Brier 1950): 0 is perfect, .25 is a shrug."""
    return float(np.square(np.asarray(confidences) - np.asarray(right, dtype=np.float64)).mean()) if len(right) else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Questions of like confidence: the mean of it, and the share that was right."""

    confidence: float
    right: Share


def reliability(confidences: Sequence[float], right: Sequence[bool]) -> tuple[Bin, ...]:
    """Return ten bins of equal width over 0..1, without the empty ones; calibrated is where both values of a bin agree."""
    values, outcomes = np.asarray(confidences, dtype=np.float64), np.asarray(right, dtype=bool)
    places = np.minimum((values * _BINS).astype(int), _BINS - 1)
    return tuple(
        Bin(float(values[places == place].mean()), Share(int(outcomes[places == place].sum()), int((places == place).sum())))
        for place in range(_BINS)
        if (places == place).any()
    )
