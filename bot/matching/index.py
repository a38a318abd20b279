"""The index: all that matching needs of a knowledge, computed once from its phrasings."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bot.language import (
    ENGLISH,
    LanguagePack,
    Query,
    Reader,
    Speller,
    Thesaurus,
    country_names,
    everyday_synonyms,
    tokenise,
    trusted,
)
from bot.matching.ridge import LeftOut, fit, kernel, votes
from bot.matching.structure_penalty import Structures, gather
from bot.matching.tfidf import Floats, Ints, Space, Vector
from bot.matching.tfidf_build import SpaceBuilder

_NEAR = 64
"""Wordings that vote; by `python -m tests.benchmarks.matching` on CLINC150 32 lose a point, and more than 64 gain nothing."""
_FEW = 2000
"""Up to so many wordings, all of them vote: solved once, in a second or less."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an index is built from.

    Attributes:
        phrasings: the wordings of each class, by its key.
        support: text that stands behind a class (its answer, its passages); its words count as the class's.
        synonyms: canonical wording → others, of this knowledge.
        pack: the language of all of them.
    """

    phrasings: Mapping[str, Sequence[str]]
    support: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]]
    pack: LanguagePack = ENGLISH

    def words(self) -> Counter[str]:
        """Return every word of the source with its number of occurrences."""
        found: Counter[str] = Counter()
        for texts in (*self.phrasings.values(), self.support.values(), *([word, *w] for word, w in self.synonyms.items())):
            for text in texts:
                found.update(tokenise(text, self.pack))
        return found


@dataclass(frozen=True, slots=True)
class Index:
    """The computed state; wording i belongs to class `keys[labels[i]]`.

    Attributes:
        keys: the classes.
        labels: the class of each wording, ascending.
        hashes: a number for each wording by its tokens, shape (wordings,): the same tokens have the same.
        space: the wordings as vectors.
        structures: what the wordings ask for.
        coefficients: the solution for all wordings, shape (wordings, classes); empty where they are many.
        left_out: the scores of each wording for each class without itself, shape (wordings, classes); as empty.
        vocabulary: the words that the speller trusts, with their number of occurrences.
        reader: reads questions as the wordings were read.
    """

    keys: tuple[str, ...]
    labels: Ints
    hashes: NDArray[np.uint64]
    space: Space
    structures: Structures
    coefficients: Floats
    left_out: Floats
    vocabulary: Mapping[str, int]
    reader: Reader

    def scores(self, query: Query) -> Floats:
        """Return the score of each class for a question, about 0..1; shape (classes,)."""
        asked = self.space.vector(query)
        overlaps = self.space.overlaps(asked)
        if len(self.coefficients):
            everywhere: Floats = kernel(overlaps, self.structures.against(query)) @ self.coefficients
            return everywhere
        return self._votes(query, asked, most_alike(overlaps))

    def scores_without(self, row: int, query: Query) -> Floats:
        """Return the scores of one of the wordings, given as it reads, as if the knowledge did not have it; shape (classes,)."""
        if len(self.left_out):
            solved: Floats = self.left_out[row]
            return solved
        asked = self.space.vector(query)
        overlaps = self.space.overlaps(asked)
        overlaps[row] = 0.0
        return self._votes(query, asked, most_alike(overlaps))

    def _votes(self, query: Query, asked: Vector, near: NDArray[np.intp]) -> Floats:
        cosines = self.space.compare(near, asked)
        among = kernel(cosines[0], self.structures.among(near))
        asking = kernel(cosines[1], self.structures.against_some(query, near))
        return votes(among, asking, self.labels[near], len(self.keys))

    def leave_one_out(self) -> LeftOut:
        """Judge every wording by all the others; seconds and 200 MB at 5,000 wordings, growing with their square.

        What a wording lent to word weights and vocabulary stays; that is the approximation.
        """
        cosines = self.space.products()
        rows = range(len(cosines))
        scores = self.left_out if len(self.left_out) else np.stack([self._left_out(cosines, row) for row in rows])
        return LeftOut(self.keys, self.labels, scores, cosines + self.structures.among(np.arange(len(cosines))))

    def _left_out(self, cosines: Floats, row: int) -> Floats:
        overlaps = cosines[row].copy()
        overlaps[row] = 0.0
        near = most_alike(overlaps)
        taken_off = self.structures.among(np.append(near, row))
        among = kernel(cosines[near[:, None], near], taken_off[:-1, :-1])
        asked = kernel(cosines[row, near], taken_off[-1, :-1])
        return votes(among, asked, self.labels[near], len(self.keys))

    def nearest(self, query: Query, rows: NDArray[np.intp]) -> int:
        """Return the one of some wordings that is most similar to a question; of equal ones the first."""
        _, cosines = self.space.compare(rows, self.space.vector(query))
        return int(rows[np.argmax(cosines + self.structures.against_some(query, rows))])

    def similarities(self, query: Query, row: int) -> dict[str, float]:
        """Return, by the part's name, what each part gives to the similarity of a question with one wording."""
        structure = float(self.structures.against_some(query, np.array([row]))[0])
        return {**self.space.shares(row, self.space.vector(query)), "structure": structure}


def hash_of(tokens: Sequence[str]) -> int:
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


def reader(source: Source, vocabulary: Mapping[str, int]) -> Reader:
    """Return the reader of a source: its own synonyms go before the language's."""
    pack = source.pack
    thesauri = (Thesaurus(source.synonyms, pack), country_names(pack), everyday_synonyms(pack))
    return Reader(Speller(vocabulary, pack.lexicon.is_real), thesauri, pack, vocabulary.keys())


def build(source: Source) -> Index:
    """Build the index of a source; the cost grows with the number of wordings (0.5 s at 5,000)."""
    keys = tuple(source.phrasings)
    vocabulary = trusted(source.words(), source.pack.lexicon.is_real)
    read = reader(source, vocabulary)
    builder, hashes = SpaceBuilder(), array("Q")
    structures = gather(_added(builder, hashes, read.read(text)) for key in keys for text in source.phrasings[key])
    labels = np.repeat(np.arange(len(keys), dtype=np.int32), [len(source.phrasings[key]) for key in keys])
    space = builder.space()
    solved = _solved(space, structures, labels, len(keys))
    return Index(keys, labels, np.array(hashes, dtype=np.uint64), space, structures, *solved, vocabulary, read)


def _added(builder: SpaceBuilder, hashes: "array[int]", query: Query) -> Query:
    hashes.append(hash_of(query.tokens))
    return builder.add(query)


def _solved(space: Space, structures: Structures, labels: Ints, classes: int) -> tuple[Floats, Floats]:
    if not 0 < len(labels) <= _FEW:
        return np.zeros((0, classes), dtype=np.float32), np.zeros((0, classes), dtype=np.float32)
    return fit(kernel(space.products(), structures.among(np.arange(len(labels)))), labels, classes)
