"""BM25 over a fixed list of texts: how much a text says of what a question asks (Robertson and Zaragoza 2009, eq. 3.15).

The length normalisation is weak and the saturation quick, because the texts are single sentences: k1 = .7 and b = .3
were the best of a grid by `python -m tests.benchmarks.passages` on eight articles of SQuAD 2.0's development set.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.kernel.tfidf import Floats, Ints

K1, B = 0.7, 0.3


@dataclass(frozen=True, slots=True)
class Bm25:
    """Postings: feature f stands in texts `members[starts[f]:starts[f + 1]]`, with its saturated frequency beside."""

    features: Mapping[str, int]
    starts: Ints
    members: Ints
    saturated: Floats
    texts: int

    def rarity(self, feature: str) -> float:
        """Return the idf of a feature, ln(1 + (n - df + .5) / (df + .5)); one that no text holds has df 0."""
        start, end = self._span(feature)
        return float(np.log(1 + (self.texts - (end - start) + 0.5) / (end - start + 0.5)))

    def holders(self, feature: str) -> Ints:
        """Return the places of the texts that hold a feature, in order."""
        start, end = self._span(feature)
        return self.members[start:end]

    def scores(self, weights: Mapping[str, float]) -> Floats:
        """Return what each text holds of weighted features, as a share of all their weight (about 0..1 + k1)."""
        out = np.zeros(self.texts, dtype=np.float32)
        for feature, weight in weights.items():
            start, end = self._span(feature)
            out[self.members[start:end]] += weight * self.saturated[start:end]
        return out / max(sum(weights.values()), 1e-9)

    def by_rarity(self, features: Iterable[str]) -> Floats:
        """Return the scores for features that weigh by their rarity."""
        return self.scores({feature: self.rarity(feature) for feature in dict.fromkeys(features)})

    def _span(self, feature: str) -> tuple[int, int]:
        place = self.features.get(feature)
        return (0, 0) if place is None else (int(self.starts[place]), int(self.starts[place + 1]))


def build_bm25(texts: Sequence[Iterable[str]]) -> Bm25:
    """Build the postings of texts given as their features, in order."""
    counts = [Counter(text) for text in texts]
    features: dict[str, int] = {}
    columns = np.array([features.setdefault(f, len(features)) for count in counts for f in count], dtype=np.int64)
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), [len(count) for count in counts])
    times = np.fromiter(itertools.chain.from_iterable(c.values() for c in counts), dtype=np.float32, count=len(rows))
    lengths = np.bincount(rows, weights=times, minlength=len(texts))
    typical = max(float(lengths.mean()) if len(texts) else 0.0, 1e-9)
    saturated = times * (K1 + 1) / (times + K1 * (1 - B + B * lengths[rows] / typical))
    order = np.argsort(columns, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(columns, minlength=len(features))))).astype(np.int32)
    return Bm25(features, starts, rows[order], saturated[order].astype(np.float32), len(texts))


def held(index: Bm25, *features: str) -> NDArray[np.bool_]:
    """Return for each text whether it holds any of the features."""
    out = np.zeros(index.texts, dtype=bool)
    for feature in features:
        out[index.holders(feature)] = True
    return out
