"""The space of a knowledge's wordings: each text as weighted features, its stems, its pairs of stems, its letters.

Every feature has a number, block by block, so that the texts of a knowledge are rows of one sparse matrix. Weights are
sublinear TF-IDF with each block of a text brought to the length that `BLOCKS` gives it: the dot product of two texts is
the weighted sum of the blocks' cosines. Rows are kept by wording (to compare a few of them exactly) and by feature (to
find which few).
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language import Query, grams

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Codes = NDArray[np.int64]
Halves = NDArray[np.float16]

BLOCKS: Mapping[str, float] = {"words": 0.3, "pairs": 0.3, "letters": 0.4}
"""Each block's share of the similarity, tuned by `python -m tests.benchmarks.matching` on the validation data of CLINC150 and
BANKING77; flat around these."""
MOST = 255
"""How often a feature counts in one text at most."""
WINDOW = 3
"""How many places the two stems of a pair stand apart at most."""
_TABLE = 300_000  # features up to which a table of them all is the fastest way to number those of a few rows


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The numbers of all features that occur in a knowledge.

    Attributes:
        words: stem → its number.
        pairs: the codes of the pairs, ascending; the number of a pair is its place.
        letters: three letters → their number.
    """

    words: Mapping[str, int]
    pairs: Codes
    letters: Mapping[str, int]

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many features each block has, in the order of `BLOCKS`."""
        return len(self.words), len(self.pairs), len(self.letters)

    def numbers(self, query: Query) -> tuple[list[int], list[int], list[int]]:
        """Return the features of a text by block, numbered within the block; -1 for those that the knowledge lacks."""
        words = [self.words.get(stem, -1) for stem in query.stems]
        letters = [self.letters.get(gram, -1) for gram in _grams(query.words)]
        return words, self._pairs(words), letters

    def _pairs(self, words: Sequence[int]) -> list[int]:
        codes = [first * len(self.words) + second if min(first, second) >= 0 else -1 for first, second in _neighbours(words)]
        if not codes or not len(self.pairs):
            return [-1] * len(codes)
        places = np.minimum(np.searchsorted(self.pairs, codes), len(self.pairs) - 1)
        found: list[int] = np.where(self.pairs[places] == codes, places, -1).tolist()
        return found


def _grams(words: Sequence[str]) -> Iterator[str]:
    return (gram for word in words for gram in grams(word))


def _neighbours(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    for distance in range(1, WINDOW + 1):
        yield from zip(words, words[distance:], strict=False)


@dataclass(frozen=True, slots=True)
class Vector:
    """A text's known features and their weights; its length is at most 1, less by what is unknown of it."""

    ids: Ints
    weights: Floats


def vector(vocabulary: Vocabulary, idf: Floats, unknown: float, query: Query) -> Vector:
    """Return the vector of a text; `unknown` is the weight of a feature that the knowledge lacks."""
    ids: list[int] = []
    weights: list[float] = []
    offset = 0
    for numbers, size, share in zip(vocabulary.numbers(query), vocabulary.sizes, BLOCKS.values(), strict=True):
        counts = _counted(numbers)
        strange = counts.pop(-1, 0)
        found = [offset + number for number in counts]
        raw = [(1.0 + math.log(min(n, MOST))) * float(idf[place]) for place, n in zip(found, counts.values(), strict=True)]
        length = math.sqrt(sum(weight * weight for weight in raw) + strange * unknown * unknown) or 1.0
        ids += found
        weights += [weight * math.sqrt(share) / length for weight in raw]
        offset += size
    return Vector(np.array(ids, dtype=np.int32), np.array(weights, dtype=np.float32))


def _counted(numbers: Iterable[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for number in numbers:
        counts[number] = counts.get(number, 0) + 1
    return counts


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

    def vector(self, query: Query) -> Vector:
        """Return the vector of a question."""
        return vector(self.vocabulary, self.idf, float(np.log(self.size + 1.0)) + 1.0, query)

    def overlaps(self, asked: Vector) -> Floats:
        """Return the dot product of a question with each wording, by what has postings; shape (size,)."""
        known = asked.ids < len(self.postings.starts) - 1
        owners, texts, weights = self.postings.gather(asked.ids[known])
        weights = weights * asked.weights[known][owners]
        return np.bincount(texts, weights=weights, minlength=self.size).astype(np.float32)

    def compare(self, rows: NDArray[np.intp], asked: Vector) -> tuple[Floats, Floats]:
        """Return the dot products of some wordings with each other and with a question, shapes (k, k) and (k,)."""
        owners, ids, weights = self.rows.gather(rows)
        columns, asked_columns, width = _columns(ids, asked.ids, len(self.idf))
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


def _columns(ids: Ints, asked: Ints, features: int) -> tuple[NDArray[np.intp], NDArray[np.intp], int]:
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
