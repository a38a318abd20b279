"""The meanings of a knowledge's wordings, and which of them are nearest to a question.

Up to `MANY` wordings each is compared with the question. Beyond, usearch walks a graph of neighbours (Malkov and Yashunin
2018, "Efficient and robust approximate nearest neighbor search using Hierarchical Navigable Small World graphs") where it
is installed: the extra `large`. The graph is built on one thread, so that the same wordings give the same one.
"""

import logging
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.matching.kernel.tfidf import Floats, Halves

MANY = 50_000
"""Wordings from which comparing all of them with a question takes longer than a tenth of the rest (10 ms at 50,000)."""
UNLIKE = np.float32(-1.0)
"""The least cosine."""
_CONNECTED, _WHILE_BUILDING, _WHILE_ASKING = 16, 128, 128
"""Neighbours of a wording in the graph, and how many candidates are kept; of the 64 nearest 95 in 100 are found or more."""

_COMPARISON = "comparison"

log = logging.getLogger(__name__)
Rows = NDArray[np.intp]


class Meanings(Protocol):
    """What the wordings mean, as unit vectors.

    Attributes:
        dimension: the length of a vector; 0 without an encoder.
    """

    dimension: int

    def of(self, rows: Rows) -> Floats:
        """Return the meanings of some wordings, shape (k, dimension)."""
        ...

    def every(self) -> Floats:
        """Return the meanings of all wordings, shape (wordings, dimension); meant for few."""
        ...

    def nearest(self, meaning: Floats, limit: int, without: int | None) -> Rows:
        """Return the wordings nearest to a meaning, at most so many, ascending; `without` is passed over."""
        ...

    def kept(self) -> NDArray[Any]:
        """Return all of it as an array, for `meanings_from`."""
        ...


class ComparedMeanings:
    """Meanings that are compared one by one.

    Args:
        matrix: shape (wordings, dimension).
    """

    def __init__(self, matrix: Halves) -> None:
        self._matrix = matrix.astype(np.float32)
        self.dimension = matrix.shape[1]

    def of(self, rows: Rows) -> Floats:
        """Return the meanings of some wordings, shape (k, dimension)."""
        return self._matrix[rows]

    def every(self) -> Floats:
        """Return the meanings of all wordings, shape (wordings, dimension)."""
        return self._matrix

    def nearest(self, meaning: Floats, limit: int, without: int | None) -> Rows:
        """Return the wordings nearest to a meaning, at most so many, ascending; of equal ones the first are taken."""
        alike = self._matrix @ meaning - UNLIKE
        if without is not None:
            alike[without] = 0.0
        return greatest(alike, limit)

    def kept(self) -> NDArray[Any]:
        """Return the matrix, to three digits."""
        return self._matrix.astype(np.float16)


class GraphOfMeanings:
    """Meanings that are found through a graph, which holds them too.

    Args:
        graph: an index of usearch, the wordings keyed by their rows.
    """

    def __init__(self, graph: Any) -> None:
        self._graph = graph
        self._graph.expansion_search = _WHILE_ASKING
        self.dimension = int(graph.ndim)

    def of(self, rows: Rows) -> Floats:
        """Return the meanings of some wordings, shape (k, dimension)."""
        found: Floats = np.array(self._graph.get(rows.astype(np.uint64)), dtype=np.float32).reshape(-1, self.dimension)
        return found

    def every(self) -> Floats:
        """Return the meanings of all wordings, shape (wordings, dimension)."""
        return self.of(np.arange(len(self._graph)))

    def nearest(self, meaning: Floats, limit: int, without: int | None) -> Rows:
        """Return the wordings nearest to a meaning, at most so many, ascending."""
        found = self._graph.search(meaning, limit + 1, threads=1).keys.astype(np.intp)
        return np.sort(found[found != without][:limit])

    def kept(self) -> NDArray[Any]:
        """Return the graph as bytes."""
        return np.frombuffer(self._graph.save(), dtype=np.uint8)


def as_searched(matrix: Halves) -> Meanings:
    """Return some meanings, shape (wordings, dimension), to be searched as so many are."""
    compared = not matrix.shape[1] or searched_by(len(matrix)) == _COMPARISON
    return ComparedMeanings(matrix) if compared else graph_of(matrix)


def graph_of(matrix: Halves) -> GraphOfMeanings:
    """Return some meanings as a graph; building it takes .5 ms each."""
    from usearch.index import Index

    graph = Index(
        ndim=matrix.shape[1], metric="ip", dtype="f16", connectivity=_CONNECTED, expansion_add=_WHILE_BUILDING
    )  # fmt: skip
    graph.add(np.arange(len(matrix), dtype=np.uint64), matrix, threads=1)
    return GraphOfMeanings(graph)


def meanings_from(kept: NDArray[Any]) -> Meanings:
    """Return the meanings that were kept as an array, a matrix or a graph."""
    if kept.dtype == np.float16:
        return ComparedMeanings(kept)
    from usearch.index import Index

    return GraphOfMeanings(Index.restore(kept.data))


def searched_by(wordings: int) -> str:
    """Return what finds the nearest of so many wordings; the same wordings searched otherwise are another index."""
    if wordings <= MANY:
        return _COMPARISON
    try:
        return f"usearch {version('usearch')}"
    except PackageNotFoundError:
        log.warning("More than %d wordings are compared one by one; with onrecord[large] a question takes less time.", MANY)
        return _COMPARISON


def greatest(values: Floats, limit: int) -> Rows:
    """Return the places of the greatest values, at most so many and all above 0, ascending; of equal ones the first."""
    places = _promising(values, limit)
    if len(places) <= limit:
        return places
    found = values[places]
    least = np.partition(found, -limit)[-limit]
    surely, perhaps = places[found > least], places[found == least]
    return np.sort(np.concatenate((surely, perhaps[: limit - len(surely)])))


def _promising(values: Floats, limit: int) -> Rows:
    """Return the places of at least so many great values, if so many are above 0; most are slight and need no ordering."""
    most = values.max(initial=0.0)
    for share in (0.6, 0.4, 0.2):
        places = np.flatnonzero(values > share * most)
        if len(places) >= limit:
            return places
    return np.flatnonzero(values > 0.0)
