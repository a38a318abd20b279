"""Builds the space of a knowledge's wordings, in chunks, so that a million of them stay within memory."""

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language import Query, grams
from bot.matching.kernel.tfidf import BLOCKS, MOST, WINDOW, Codes, Floats, Ints, Space, Sparse, Vocabulary

_CHUNK = 20_000  # wordings worked on at a time
_LARGE = 5_000_000  # weights above which only the words have postings: then words alone find what is near


class SpaceBuilder:
    """Takes wordings one by one, so that no more than their numbers is kept of them, and makes a space of them."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._letters: dict[str, int] = {}
        self._spelled: dict[str, list[int]] = {}
        self._stems, self._grams = _Block(), _Block()

    def add(self, query: Query) -> Query:
        """Add the next wording, and return it."""
        self._stems.add([self._words.setdefault(stem, len(self._words)) for stem in query.stems])
        self._grams.add([number for word in query.words for number in self._letters_of(word)])
        return query

    def _letters_of(self, word: str) -> list[int]:
        numbers = self._spelled.get(word)
        if numbers is None:
            numbers = [self._letters.setdefault(gram, len(self._letters)) for gram in grams(word)]
            self._spelled[word] = numbers
        return numbers

    def space(self) -> Space:
        """Return the space of all wordings added."""
        words = len(self._words)
        codes = [np.unique(found) for found, _ in _pairs(self._stems.chunks(), words)]
        pairs = np.unique(np.concatenate(codes)) if codes else np.zeros(0, dtype=np.int64)
        paired = ((_places(pairs, found), lengths) for found, lengths in _pairs(self._stems.chunks(), words))
        vocabulary = Vocabulary(self._words, pairs, self._letters)
        blocks: tuple[_Chunks, ...] = (self._stems.chunks(), paired, self._grams.chunks())
        counted = [_counted(chunks, size) for chunks, size in zip(blocks, vocabulary.sizes, strict=True)]
        self._stems, self._grams = _Block(), _Block()  # counted; let go of before the largest arrays are made
        idf = [_idf(block, size) for block, size in zip(counted, vocabulary.sizes, strict=True)]
        rows = _joined(counted, idf)
        searched = sum(vocabulary.sizes) if len(rows.ids) <= _LARGE else words
        return Space(vocabulary, np.concatenate(idf), rows, _transposed(rows, searched))


_Chunks = Iterable[tuple[Ints, Ints]]
"""Chunk by chunk: the features of some texts, one text after another, and how many each text has."""


class _Block:
    """The feature numbers of all texts, one text after another, and how many each text has."""

    def __init__(self) -> None:
        self.ids, self.lengths = array("i"), array("i")

    def add(self, ids: Sequence[int]) -> None:
        self.ids.extend(ids)
        self.lengths.append(len(ids))

    def chunks(self) -> Iterator[tuple[Ints, Ints]]:
        ids, lengths = np.frombuffer(self.ids, dtype=np.int32), np.frombuffer(self.lengths, dtype=np.int32)
        start = 0
        for first in range(0, len(lengths), _CHUNK):
            some = lengths[first : first + _CHUNK]
            end = start + int(some.sum())
            yield ids[start:end], some
            start = end


def _places(pairs: Codes, codes: Codes) -> Ints:
    return np.searchsorted(pairs, codes).astype(np.int32)


def _pairs(stems: _Chunks, words: int) -> Iterator[tuple[Codes, Ints]]:
    """Yield the codes of the pairs of neighbouring stems, chunk by chunk."""
    for ids, lengths in stems:
        owners = np.repeat(np.arange(len(lengths)), lengths)
        found_in, codes = [owners[:0]], [np.zeros(0, dtype=np.int64)]
        for distance in range(1, min(WINDOW, len(ids) - 1) + 1):
            same = owners[:-distance] == owners[distance:]
            found_in.append(owners[:-distance][same])
            codes.append(ids[:-distance][same] * np.int64(words) + ids[distance:][same])
        found = np.concatenate(found_in)
        order = np.argsort(found, kind="stable")
        yield np.concatenate(codes)[order], np.bincount(found, minlength=len(lengths)).astype(np.int32)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The distinct features of all texts of a block: how many each text has, the features, how often they occur there."""

    lengths: Ints
    ids: Ints
    counts: NDArray[np.uint8]


