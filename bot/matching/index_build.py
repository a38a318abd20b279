"""Builds the index of a knowledge from its wordings."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from bot.matching.index import Index, hash_of
from bot.matching.kernel.encoder import Encoder
from bot.matching.kernel.meanings import as_searched
from bot.matching.kernel.ridge import fit, kernel
from bot.matching.kernel.structure_penalty import Structures, gather
from bot.matching.kernel.tfidf import Floats, Halves, Ints, Space
from bot.matching.kernel.tfidf_build import SpaceBuilder

_FEW = 2000
"""Up to so many wordings, all of them vote: solved once, in a second or less."""

Progress = Callable[[Sequence[str]], Iterable[str]]
"""Wraps texts that are worked on, to show how far the work is."""


Known = Mapping[bytes, NDArray[np.float16]]
"""The meanings of texts that were encoded before, by `digest_of` each."""


def digest_of(text: str) -> bytes:
    """Return 16 bytes that stand for a text, to the letter."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def as_given(texts: Sequence[str]) -> Iterable[str]:
    """Show nothing."""
    return texts


@dataclass(frozen=True, slots=True)
class Source:
    """What an index is built from.

    Attributes:
        phrasings: the wordings of each class, by its key.
        support: text that stands behind a class (its answer, its passages); its words count as the class's.
        synonyms: canonical wording → others, of this knowledge.
        pack: the language of all of them.
        name: what they are of, such as an article's name; it tells nothing apart but kept files.
    """

    phrasings: Mapping[str, Sequence[str]]
    support: Mapping[str, str]
    synonyms: Mapping[str, Sequence[str]]
    pack: LanguagePack = ENGLISH
    name: str = ""

    def wordings(self) -> list[str]:
        """Return every wording, in the order of the classes."""
        return [text for texts in self.phrasings.values() for text in texts]

    def words(self) -> Counter[str]:
        """Return every word of the source with its number of occurrences."""
        found: Counter[str] = Counter()
        for texts in (*self.phrasings.values(), self.support.values(), *([word, *w] for word, w in self.synonyms.items())):
            for text in texts:
                found.update(tokenise(text, self.pack))
        return found


def reader(source: Source, vocabulary: Mapping[str, int]) -> Reader:
    """Return the reader of a source: its own synonyms go before the language's."""
    pack = source.pack
    thesauri = (Thesaurus(source.synonyms, pack), country_names(pack), everyday_synonyms(pack))
    return Reader(Speller(vocabulary, pack.lexicon.is_real), thesauri, pack, vocabulary.keys())


def build(source: Source, encoder: Encoder | None = None, progress: Progress = as_given, known: Known | None = None) -> Index:
    """Build the index of a source; the cost grows with the number of wordings (0.5 s at 5,000, and 1.3 ms each with an encoder).

    Args:
        source: the wordings and all that shapes how they are read.
        encoder: gives the wordings' meanings; None builds on words alone.
        progress: wraps the wordings while their meanings are taken.
        known: meanings that the same encoder gave before; what is among them is not encoded again.
    """
    keys = tuple(source.phrasings)
    vocabulary = trusted(source.words(), source.pack.lexicon.is_real)
    read = reader(source, vocabulary)
    builder, hashes = SpaceBuilder(), array("Q")
    structures = gather(_added(builder, hashes, read.read_wording(text)) for key in keys for text in source.phrasings[key])
    labels = np.repeat(np.arange(len(keys), dtype=np.int32), [len(source.phrasings[key]) for key in keys])
    space = builder.space()
    matrix = _meanings(source.wordings(), encoder, progress, known or {})
    solved = _solved(space, structures, matrix.astype(np.float32), labels, len(keys))
    meanings = as_searched(matrix)
    return Index(keys, labels, np.array(hashes, dtype=np.uint64), space, structures, meanings, *solved, vocabulary, read)


def _meanings(texts: Sequence[str], encoder: Encoder | None, progress: Progress, known: Known) -> Halves:
    """Return the meaning of each text, shape (texts, dimension); one by one, so that each is the same whatever the others are."""
    if encoder is None:
        return np.zeros((len(texts), 0), dtype=np.float16)
    rows = np.zeros((len(texts), encoder.dimension), dtype=np.float16)
    digests = [digest_of(text) for text in texts] if known else []
    for row, digest in zip(rows, digests, strict=False):
        row[:] = known.get(digest, 0)
    new = [place for place in range(len(texts)) if not digests or digests[place] not in known]
    for place, text in zip(new, progress([texts[place] for place in new]), strict=True):
        rows[place] = encoder.encode(text)
    return rows


def _added(builder: SpaceBuilder, hashes: "array[int]", query: Query) -> Query:
    hashes.append(hash_of(query.tokens))
    return builder.add(query)


def _solved(space: Space, structures: Structures, meanings: Floats, labels: Ints, classes: int) -> tuple[Floats, Floats]:
    if not 0 < len(labels) <= _FEW:
        return np.zeros((0, classes), dtype=np.float32), np.zeros((0, classes), dtype=np.float32)
    alike = meanings @ meanings.T if meanings.shape[1] else None
    return fit(kernel(space.products(), structures.among(np.arange(len(labels))), alike), labels, classes)
