"""The space of a knowledge's wordings: one sparse row a wording, its postings, and the nearest rows to a question.

Rows are kept by wording (to compare a few of them exactly) and by feature (to find which few).
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.query import Reading
from bot.matching.tfidf import BLOCKS, Codes, Floats, Ints, Vector, Vocabulary, vector

_TABLE = 300_000  # features up to which a table of them all is the fastest way to number those of a few rows
Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Sparse:
    """A sparse matrix by rows: row i has `ids[starts[i]:starts[i + 1]]`, with the weights beside them (to three digits)."""

    starts: Codes
    ids: Ints
    weights: Halves

    def gather(self, rows: Sequence[int] | Ints | NDArray[np.intp]) -> tuple[NDArray[np.intp], Ints, Floats]:
        """Return, for some rows, three arrays of equal length: the place of the row in `rows`, the id, the weight."""
        starts, lengths = self.starts[rows], self.starts[np.add(rows, 1)] - self.starts[rows]
        owners = np.repeat(np.arange(len(lengths)), lengths)
        places = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + np.repeat(starts, lengths)
        return owners, self.ids[places], self.weights[places].astype(np.float32)


@dataclass(frozen=True, slots=True)
class Space:
    """All wordings as vectors.

    Attributes:
        vocabulary: the numbers of the features.
        idf: weight of each feature, ln((n + 1) / (df + 1)) + 1.
        rows: the features of each wording.
        postings: the wordings of each feature; of the words alone in a large space.
    """

    vocabulary: Vocabulary
    idf: Floats
    rows: Sparse
    postings: Sparse

    @property
    def size(self) -> int:
        """How many wordings there are."""
        return len(self.rows.starts) - 1

    def vector(self, reading: Reading) -> Vector:
        """Return the vector of a question."""
        return vector(self.vocabulary, self.idf, float(np.log(self.size + 1.0)) + 1.0, reading)

    def overlaps(self, asked: Vector) -> Floats:
        """Return the dot product of a question with each wording, by what has postings; shape (size,)."""
        known = asked.ids < len(self.postings.starts) - 1
        owners, texts, weights = self.postings.gather(asked.ids[known])
        weights = weights * asked.weights[known][owners]
        return np.bincount(texts, weights=weights, minlength=self.size).astype(np.float32)

    def compare(self, rows: NDArray[np.intp], asked: Vector) -> tuple[Floats, Floats]:
        """Return the dot products of some wordings with each other and with a question, shapes (k, k) and (k,)."""
        owners, ids, weights = self.rows.gather(rows)
        columns, asked_columns, width = _numbered(ids, asked.ids, len(self.idf))
        dense = np.zeros((len(rows), width), dtype=np.float32)
        dense[owners, columns] = weights
        shared = asked_columns >= 0
        return dense @ dense.T, dense[:, asked_columns[shared]] @ asked.weights[shared]

    def products(self) -> Floats:
        """Return the dot products of all wordings with each other, shape (size, size); meant for few."""
        ends = self.rows.starts.tolist()
        own = (
            Vector(self.rows.ids[start:end], self.rows.weights[start:end].astype(np.float32))
            for start, end in itertools.pairwise(ends)
        )
        return np.stack([self.overlaps(vector) for vector in own])

    def shares(self, row: int, asked: Vector) -> dict[str, float]:
        """Return, by block, the dot product of one wording with a question."""
        start, end = self.rows.starts[row], self.rows.starts[row + 1]
        theirs = dict(zip(self.rows.ids[start:end].tolist(), self.rows.weights[start:end].tolist(), strict=True))
        ends = np.cumsum(self.vocabulary.sizes)
        shares = dict.fromkeys(BLOCKS, 0.0)
        for feature, weight in zip(asked.ids.tolist(), asked.weights.tolist(), strict=True):
            name = tuple(BLOCKS)[int(np.searchsorted(ends, feature, side="right"))]
            shares[name] += weight * theirs.get(feature, 0.0)
        return shares


def _numbered(ids: Ints, asked: Ints, features: int) -> tuple[NDArray[np.intp], NDArray[np.intp], int]:
    """Return the column of each feature of some rows, the column of each one asked for or -1, and how many columns there are."""
    if features > _TABLE:
        used, columns = np.unique(ids, return_inverse=True)
        places = np.minimum(np.searchsorted(used, asked), max(len(used) - 1, 0))
        return columns, np.where(used[places] == asked, places, -1) if len(used) else np.full(len(asked), -1), len(used)
    table = np.full(features, -1, dtype=np.intp)
    table[ids] = 0
    known = np.flatnonzero(table == 0)
    table[known] = np.arange(len(known))
    return table[ids], table[asked], len(known)
