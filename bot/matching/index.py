"""The index: all that matching needs of a knowledge, computed once from its phrasings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bot.language import Query, Reader, without_addresses
from bot.matching.kernel.meanings import Meanings, greatest
from bot.matching.kernel.ridge import kernel, votes
from bot.matching.kernel.structure_penalty import Structures
from bot.matching.kernel.tfidf import Floats, Ints, Space, Vector

NEAR = 64
"""Wordings that vote; by `python -m tests.benchmarks.matching` on CLINC150 32 lose a point, and more than 64 gain nothing."""


@dataclass(frozen=True, slots=True)
class Index:
    """The computed state; wording i belongs to class `keys[labels[i]]`.

    Attributes:
        keys: the classes.
        labels: the class of each wording, ascending.
        hashes: a number for each wording by its tokens, shape (wordings,): the same tokens have the same.
        space: the wordings as vectors.
        structures: what the wordings ask for.
        meanings: the wordings' meanings as unit vectors; of dimension 0 without an encoder.
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
    meanings: Meanings
    coefficients: Floats
    left_out: Floats
    vocabulary: Mapping[str, int]
    reader: Reader

    def ask(self, query: Query, meaning: Floats | None) -> "Asked":
        """Return a question as the wordings are: its vectors, by its words and by its meaning (None without an encoder)."""
        return Asked(query, self.space.vector(query), meaning)

    def scores(self, asked: "Asked") -> Floats:
        """Return the score of each class for a question, about 0..1; shape (classes,)."""
        overlaps = self.space.overlaps(asked.vector)
        if len(self.coefficients):
            alike = None if asked.meaning is None else self.meanings.every() @ asked.meaning
            everywhere: Floats = kernel(overlaps, self.structures.against(asked.query), alike) @ self.coefficients
            return everywhere
        return self._votes(asked, self._voters(overlaps, asked))

    def by_words(self, query: Query) -> Floats:
        """Return how much of a text the nearest wording of each class says, by its words alone, 0..1; shape (classes,)."""
        best = np.zeros(len(self.keys), dtype=np.float32)
        np.maximum.at(best, self.labels, self.space.overlaps(self.space.vector(query)))
        return best

    def scores_without(self, row: int, asked: "Asked") -> Floats:
        """Return the scores of one of the wordings, given as it reads, as if the knowledge did not have it; shape (classes,)."""
        if len(self.left_out):
            solved: Floats = self.left_out[row]
            return solved
        overlaps = self.space.overlaps(asked.vector)
        overlaps[row] = 0.0
        return self._votes(asked, self._voters(overlaps, asked, without=row))

    def _voters(self, overlaps: Floats, asked: "Asked", without: int | None = None) -> NDArray[np.intp]:
        """Return the wordings that vote: the nearest by words and the nearest by meaning, ascending."""
        near = greatest(overlaps, NEAR)
        return near if asked.meaning is None else np.union1d(near, self.meanings.nearest(asked.meaning, NEAR, without))

    def _votes(self, asked: "Asked", near: NDArray[np.intp]) -> Floats:
        cosines = self.space.compare(near, asked.vector)
        meanings = self.meanings.of(near) if self.meanings.dimension else None
        among = kernel(cosines[0], self.structures.among(near), None if meanings is None else meanings @ meanings.T)
        alike = None if meanings is None or asked.meaning is None else meanings @ asked.meaning
        asking = kernel(cosines[1], self.structures.against_some(asked.query, near), alike)
        return votes(among, asking, self.labels[near], len(self.keys))

    def inexact(self, wording: Callable[[int], str]) -> tuple[int, ...]:
        """Return the rows whose words an earlier class may have, or that a question may be read otherwise than a wording.

        Args:
            wording: gives the text of a row.
        """
        _, firsts, hashes = np.unique(self.hashes, return_index=True, return_inverse=True)
        taken = (self.labels[firsts][hashes] != self.labels) | (self.hashes == hash_of(()))
        texts = ((row, wording(row)) for row in range(len(self.labels)))
        return tuple(row for row, text in texts if taken[row] or without_addresses(text) != text)

    def classes_with(self, stem: str) -> frozenset[int]:
        """Return the classes that have a stem in a wording."""
        number = self.space.vocabulary.words.get(stem)
        if number is None or number >= len(self.space.postings.starts) - 1:
            return frozenset()
        rows = self.space.postings.ids[self.space.postings.starts[number] : self.space.postings.starts[number + 1]]
        return frozenset(self.labels[rows].tolist())

    def nearest(self, asked: "Asked", rows: NDArray[np.intp], limit: int = 1) -> NDArray[np.intp]:
        """Return those of some wordings that are most similar to a question, best first; of equal ones the first."""
        _, cosines = self.space.compare(rows, asked.vector)
        near = kernel(
            cosines,
            self.structures.against_some(asked.query, rows),
            None if asked.meaning is None else self.meanings.of(rows) @ asked.meaning,
        )
        return rows[np.argsort(-near, kind="stable")[:limit]]

    def nearest_by_meaning(self, asked: "Asked") -> str | None:
        """Return the class of the wording that is nearest to a question by meaning; None without an encoder."""
        if asked.meaning is None or not len(self.labels):
            return None
        [row] = self.meanings.nearest(asked.meaning, 1, None)
        key: str = self.keys[self.labels[row]]
        return key

    def similarities(self, asked: "Asked", row: int) -> dict[str, float]:
        """Return, by the part's name, what each part gives to the similarity of a question with one wording."""
        parts = self.space.shares(row, asked.vector)
        if asked.meaning is not None:
            parts["meaning"] = float(self.meanings.of(np.array([row]))[0] @ asked.meaning)
        return {**parts, "structure": float(self.structures.against_some(asked.query, np.array([row]))[0])}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an index compares it: as it was read, its words as a vector, its meaning as one (None without an encoder)."""

    query: Query
    vector: Vector = field(compare=False)
    meaning: Floats | None = field(compare=False)


def hash_of(tokens: Sequence[str]) -> int:
    """Return a number of 64 bits for a wording; two different ones hardly ever have the same."""
    return int.from_bytes(blake2b(" ".join(tokens).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
