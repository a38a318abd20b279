"""What the matcher found for one question: the entries near it, and all that a decision weighs."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language import Query, Reader
from bot.matching.index import Asked
from bot.matching.kernel.tfidf import Floats
from bot.matching.signals.features import FAINTEST, EntryWords, Signals, contrast, covered, fired, log_odds

_FAINT = 0.01  # keeps the share of faint scores small: the square of a score of .1


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


@dataclass(frozen=True, slots=True)
class Standing:
    """How the best entry of a group stands, in raw scores.

    Attributes:
        best, second: those of the group's first and second entries.
        other: that of the other group's first.
        background: that of questions about nothing here.
        share: the group's share in all that is near, 0..1.
    """

    best: float
    second: float
    other: float
    background: float
    share: float


def signals(standing: Standing, query: Query, entry: EntryWords, reader: Reader) -> Signals:
    """Return what a decision weighs for the best entry of a group, given the words of its texts."""
    supports = entry.supports(query, reader)
    return Signals(
        strength=math.log(max(standing.best, FAINTEST)),
        lead=contrast(standing.best, standing.other),
        runner_up=contrast(standing.best, standing.second),
        clear=contrast(standing.best, standing.background),
        share=log_odds(standing.share),
        covered=covered(query, supports, reader.pack),
        guards=fired(query, entry, supports, reader.pack),
    )


def share(scores: Floats, places: NDArray[np.intp]) -> float:
    """Return the share of some classes in all scores: 1 where nothing else is near, whatever their number."""
    weights = np.square(np.maximum(scores, 0.0))
    return float(weights[places].sum() / (weights.sum() + _FAINT))
