"""The names of a knowledge: the words that name someone or something, and their stems."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.language import Reader, proper_names


@dataclass(frozen=True, slots=True)
class Names:
    """What names someone or something.

    Attributes:
        words: the words, folded.
        stems: their stems, synonyms replaced.
        people: the stems of those that are no countries, titles or everyday words.
    """

    words: frozenset[str]
    stems: frozenset[str]
    people: frozenset[str]


def names_in(texts: Iterable[str], reader: Reader) -> Names:
    """Return the names that some texts have."""
    pack, words = reader.pack, proper_names(texts, reader.pack)
    own = {word for word in words - pack.country_words - pack.titles if pack.lexicon.zipf(word) < pack.everyday}
    return Names(words, _stems(words, reader), _stems(own, reader))


def _stems(words: Iterable[str], reader: Reader) -> frozenset[str]:
    return frozenset(stem for word in words for stem in reader.stems((word,)))
