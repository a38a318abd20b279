"""A text as weighted features: its stems, its pairs of stems, its letters.

Every feature has a number, block by block, so that the texts of a knowledge are rows of one sparse matrix. Weights are
sublinear TF-IDF with each block of a text brought to the length that `BLOCKS` gives it: the dot product of two texts is
the weighted sum of the blocks' cosines.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.language.query import Reading
from bot.language.tokens import grams

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Codes = NDArray[np.int64]

BLOCKS: Mapping[str, float] = {"words": 0.3, "pairs": 0.3, "letters": 0.4}
"""Each block's share of the similarity (tuned on CLINC150 and BANKING77 validation data; flat around these)."""
MOST = 255
"""How often a feature counts in one text at most."""
WINDOW = 3
"""How many places the two stems of a pair stand apart at most."""


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

    def numbers(self, reading: Reading) -> tuple[list[int], list[int], list[int]]:
        """Return the features of a text by block, numbered within the block; -1 for those that the knowledge lacks."""
        words = [self.words.get(stem, -1) for stem in reading.stems]
        letters = [self.letters.get(gram, -1) for gram in grams(reading.words)]
        return words, self._pairs(words), letters

    def _pairs(self, words: Sequence[int]) -> list[int]:
        codes = [first * len(self.words) + second if min(first, second) >= 0 else -1 for first, second in _neighbours(words)]
        if not codes or not len(self.pairs):
            return [-1] * len(codes)
        places = np.minimum(np.searchsorted(self.pairs, codes), len(self.pairs) - 1)
        found: list[int] = np.where(self.pairs[places] == codes, places, -1).tolist()
        return found


def _neighbours(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    for distance in range(1, WINDOW + 1):
        yield from zip(words, words[distance:], strict=False)


@dataclass(frozen=True, slots=True)
class Vector:
    """A text's known features and their weights; its length is at most 1, less by what is unknown of it."""

    ids: Ints
    weights: Floats


def vector(vocabulary: Vocabulary, idf: Floats, unknown: float, reading: Reading) -> Vector:
    """Return the vector of a text; `unknown` is the weight of a feature that the knowledge lacks."""
    ids: list[int] = []
    weights: list[float] = []
    offset = 0
    for numbers, size, share in zip(vocabulary.numbers(reading), vocabulary.sizes, BLOCKS.values(), strict=True):
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
