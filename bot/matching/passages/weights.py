"""The weights of the features that rank passages, with an encoder and without one."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model.

    Attributes:
        weights: feature → weight, fitted by `python -m tests.benchmarks.passages --fit` to questions on eight articles of
            SQuAD 2.0.
        near: the score from which a text is on the subject of a question; chosen on the same articles, so that 92 % of
            the questions that an article answers reach it.
    """

    weights: Mapping[str, float]
    near: float


BY_WORDS = Model(
    {
        "words": 4.77,
        "phrases": 2.94,
        "beginnings": 3.3,
        "paragraph": 5.15,
        "covered": 3.35,
        "before": 4.87,
        "after": 1.49,
        "referring": 1.81,
        "opening": 0.56,
        "number": 2.03,
        "date": 2.67,
        "name": 1.04,
    },
    near=7.0,
)
BY_MEANING_TOO = Model(
    {
        "words": 3.92,
        "phrases": 1.98,
        "beginnings": 2.32,
        "paragraph": 3.8,
        "covered": 3.18,
        "before": 4.75,
        "after": 1.43,
        "referring": 1.86,
        "opening": 0.5,
        "number": 2.0,
        "date": 2.85,
        "name": 1.14,
        "meaning": 5.14,
        "paragraph meaning": 4.93,
    },
    near=9.0,
)
