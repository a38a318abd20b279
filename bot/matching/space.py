"""The space of a knowledge's wordings: one sparse row a wording, its postings, and the nearest rows to a question.

Rows are kept by wording (to compare a few of them exactly) and by feature (to find which few). Above `_LARGE` weights
only the words have postings, which keeps a million wordings in memory; then words alone find the candidates.
"""

import itertools
import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import BLOCKS, WINDOW, Codes, Floats, Ints, Vector, Vocabulary, vector
from bot.matching.reading import Reading
from bot.matching.text import grams

_CHUNK = 20_000  # wordings counted at a time: bounds the memory of a build
_LARGE = 5_000_000


@dataclass(frozen=True, slots=True)
class Sparse:
    """A sparse matrix by rows: row i has `ids[starts[i]:starts[i + 1]]`, with the weights beside them."""

    starts: Codes
    ids: Ints
    weights: Floats

    def gather(self, rows: Sequence[int] | Ints | NDArray[np.intp]) -> tuple[NDArray[np.intp], Ints, Floats]:
        """Return, for some rows, three arrays of equal length: the place of the row in `rows`, the id, the weight."""
        starts, lengths = self.starts[rows], self.starts[np.add(rows, 1)] - self.starts[rows]
        owners = np.repeat(np.arange(len(lengths)), lengths)
        places = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths) + np.repeat(starts, lengths)
        return owners, self.ids[places], self.weights[places]


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
        dense, columns = self._dense(rows)
        found = columns[asked.ids]
        return dense @ dense.T, dense[:, found[found >= 0]] @ asked.weights[found >= 0]

    def products(self) -> Floats:
        """Return the dot products of all wordings with each other, shape (size, size); meant for few."""
        ends = self.rows.starts.tolist()
        own = (Vector(self.rows.ids[start:end], self.rows.weights[start:end]) for start, end in itertools.pairwise(ends))
        return np.stack([self.overlaps(vector) for vector in own])

    def _dense(self, rows: NDArray[np.intp]) -> tuple[Floats, Ints]:
        """Return some rows as a matrix of the features they have, and for every feature its column there, or -1."""
        owners, ids, weights = self.rows.gather(rows)
        columns = np.full(len(self.idf), -1, dtype=np.int32)
        columns[ids] = 0
        used = np.flatnonzero(columns == 0)
        columns[used] = np.arange(len(used), dtype=np.int32)
        dense = np.zeros((len(rows), len(used)), dtype=np.float32)
        dense[owners, columns[ids]] = weights
        return dense, columns

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


class SpaceBuilder:
    """Takes readings one by one, so that no more than their numbers is kept of them, and makes a space of them."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._letters: dict[str, int] = {}
        self._stems, self._grams = _Block(), _Block()

    def add(self, reading: Reading) -> Reading:
        """Add the next wording, and return it."""
        self._stems.add([self._words.setdefault(stem, len(self._words)) for stem in reading.stems])
        self._grams.add([self._letters.setdefault(gram, len(self._letters)) for gram in grams(reading.words)])
        return reading

    def space(self) -> Space:
        """Return the space of all wordings added."""
        words, letters = self._stems.flat(), self._grams.flat()
        owners, codes = _pairs(*words, len(self._words))
        pairs, numbers = np.unique(codes, return_inverse=True)
        vocabulary = Vocabulary(self._words, pairs, self._letters)
        return _weighted(vocabulary, (words, (owners, numbers.astype(np.int32)), letters), len(self._stems.lengths))


class _Block:
    """The feature numbers of all texts, one after another, and how many each text has."""

    def __init__(self) -> None:
        self.ids, self.lengths = array("i"), array("i")

    def add(self, ids: Sequence[int]) -> None:
        self.ids.extend(ids)
        self.lengths.append(len(ids))

    def flat(self) -> tuple[Ints, Ints]:
        """Return, for each occurrence of a feature, its text and its number; texts ascending."""
        lengths = np.array(self.lengths, dtype=np.int32)
        return np.repeat(np.arange(len(lengths), dtype=np.int32), lengths), np.array(self.ids, dtype=np.int32)


def _pairs(owners: Ints, words: Ints, size: int) -> tuple[Ints, Codes]:
    """Return, for each pair of words of a text, the text and the pair's code; texts ascending."""
    found_in, codes = [], []
    for distance in range(1, min(WINDOW, max(len(words) - 1, 0)) + 1):
        same = owners[:-distance] == owners[distance:]
        found_in.append(owners[:-distance][same])
        codes.append(words[:-distance][same] * np.int64(size) + words[distance:][same])
    found, coded = np.concatenate((np.zeros(0, dtype=np.int32), *found_in)), np.concatenate((np.zeros(0, dtype=np.int64), *codes))
    order = np.argsort(found, kind="stable")
    return found[order], coded[order]


def _weighted(vocabulary: Vocabulary, blocks: Sequence[tuple[Ints, Ints]], texts: int) -> Space:
    """Weigh the features of each block and join the blocks, their numbers one after another."""
    rows: list[tuple[Ints, Ints, Floats]] = []
    idfs: list[Floats] = []
    offset = 0
    for (owners, ids), size, share in zip(blocks, vocabulary.sizes, BLOCKS.values(), strict=True):
        owners, ids, weights = _counted(owners, ids, size, texts)
        idfs.append((np.log((texts + 1) / (np.bincount(ids, minlength=size) + 1)) + 1).astype(np.float32))
        rows.append((owners, ids + np.int32(offset), _brought_to(math.sqrt(share), owners, weights * idfs[-1][ids], texts)))
        offset += size
    owners, ids, weights = (np.concatenate(column) for column in zip(*rows, strict=True))
    searched = len(ids) if len(ids) <= _LARGE else len(rows[0][1])
    features = offset if searched == len(ids) else len(vocabulary.words)
    postings = _sparse(ids[:searched], owners[:searched], weights[:searched], features)
    return Space(vocabulary, np.concatenate(idfs), _sparse(owners, ids, weights, texts), postings)


def _counted(owners: Ints, ids: Ints, size: int, texts: int) -> tuple[Ints, Ints, Floats]:
    """Return the distinct features of all texts: the text, the feature, 1 + ln(its count there)."""
    ends = np.searchsorted(owners, np.arange(0, max(texts, 1) + _CHUNK, _CHUNK))
    chunks = [_counted_chunk(owners[start:end], ids[start:end], max(size, 1)) for start, end in itertools.pairwise(ends)]
    owners, ids, weights = (np.concatenate(column) for column in zip(*chunks, strict=True))
    return owners, ids, weights


def _counted_chunk(owners: Ints, ids: Ints, size: int) -> tuple[Ints, Ints, Floats]:
    cells, counts = np.unique(owners * np.int64(size) + ids, return_counts=True)
    rows, features = np.divmod(cells, size)
    return rows.astype(np.int32), features.astype(np.int32), (1.0 + np.log(counts)).astype(np.float32)


def _brought_to(length: float, owners: Ints, weights: Floats, texts: int) -> Floats:
    """Scale the weights of each text to this length."""
    lengths = np.sqrt(np.bincount(owners, weights=weights * weights, minlength=texts)).astype(np.float32)
    weights *= np.float32(length) / np.maximum(lengths, 1e-9)[owners]
    return weights


def _sparse(rows: Ints, ids: Ints, weights: Floats, size: int) -> Sparse:
    order = np.argsort(rows, kind="stable")
    starts = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=size)))).astype(np.int64)
    return Sparse(starts, ids[order], weights[order])
