"""One part of the similarity: texts as weighted sets of one kind of feature (stems, pairs of stems, letters).

The weights are sublinear TF-IDF, each text's vector of length 1, so that the dot product of two is their cosine.
Kept as postings (for each feature, the texts that hold it), which makes a question cost what its features cost.
"""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

STRIP = 512
_DENSE = 64  # features in more texts than this go through a matrix product, rarer ones pair by pair: fastest so


@dataclass(frozen=True, slots=True)
class Block:
    """Postings of `texts` texts: feature f stands in texts[starts[f]:starts[f + 1]] with the weights beside them."""

    features: dict[str, int]
    idf: Floats
    starts: Ints
    members: Ints
    weights: Floats
    texts: int

    def similarities(self, features: Iterable[str]) -> Floats:
        """Return the cosine of a text, given as its features, with every text of the block; shape (texts,)."""
        out = np.zeros(self.texts, dtype=np.float32)
        for feature, weight in self._vector(features):
            start, end = self.starts[feature], self.starts[feature + 1]
            out[self.members[start:end]] += weight * self.weights[start:end]
        return out

    def _vector(self, features: Iterable[str]) -> list[tuple[int, float]]:
        counts = Counter(features)
        unknown = math.log(self.texts + 1.0) + 1.0
        known = {self.features[f]: _tf(n) * float(self.idf[self.features[f]]) for f, n in counts.items() if f in self.features}
        strange = sum((_tf(n) * unknown) ** 2 for f, n in counts.items() if f not in self.features)
        length = math.sqrt(sum(w * w for w in known.values()) + strange) or 1.0
        return [(feature, weight / length) for feature, weight in known.items()]

    def add_gram(self, out: Floats, weight: float) -> None:
        """Add weight x cosine of each pair of texts to the lower part of a matrix of shape (texts, texts).

        The lower part is all that a symmetric system needs, and half the work; `strips` tells where it ends.
        """
        counts = np.diff(self.starts)
        common = np.flatnonzero(counts > _DENSE)
        dense = np.zeros((len(common), self.texts), dtype=np.float32)
        for row, feature in enumerate(common):
            start, end = self.starts[feature], self.starts[feature + 1]
            dense[row, self.members[start:end]] = self.weights[start:end]
        for start, end in strips(self.texts):
            out[start:end, :end] += np.float32(weight) * (dense[:, start:end].T @ dense[:, :end])
        for size in range(1, _DENSE + 1):
            self._add_rare(out, weight, np.flatnonzero(counts == size), size)

    def _add_rare(self, out: Floats, weight: float, features: NDArray[np.intp], size: int) -> None:
        """Add what the features that stand in exactly `size` texts give to each pair of those texts."""
        places = self.starts[features][:, None] + np.arange(size)
        members, weights = self.members[places], self.weights[places]
        rows = np.repeat(members, size, axis=1).ravel()
        columns = np.tile(members, (1, size)).ravel()
        values = (weights[:, :, None] * weights[:, None, :]).ravel()
        np.add.at(out, (rows, columns), np.float32(weight) * values)


def strips(texts: int) -> Iterator[tuple[int, int]]:
    """Yield the strips of rows (start, end) of a lower part: row strip [start:end) is complete up to column `end`."""
    for start in range(0, texts, STRIP):
        yield start, min(start + STRIP, texts)


def build_block(texts: Sequence[Iterable[str]]) -> Block:
    """Build the block of texts given as their features, in order; idf = ln((n + 1) / (df + 1)) + 1."""
    features: dict[str, int] = {}
    found = [[features.setdefault(feature, len(features)) for feature in text] for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in found])
    columns = np.fromiter(itertools.chain.from_iterable(found), dtype=np.int64, count=len(rows))
    cells, counts = np.unique(columns * len(texts) + rows, return_counts=True)
    columns, rows = np.divmod(cells, max(len(texts), 1))
    df = np.bincount(columns, minlength=len(features))
    idf = (np.log((len(texts) + 1) / (df + 1)) + 1).astype(np.float32)
    weights = (1 + np.log(counts)) * idf[columns]
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(texts)))
    weights /= np.maximum(lengths, 1e-9)[rows]
    starts = np.concatenate(([0], np.cumsum(df))).astype(np.int32)
    return Block(features, idf, starts, rows.astype(np.int32), weights.astype(np.float32), len(texts))


def _tf(count: int) -> float:
    return 1.0 + math.log(count)
