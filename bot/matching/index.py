"""The index: all that matching needs of a knowledge, computed once from its phrasings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bot.language.countries import COUNTRIES
from bot.language.english import SYNONYMS
from bot.language.lexicon import Lexicon
from bot.language.query import Reader, Reading
from bot.language.spelling import Speller, trusted
from bot.language.synonyms import Thesaurus
from bot.language.tokens import tokenise
from bot.matching.ridge import fit, kernel, votes
from bot.matching.space import Space
from bot.matching.space_building import SpaceBuilder
from bot.matching.structure_penalty import Signs, gather
from bot.matching.tfidf import Floats, Ints, Vector

_NEAR = 64
"""Wordings that vote: with 32 a point is lost on CLINC150, more than 64 gain nothing."""
_FEW = 2000
"""Up to so many wordings, all of them vote: solved once, in a second or less."""


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
        found: Counter[str] = Counter()
        for texts in (*self.phrasings.values(), self.support.values(), *([word, *w] for word, w in self.synonyms.items())):
            for text in texts:
                found.update(tokenise(text))
        return found


@dataclass(frozen=True, slots=True)
class Index:
    """The computed state; wording i belongs to class `keys[labels[i]]`.

    Attributes:
        keys: the classes.
        labels: the class of each wording, ascending.
        marks: a number for each wording by its tokens, shape (wordings,): the same tokens have the same.
        space: the wordings as vectors.
        signs: the wordings' signs of structure.
        coefficients: the solution for all wordings, shape (wordings, classes); empty where they are many.
        rehearsed: the scores of each wording for each class without itself, shape (wordings, classes); as empty.
        vocabulary: the words that the speller trusts, with their number of occurrences.
        lexicon: general English.
        reader: reads questions as the wordings were read.
    """

    keys: tuple[str, ...]
    labels: Ints
    marks: NDArray[np.uint64]
    space: Space
    signs: Signs
    coefficients: Floats
    rehearsed: Floats
    vocabulary: Mapping[str, int]
    lexicon: Lexicon
    reader: Reader

    def scores(self, reading: Reading) -> Floats:
        """Return the score of each class for a question, about 0..1; shape (classes,)."""
        asked = self.space.vector(reading)
        overlaps = self.space.overlaps(asked)
        if len(self.coefficients):
            everywhere: Floats = kernel(overlaps, self.signs.against(reading)) @ self.coefficients
            return everywhere
        return self._votes(reading, asked, most_alike(overlaps))

    def scores_without(self, row: int, reading: Reading) -> Floats:
        """Return the scores of one of the wordings, given as it reads, as if the knowledge did not have it; shape (classes,)."""
        if len(self.rehearsed):
            known: Floats = self.rehearsed[row]
            return known
        asked = self.space.vector(reading)
        overlaps = self.space.overlaps(asked)
        overlaps[row] = 0.0
        return self._votes(reading, asked, most_alike(overlaps))

    def _votes(self, reading: Reading, asked: Vector, near: NDArray[np.intp]) -> Floats:
        cosines = self.space.compare(near, asked)
        among = kernel(cosines[0], self.signs.among(near))
        asking = kernel(cosines[1], self.signs.against_some(reading, near))
        return votes(among, asking, self.labels[near], len(self.keys))

    def nearest(self, reading: Reading, rows: NDArray[np.intp]) -> int:
        """Return the one of some wordings that is most similar to a question; of equal ones the first."""
        _, cosines = self.space.compare(rows, self.space.vector(reading))
        return int(rows[np.argmax(cosines + self.signs.against_some(reading, rows))])

    def similarities(self, reading: Reading, row: int) -> dict[str, float]:
        """Return, by the part's name, what each part gives to the similarity of a question with one wording."""
        structure = float(self.signs.against_some(reading, np.array([row]))[0])
        return {**self.space.shares(row, self.space.vector(reading)), "structure": structure}


def mark(tokens: Sequence[str]) -> int:
    """Return a number of 64 bits for a wording; two different ones hardly ever have the same."""
    return int.from_bytes(blake2b(" ".join(tokens).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def most_alike(overlaps: Floats) -> NDArray[np.intp]:
    """Return the wordings that vote: the places of the greatest overlaps, at most 64 and all above 0, ascending.

    Of equal ones the first are taken.
    """
    places = _promising(overlaps)
    if len(places) <= _NEAR:
        return places
    values = overlaps[places]
    least = np.partition(values, -_NEAR)[-_NEAR]
    surely, perhaps = places[values > least], places[values == least]
    return np.sort(np.concatenate((surely, perhaps[: _NEAR - len(surely)])))


def _promising(overlaps: Floats) -> NDArray[np.intp]:
    """Return the places of at least `_NEAR` great overlaps, if so many are above 0; most are slight and need no ordering."""
    greatest = overlaps.max(initial=0.0)
    for share in (0.6, 0.4, 0.2):
        places = np.flatnonzero(overlaps > share * greatest)
        if len(places) >= _NEAR:
            return places
    return np.flatnonzero(overlaps > 0.0)


def reader(source: Source, vocabulary: Mapping[str, int], lexicon: Lexicon) -> Reader:
    """Return the reader of a source: its own synonyms go before the general ones."""
    thesauri = (Thesaurus(source.synonyms), Thesaurus(COUNTRIES), Thesaurus(SYNONYMS))
    return Reader(Speller(vocabulary, lexicon.is_real), thesauri)


def build(source: Source, lexicon: Lexicon) -> Index:
    """Build the index of a source; the cost grows with the number of wordings (0.5 s at 5,000)."""
    keys = tuple(source.phrasings)
    vocabulary = trusted(source.words(), lexicon.is_real)
    read = reader(source, vocabulary, lexicon)
    builder = SpaceBuilder()
    signs = gather(builder.add(read.read(text)) for key in keys for text in source.phrasings[key])
    labels = np.repeat(np.arange(len(keys), dtype=np.int32), [len(source.phrasings[key]) for key in keys])
    space = builder.space()
    marks = np.array([mark(tokenise(text)) for key in keys for text in source.phrasings[key]], dtype=np.uint64)
    return Index(keys, labels, marks, space, signs, *_solved(space, signs, labels, len(keys)), vocabulary, lexicon, read)


def _solved(space: Space, signs: Signs, labels: Ints, classes: int) -> tuple[Floats, Floats]:
    if not 0 < len(labels) <= _FEW:
        return np.zeros((0, classes), dtype=np.float32), np.zeros((0, classes), dtype=np.float32)
    return fit(kernel(space.products(), signs.among(np.arange(len(labels)))), labels, classes)
