"""The entries' own texts, as they were read: their wordings, what they say and stand on, and the words of all of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language import Query
from bot.matching.index import Index
from bot.matching.index_build import Source
from bot.matching.signals.features import EntryWords, entry_words


@dataclass(frozen=True, slots=True)
class _Read:
    """An entry's texts: its wordings by their row, and what stands behind it."""

    wordings: Mapping[int, Query]
    support: Query


class EntryTexts:
    """Reads the texts of a source's entries; what was read of the knowledge is kept.

    Args:
        source: the texts.
        index: their order, and how they are read.
    """

    def __init__(self, source: Source, index: Index) -> None:
        self._source = source
        self._index = index
        self._places = {key: place for place, key in enumerate(index.keys)}
        self._words: dict[str, EntryWords] = {}
        self._read: dict[str, _Read] = {}

    def rows(self, key: str) -> NDArray[np.intp]:
        """Return the rows of an entry's wordings."""
        return np.flatnonzero(self._index.labels == self._places[key])

    def wording(self, row: int) -> str:
        """Return the wording of a row."""
        place = int(self._index.labels[row])
        return self._source.phrasings[self._index.keys[place]][row - self._first(place)]

    def wordings(self, key: str, rows: Sequence[int]) -> list[Query]:
        """Return some wordings of an entry, given by their rows, as read."""
        read = self._texts(key).wordings
        return [read[row] for row in rows]

    def support(self, key: str) -> Query:
        """Return what an entry says and stands on, as read."""
        return self._texts(key).support

    def apart(self, one: str, other: str) -> bool:
        """Say whether two entries share no line of what they say and stand on."""
        own, others = (self._source.support.get(key, "").splitlines() for key in (one, other))
        return set(own).isdisjoint(others)

    def words_of(self, key: str) -> EntryWords:
        """Return the words of all an entry's texts."""
        if key not in self._words:
            self._words[key] = self._gathered(self._texts(key).wordings.values(), key)
        return self._words[key]

    def words_without(self, row: int, key: str) -> EntryWords:
        """Return the words of an entry's texts without one wording."""
        return self._gathered((query for place, query in self._texts(key).wordings.items() if place != row), key)

    def _gathered(self, wordings: Iterable[Query], key: str) -> EntryWords:
        return entry_words(tuple(wordings), self.support(key), self._index.reader)

    def _texts(self, key: str) -> _Read:
        if key not in self._read:
            read = self._index.reader.read_wording
            rows = enumerate(self._source.phrasings[key], start=self._first(self._places[key]))
            self._read[key] = _Read({row: read(text) for row, text in rows}, read(self._source.support.get(key, "")))
        return self._read[key]

    def _first(self, place: int) -> int:
        """Return the first row of a class."""
        return int(np.searchsorted(self._index.labels, place))
