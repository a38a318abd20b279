"""Words of another part of the knowledge: a question about the vacuum engine is not one about the steam engine.

A word that an entry lacks is mostly a paraphrase. But if other entries have it, and it means nothing that this one has a
word for, the question is about their matter. Words that most entries have are the knowledge's own subject and tell nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import numpy as np

from bot.language import Query, Reader
from bot.matching.kernel.encoder import Encoder
from bot.matching.kernel.tfidf import Floats
from bot.matching.signals.features import EntryWords, informative

_WIDESPREAD = 0.1  # the share of entries above which a word is the subject of all
_DECISIVE = 1.1
"""How much a word must say, by its rarity (0..4) and by how far its meaning is from the entry's words (0..1)."""
_UNTOLD = 0.5  # the nearness of two words' meanings where there is no encoder


def said_whole(query: Query, lacking: Iterable[str], others: Iterable[EntryWords], reader: Reader) -> tuple[str, ...]:
    """Return the first word that an entry lacks, where another one has all that is asked: it is about that one's matter.

    Args:
        query: the asking part of a question.
        lacking: its words that the entry does not have.
        others: the words of entries that stand on something else and are asked the same way.
        reader: has read all of them.
    """
    first = next((word for word in lacking if informative(word, reader.pack) >= _DECISIVE), "")
    return (first,) if first and any(_has_all(other, query, reader) for other in others) else ()


def _has_all(entry: EntryWords, query: Query, reader: Reader) -> bool:
    return all(support for word, support in entry.supports(query, reader).items() if word not in reader.pack.stopwords)


class Elsewhere:
    """Tells the words of a question that belong to other entries than the one it resembles.

    Args:
        texts: what each entry stands on, as it was read.
        reader: reads words as those texts were read.
        encoder: tells how near two words are in meaning; None takes all for equally near.
    """

    def __init__(self, texts: Iterable[Query], reader: Reader, encoder: Encoder | None) -> None:
        stems = [frozenset(text.stems) for text in texts]
        counts = Counter(stem for found in stems for stem in found)
        self._stems = frozenset(counts)
        self._telling = frozenset(stem for stem, count in counts.items() if count <= max(2, _WIDESPREAD * len(stems)))
        self._reader = reader
        self._encoder = encoder
        self._meanings: dict[str, Floats] = {}

    def has(self, stem: str) -> bool:
        """Say whether some entry stands on a text with this stem."""
        return stem in self._stems

    def words(self, lacking: Collection[str], near: EntryWords) -> Iterator[str]:
        """Yield those of the words that an entry lacks which belong to other entries.

        Args:
            lacking: words of the question that the entry does not have.
            near: the words of its wordings nearest to the question, and of what it stands on.
        """
        for word in lacking:
            weight = informative(word, self._reader.pack)
            telling = weight >= _DECISIVE and self._telling.issuperset(self._reader.stems((word,)))
            if telling and weight * (1 - self._nearness(word, near)) >= _DECISIVE:
                yield word

    def _nearness(self, word: str, near: EntryWords) -> float:
        """Return how near a word's meaning is to the nearest of some words, about 0..1."""
        if self._encoder is None:
            return _UNTOLD
        others = sorted(other for other in near.words if other[0].isalpha() and other not in self._reader.pack.stopwords)
        if not others:
            return 0.0
        return float((np.stack([self._kept(other) for other in others]) @ self._encoder.encode(word)).max())

    def _kept(self, word: str) -> Floats:
        """Return the meaning of a word of the knowledge; it is kept, which what people type never is."""
        assert self._encoder is not None
        if word not in self._meanings:
            self._meanings[word] = self._encoder.encode(word)
        return self._meanings[word]
