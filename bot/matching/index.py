"""The index: all that matching needs of a knowledge, computed once from its phrasings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.blocks import Floats
from bot.matching.english import SYNONYMS
from bot.matching.lexicon import Lexicon
from bot.matching.parts import Part, build_parts
from bot.matching.reading import Reader, Reading
from bot.matching.ridge import fit, kernel
from bot.matching.speller import Speller, trusted
from bot.matching.text import tokenise
from bot.matching.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Source:
    """What an index is built from.

    Attributes:
        phrasings: the wordings of each class, by its key.
        support: text that stands behind a class (its answer, its passages); its words count as known.
        synonyms: canonical wording → others, of this knowledge.
    """

    phrasings: Mapping[str, Sequence[str]]
    support: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]]

    def words(self) -> Counter[str]:
        """Return every word of the source with its number of occurrences."""
        texts = [text for wordings in self.phrasings.values() for text in wordings]
        texts += self.support.values()
        texts += [word for canonical, others in self.synonyms.items() for word in (canonical, *others)]
        return Counter(word for text in texts for word in tokenise(text))


@dataclass(frozen=True, slots=True)
class Index:
    """The computed state; phrasing i belongs to class `keys[labels[i]]`."""

    keys: tuple[str, ...]
    labels: NDArray[np.int32]
    parts: tuple[Part, ...]
    coefficients: Floats
    vocabulary: Mapping[str, int]
    lexicon: Lexicon

    def similarities(self, reading: Reading) -> dict[str, Floats]:
        """Return, by the part's name, the weighted similarity with each phrasing."""
        return {part.name: part.against(reading) for part in self.parts}

    def scores(self, similarities: Mapping[str, Floats]) -> Floats:
        """Return the score of each class, about 0..1, for the similarities of one question."""
        total: Floats = np.sum(list(similarities.values()), axis=0, dtype=np.float32)
        scores: Floats = kernel(total) @ self.coefficients
        return scores


def reader(source: Source, vocabulary: Mapping[str, int], lexicon: Lexicon) -> Reader:
    """Return the reader of a source: its own synonyms go before the general ones."""
    return Reader(Speller(vocabulary, lexicon.is_real), (Thesaurus(source.synonyms), Thesaurus(SYNONYMS)))


def build(source: Source, lexicon: Lexicon) -> Index:
    """Build the index of a source; the cost grows with the cube of the number of phrasings (2 s at 5,000)."""
    keys = tuple(source.phrasings)
    vocabulary = trusted(source.words(), lexicon.is_real)
    read = reader(source, vocabulary, lexicon).read
    readings = [read(text) for key in keys for text in source.phrasings[key]]
    labels = np.array([place for place, key in enumerate(keys) for _ in source.phrasings[key]], dtype=np.int32)
    parts = build_parts(readings)
    gram = np.zeros((len(readings), len(readings)), dtype=np.float32)
    for part in parts:
        part.add_gram(gram)
    return Index(keys, labels, parts, fit(gram, labels, len(keys)), vocabulary, lexicon)
