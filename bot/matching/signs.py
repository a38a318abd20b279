"""What the structure of two questions takes off their similarity: they may share every word and ask different things.

A question's signs (its kind, whether it takes something for granted, whether it denies, its numbers) are few, so that
they are compared once for each distinct set of signs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import Floats, Ints
from bot.matching.reading import Reading
from bot.matching.structure import TERSE

KIND, PRESUPPOSITION, NEGATION, NUMBERS = 0.1, 0.05, 0.05, 0.05
"""What a difference takes off (tuned on development questions about two articles; on CLINC150 it costs and gains nothing)."""
_TERSE = 0.5
"""Keywords ask nothing in particular: they differ less from any kind than two kinds from each other. From .45 the
kernel of all ten kinds is positive definite."""

Signs = tuple[str, str, str, str]
_WEIGHTS = (PRESUPPOSITION, NEGATION, NUMBERS)


@dataclass(frozen=True, slots=True)
class StructureTable:
    """The signs of all wordings: those of wording i are `distinct[places[i]]`."""

    distinct: tuple[Signs, ...]
    places: Ints

    def against(self, reading: Reading, rows: NDArray[np.intp] | None = None) -> Floats:
        """Return what is taken off between a question and some wordings, or all of them; shape (k,)."""
        places = self.places if rows is None else self.places[rows]
        return _losses_of(self.distinct, signs(reading))[places]

    def among(self, rows: NDArray[np.intp]) -> Floats:
        """Return what is taken off between some wordings; shape (k, k)."""
        places = self.places[rows]
        return _losses(self.distinct)[places[:, None], places]


def structure_table(readings: Sequence[Signs]) -> StructureTable:
    """Return the table of the signs of all wordings, in order."""
    distinct = tuple(sorted(set(readings)))
    place = {one: n for n, one in enumerate(distinct)}
    return StructureTable(distinct, np.array([place[one] for one in readings], dtype=np.int32))


def signs(reading: Reading) -> Signs:
    """Return what is compared of a reading's structure: kind, presupposition, negation, numbers."""
    found = reading.structure
    return found.kind, str(found.presupposes), str(bool(found.negatives)), " ".join(sorted(found.numbers))


@lru_cache(maxsize=8)
def _losses(distinct: tuple[Signs, ...]) -> Floats:
    return np.array([_losses_of(distinct, one) for one in distinct], dtype=np.float32).reshape(len(distinct), len(distinct))


@lru_cache(maxsize=1024)
def _losses_of(distinct: tuple[Signs, ...], one: Signs) -> Floats:
    return np.array([loss(one, other) for other in distinct], dtype=np.float32)


def loss(one: Signs, other: Signs) -> float:
    """Return what the difference of two questions' signs takes off their similarity: 0 where they agree, else less."""
    kind = 0.0 if one[0] == other[0] else KIND * (_TERSE if TERSE in (one[0], other[0]) else 1.0)
    return -kind - sum(weight for weight, a, b in zip(_WEIGHTS, one[1:], other[1:], strict=True) if a != b)
