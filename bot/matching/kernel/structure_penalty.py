"""What the structure of two questions takes off their similarity: they may share every word and ask different things.

Compared are its kind, whether it takes something for granted, whether it denies, and its numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language import KINDS, TERSE, Query
from bot.matching.kernel.tfidf import Floats, Ints

KIND, PRESUPPOSITION, NEGATION, NUMBERS = 0.1, 0.05, 0.05, 0.05
"""What a difference takes off: tuned by `python -m bot evaluate` on development questions about two articles; on CLINC150
(`python -m tests.benchmarks.matching`) it costs and gains nothing."""
_TERSE = 0.5
"""Keywords ask nothing in particular: they differ less from any kind than two kinds from each other. From .45 the
kernel of all ten kinds is positive definite."""
_WEIGHTS = np.array((KIND, PRESUPPOSITION, NEGATION, NUMBERS), dtype=np.float32)
_KINDS = {kind: place for place, kind in enumerate(KINDS)}
_NUMBERS_OF_NONE = -1  # numbers that no wording has


@dataclass(frozen=True, slots=True)
class Structures:
    """The structure of all wordings; wording i has `distinct[places[i]]`, four codes in the order of the weights above.

    Attributes:
        distinct: every structure that occurs, shape (structures, 4).
        places: the structure of each wording, shape (wordings,).
        numbers: the numbers of a wording, joined → their code.
    """

    distinct: Ints
    places: Ints
    numbers: Mapping[str, int]

    def against(self, query: Query) -> Floats:
        """Return what is taken off between a question and each wording; shape (wordings,)."""
        return _taken_off(self.distinct, _code(query, self.numbers))[self.places]

    def against_some(self, query: Query, rows: NDArray[np.intp]) -> Floats:
        """Return what is taken off between a question and some wordings; shape (k,)."""
        return _taken_off(self.distinct[self.places[rows]], _code(query, self.numbers))

    def among(self, rows: NDArray[np.intp]) -> Floats:
        """Return what is taken off between some wordings; shape (k, k)."""
        distinct, places = np.unique(self.places[rows], return_inverse=True)
        codes = self.distinct[distinct]
        return _taken_off(codes[:, None, :], codes)[places[:, None], places]

    def between(self, rows: NDArray[np.intp]) -> Floats:
        """Return what is taken off between some wordings and all of them; shape (k, wordings)."""
        distinct, places = np.unique(self.places[rows], return_inverse=True)
        return _taken_off(self.distinct[distinct][:, None, :], self.distinct)[places[:, None], self.places]


def gather(queries: Iterable[Query]) -> Structures:
    """Return the structures of wordings, in order."""
    numbers: dict[str, int] = {}
    codes = []
    for query in queries:
        numbers.setdefault(_joined(query), len(numbers))
        codes.append(_code(query, numbers))
    distinct, places = np.unique(np.array(codes, dtype=np.int32).reshape(-1, len(_WEIGHTS)), axis=0, return_inverse=True)
    return Structures(distinct, places.astype(np.int32).ravel(), numbers)


def _code(query: Query, numbers: Mapping[str, int]) -> Ints:
    found = query.structure
    code = numbers.get(_joined(query), _NUMBERS_OF_NONE)
    return np.array((_KINDS[found.kind], found.presupposes, bool(found.negatives), code), dtype=np.int32)


def _joined(query: Query) -> str:
    return " ".join(sorted(query.structure.numbers))


def _taken_off(some: Ints, others: Ints) -> Floats:
    """Return minus the weights of all codes in which each pair differs; the last axis holds the codes."""
    taken = np.where(some != others, _WEIGHTS, np.float32(0.0))
    terse = (some[..., 0] == _KINDS[TERSE]) | (others[..., 0] == _KINDS[TERSE])
    taken[..., 0] *= np.where(terse, np.float32(_TERSE), np.float32(1.0))
    total: Floats = np.float32(0.0) - taken.sum(axis=-1, dtype=np.float32)  # 0, and not -0, where nothing differs
    return total
