"""How a question is read: its tokens, mended; their stems, synonyms made one; and the signs of its structure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.fillers import without_fillers
from bot.language.question_type import Structure, structure
from bot.language.spelling import Speller
from bot.language.stemming import stem
from bot.language.synonyms import Thesaurus
from bot.language.tokens import capitals, tokenise

_REMEMBERED = 16_384  # texts: the wordings of a knowledge are read when it is built, and again when it is rehearsed


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as the matcher sees it.

    Attributes:
        tokens: the words as typed, folded.
        words: the same, mended (a token may have become two words), without what was said around the question.
        stems: the stems of the words, synonyms replaced; what is compared.
        structure: question kind, numbers, negative words, presupposition.
        capitals: the tokens that were typed as names are: with a capital within a sentence that is not all capitals.
    """

    tokens: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    structure: Structure
    capitals: frozenset[str]


class Reader:
    """Reads texts with the speller and the thesauri of one knowledge."""

    def __init__(self, speller: Speller, thesauri: Sequence[Thesaurus]) -> None:
        self._speller = speller
        self._thesauri = tuple(thesauri)
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)

    def _read(self, text: str) -> Reading:
        """Read any text; never raises, and gives empty fields where nothing can be read."""
        tokens = tokenise(text)
        words = without_fillers([word for token in tokens for word in self._speller.mend(token)])
        return Reading(tokens, words, self.stems(words), structure(words), capitals(text))

    def stems(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the stems of words, every synonym replaced by its canonical wording."""
        stems = tuple(stem(word) for word in words)
        for thesaurus in self._thesauri:
            stems = thesaurus.read(stems)
        return stems
