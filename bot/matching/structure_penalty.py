"""What the structure of two questions takes off their similarity: they may share every word and ask different things.

A question's signs are its kind, whether it takes something for granted, whether it denies, and its numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.query import Reading
from bot.language.question_type import KINDS, TERSE
from bot.matching.tfidf import Floats, Ints

KIND, PRESUPPOSITION, NEGATION, NUMBERS = 0.1, 0.05, 0.05, 0.05
"""What a difference takes off (tuned on development questions about two articles; on CLINC150 it costs and gains nothing)."""
_TERSE = 0.5
"""Keywords ask nothing in particular: they differ less from any kind than two kinds from each other. From .45 the
kernel of all ten kinds is positive definite."""
_WEIGHTS = np.array((KIND, PRESUPPOSITION, NEGATION, NUMBERS), dtype=np.float32)
_KINDS = {kind: place for place, kind in enumerate(KINDS)}
_UNHEARD = -1  # numbers that no wording has


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of all wordings; wording i has `distinct[places[i]]`, four codes in the order of the weights above.

    Attributes:
        distinct: every set of signs that occurs, shape (sets, 4).
        places: the set of each wording, shape (wordings,).
        numbers: the numbers of a wording, joined → their code.
    """

    distinct: Ints
    places: Ints
    numbers: Mapping[str, int]

    def against(self, reading: Reading) -> Floats:
        """Return what is taken off between a question and each wording; shape (wordings,)."""
        return _taken_off(self.distinct, _code(reading, self.numbers))[self.places]

    def against_some(self, reading: Reading, rows: NDArray[np.intp]) -> Floats:
        """Return what is taken off between a question and some wordings; shape (k,)."""
        return _taken_off(self.distinct[self.places[rows]], _code(reading, self.numbers))

    def among(self, rows: NDArray[np.intp]) -> Floats:
        """Return what is taken off between some wordings; shape (k, k)."""
        sets, places = np.unique(self.places[rows], return_inverse=True)
        codes = self.distinct[sets]
        return _taken_off(codes[:, None, :], codes)[places[:, None], places]


def gather(readings: Iterable[Reading]) -> Signs:
    """Return the signs of all wordings, in order."""
    numbers: dict[str, int] = {}
    codes = []
    for reading in readings:
        numbers.setdefault(_joined(reading), len(numbers))
        codes.append(_code(reading, numbers))
    distinct, places = np.unique(np.array(codes, dtype=np.int32).reshape(-1, len(_WEIGHTS)), axis=0, return_inverse=True)
    return Signs(distinct, places.astype(np.int32).ravel(), numbers)


def _code(reading: Reading, numbers: Mapping[str, int]) -> Ints:
    found = reading.structure
    told = numbers.get(_joined(reading), _UNHEARD)
    return np.array((_KINDS[found.kind], found.presupposes, bool(found.negatives), told), dtype=np.int32)


def _joined(reading: Reading) -> str:
    return " ".join(sorted(reading.structure.numbers))


def _taken_off(some: Ints, others: Ints) -> Floats:
    """Return minus the weights of all signs in which each pair differs; the last axis holds the signs."""
    taken = np.where(some != others, _WEIGHTS, np.float32(0.0))
    terse = (some[..., 0] == _KINDS[TERSE]) | (others[..., 0] == _KINDS[TERSE])
    taken[..., 0] *= np.where(terse, np.float32(_TERSE), np.float32(1.0))
    total: Floats = np.float32(0.0) - taken.sum(axis=-1, dtype=np.float32)  # 0, and not -0, where nothing differs
    return total
