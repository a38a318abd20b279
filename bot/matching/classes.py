"""The classes that wordings vote for: entries with an answer, entries without, and questions about nothing here."""

import math
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.matching.kernel.tfidf import Floats
from bot.matching.signals.finding import Match

BACKGROUND = "\0background"
"""The class of questions about nothing here; no entry can be called so."""

Places = NDArray[np.intp]


class Classes:
    """Classes, by their place among the scores.

    Args:
        keys: all of them, in the order of the scores; the background may be among them.
        declined: the keys of the entries that have no answer.

    Attributes:
        supported, declined, everything: the places of the entries that have an answer, of those that have none, and of both,
            by key.
    """

    def __init__(self, keys: Sequence[str], declined: Collection[str]) -> None:
        self._keys = tuple(keys)
        self._places = {key: place for place, key in enumerate(keys)}
        entries = sorted(self._places.keys() - {BACKGROUND})
        self.supported = self.places(key for key in entries if key not in declined)
        self.declined = self.places(key for key in entries if key in declined)
        self.everything = self.places(entries)
        self.background = self.places({BACKGROUND} & self._places.keys())

    def places(self, keys: Iterable[str]) -> Places:
        """Return the places of some classes, in their order."""
        return np.array([self._places[key] for key in keys], dtype=np.intp)

    def best(self, scores: Floats, places: Places, limit: int, first: str | None) -> tuple[Match, ...]:
        """Return the best of some classes, `first` before all others; ties by key, which is the order of their places."""
        order = places[np.argsort(-scores[places], kind="stable")[: limit + 1]]
        keys = [key for key in (self._keys[place] for place in order) if key != first]
        leader = [first] if first is not None and self._places[first] in places else []
        return tuple(
            Match(key, 1.0 if key == first else _bounded(float(scores[self._places[key]]))) for key in (*leader, *keys)[:limit]
        )

    def score(self, scores: Floats, matches: Sequence[Match]) -> float:
        """Return the raw score of the one match, 0 where there is none."""
        return float(scores[self._places[matches[0].key]]) if matches else 0.0

    def of_background(self, scores: Floats) -> float:
        """Return the raw score of the background, 0 where there is none."""
        return float(scores[self.background].sum())


def _bounded(score: float) -> float:
    return 0.0 if math.isnan(score) else min(max(score, 0.0), 1.0)
