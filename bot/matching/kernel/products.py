"""How alike the words of many wordings are to those of all: the frequent features by a dense product, the others by postings."""

import numpy as np
from numpy.typing import NDArray

from bot.matching.kernel.tfidf import Floats, Space

_FREQUENT = 300
"""Features that are multiplied as a dense matrix. At 8,000 wordings they make nine tenths of all the pairs to be added up."""


class Products:
    """Dot products of the wordings of a space, by what has postings.

    Args:
        space: the wordings.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        occurrences = np.diff(space.postings.starts)
        frequent = np.sort(np.argsort(-occurrences, kind="stable")[:_FREQUENT])
        owners, texts, weights = space.postings.gather(frequent)
        self._dense = np.zeros((space.size, len(frequent)), dtype=np.float32)
        self._dense[texts, owners] = weights
        self._sparse = np.ones(len(space.idf), dtype=np.bool_)
        self._sparse[len(occurrences) :] = False
        self._sparse[frequent] = False

    def of(self, rows: NDArray[np.intp]) -> Floats:
        """Return the dot products of some wordings with all of them; shape (k, size)."""
        owners, ids, weights = self._space.rows.gather(rows)
        few = self._sparse[ids]
        features, texts, theirs = self._space.postings.gather(ids[few])
        places = owners[few][features] * self._space.size + texts
        shared = np.bincount(places, weights=theirs * weights[few][features], minlength=len(rows) * self._space.size)
        found: Floats = self._dense[rows] @ self._dense.T + shared.reshape(len(rows), -1).astype(np.float32)
        return found