def _counted(chunks: _Chunks, size: int) -> _Counted:
    found = [_counted_chunk(ids, lengths, max(size, 1)) for ids, lengths in chunks] or [_counted_chunk(*_NOTHING, 1)]
    lengths, ids, times = zip(*found, strict=True)
    return _Counted(np.concatenate(lengths), np.concatenate(ids), np.concatenate(times))


_NOTHING = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32))


def _counted_chunk(ids: Ints, lengths: Ints, size: int) -> tuple[Ints, Ints, NDArray[np.uint8]]:
    cells, counts = np.unique(np.repeat(np.arange(len(lengths)), lengths) * size + ids, return_counts=True)
    owners, features = np.divmod(cells, size)
    distinct = np.bincount(owners, minlength=len(lengths)).astype(np.int32)
    return distinct, features.astype(np.int32), np.minimum(counts, MOST).astype(np.uint8)


def _idf(block: _Counted, size: int) -> Floats:
    return (np.log((len(block.lengths) + 1) / (np.bincount(block.ids, minlength=size) + 1)) + 1).astype(np.float32)


def _joined(blocks: Sequence[_Counted], idf: Sequence[Floats]) -> Sparse:
    """Weigh the blocks and join them, their feature numbers one after another, to one row a text."""
    lengths = np.sum([block.lengths for block in blocks], axis=0)
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
    ids, weights = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=np.float16)
    offsets = np.concatenate(([0], np.cumsum([len(own) for own in idf])))
    ends = [np.concatenate(([0], np.cumsum(block.lengths))) for block in blocks]
    for first in range(0, len(lengths), _CHUNK):
        last = min(first + _CHUNK, len(lengths))
        parts = [
            _weighted(block, own, slice(end[first], end[last]), block.lengths[first:last], share, offset)
            for block, own, end, share, offset in zip(blocks, idf, ends, BLOCKS.values(), offsets[:-1], strict=True)
        ]
        owners, features, values = (np.concatenate(column) for column in zip(*parts, strict=True))
        order = np.argsort(owners, kind="stable")
        ids[starts[first] : starts[last]], weights[starts[first] : starts[last]] = features[order], values[order]
    return Sparse(starts, ids, weights)


def _weighted(block: _Counted, idf: Floats, part: slice, lengths: Ints, share: float, offset: int) -> tuple[Codes, Ints, Floats]:
    """Return the texts, features and weights of a part of a block; each text's weights are brought to its share's length."""
    owners, features = np.repeat(np.arange(len(lengths)), lengths), block.ids[part]
    weights = (np.float32(1.0) + np.log(block.counts[part], dtype=np.float32)) * idf[features]
    norms = np.sqrt(np.bincount(owners, weights=weights * weights, minlength=len(lengths))).astype(np.float32)
    weights *= np.float32(math.sqrt(share)) / np.maximum(norms, 1e-9)[owners]
    return owners, features + np.int32(offset), weights


def _transposed(rows: Sparse, features: int) -> Sparse:
    """Return, for each of the first so many features, the texts that have it."""
    searched = np.flatnonzero(rows.ids < features)
    searched = searched[np.argsort(rows.ids[searched], kind="stable")]
    owners = np.repeat(np.arange(len(rows.starts) - 1, dtype=np.int32), np.diff(rows.starts))
    starts = np.concatenate(([0], np.cumsum(np.bincount(rows.ids[searched], minlength=features)))).astype(np.int64)
    return Sparse(starts, owners[searched], rows.weights[searched])
