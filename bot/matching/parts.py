"""The similarity of two questions: a sum of named parts, each with its weight.

A part compares one aspect of a question with every phrasing at once. Another aspect (sentence vectors, another
language's morphology) is another part in the list, and shows up in the evidence under its name.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.matching.blocks import Block, Floats, build_block, strips
from bot.matching.reading import Reading
from bot.matching.structure import TERSE
from bot.matching.text import grams, pairs

Features = Callable[[Reading], Iterable[str]]

BLOCKS: Mapping[str, tuple[float, Features]] = {
    "words": (0.3, lambda reading: reading.stems),
    "pairs": (0.3, lambda reading: pairs(reading.stems)),
    "letters": (0.4, lambda reading: grams(reading.words)),
}
"""Name → weight and features of the TF-IDF parts (the weights were tuned on CLINC150 validation data)."""
KIND, PRESUPPOSITION, NEGATION, NUMBERS = 0.2, 0.1, 0.1, 0.1
"""What a difference in structure takes off the similarity; half of the loss of the best guard is the kind's."""
_TERSE = 0.4  # keywords ask nothing in particular: they differ less from any kind than two kinds from each other


Signs = tuple[str, str, str, str]
_SIGN_WEIGHTS = (PRESUPPOSITION, NEGATION, NUMBERS)


class Part(Protocol):
    """One aspect of similarity over a fixed list of phrasings."""

    @property
    def name(self) -> str:
        """The part's name in the evidence."""

    def against(self, reading: Reading) -> Floats:
        """Return the weighted similarity of a question with each phrasing; shape (phrasings,)."""

    def add_gram(self, out: Floats) -> None:
        """Add the weighted similarity of each pair of phrasings to the lower part of a (phrasings, phrasings) matrix."""


@dataclass(frozen=True, slots=True)
class BlockPart:
    """Cosine of weighted features."""

    name: str
    block: Block

    def against(self, reading: Reading) -> Floats:
        """Return weight x cosine, 0..weight."""
        weight, features = BLOCKS[self.name]
        return weight * self.block.similarities(features(reading))

    def add_gram(self, out: Floats) -> None:
        """Add weight x cosine of each pair."""
        self.block.add_gram(out, BLOCKS[self.name][0])


@dataclass(frozen=True, slots=True)
class StructurePart:
    """What is taken off where two questions ask different things: kind, presupposition, negation, numbers."""

    signs: tuple[Signs, ...]
    name: str = "structure"

    def against(self, reading: Reading) -> Floats:
        """Return the loss against each phrasing, from 0 down to minus the sum of the weights."""
        theirs, places = self._distinct()
        mine = signs(reading)
        return np.array([_loss(mine, other) for other in theirs], dtype=np.float32)[places]

    def add_gram(self, out: Floats) -> None:
        """Add the loss of each pair."""
        distinct, places = self._distinct()
        losses = np.array([[_loss(one, other) for other in distinct] for one in distinct], dtype=np.float32)
        by_text = losses[:, places]
        for start, end in strips(len(places)):
            out[start:end, :end] += by_text[places[start:end], :end]

    def _distinct(self) -> tuple[list[Signs], NDArray[np.intp]]:
        """Return the distinct signs, few among many phrasings, and for each phrasing the place of its own."""
        distinct = sorted(set(self.signs))
        place = {one: n for n, one in enumerate(distinct)}
        return distinct, np.array([place[one] for one in self.signs])


def signs(reading: Reading) -> Signs:
    """Return what is compared of a reading's structure: kind, presupposition, negation, numbers."""
    found = reading.structure
    return found.kind, str(found.presupposes), str(bool(found.negatives)), " ".join(sorted(found.numbers))


def _loss(one: Signs, other: Signs) -> float:
    kind = 0.0 if one[0] == other[0] else KIND * (_TERSE if TERSE in (one[0], other[0]) else 1.0)
    return -kind - sum(weight for weight, a, b in zip(_SIGN_WEIGHTS, one[1:], other[1:], strict=True) if a != b)


def build_parts(readings: Sequence[Reading]) -> tuple[Part, ...]:
    """Build every part over the readings of the phrasings, in order."""
    blocks = (BlockPart(name, build_block([features(r) for r in readings])) for name, (_, features) in BLOCKS.items())
    return (*blocks, StructurePart(tuple(signs(r) for r in readings)))
