"""How a question is read: its tokens, corrected; their stems, synonyms made one; and what it asks for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.language.pack import ENGLISH, LanguagePack
from bot.language.question_type import Structure, structure
from bot.language.spelling import Speller
from bot.language.synonyms import Thesaurus
from bot.language.tokens import capitals, tokenise


@dataclass(frozen=True, slots=True)
class Query:
    """One text as it was read: a question, or a wording of the knowledge.

    Attributes:
        text: the text itself.
        tokens: the words as typed, folded; empty if there is nothing to read.
        words: the same, corrected (a token may have become two words), without what was said around the question.
        stems: the stems of the words, synonyms replaced; what is compared.
        structure: what it asks for: the kind of question, numbers, negative words, presupposition.
        capitals: the tokens that were typed as names are: with a capital within a sentence that is not all capitals.
    """

    text: str
    tokens: tuple[str, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    structure: Structure
    capitals: frozenset[str]


class Reader:
    """Reads texts with the speller and the thesauri of one knowledge; of what it reads it keeps nothing.

    Args:
        speller: corrects words towards the knowledge's.
        thesauri: the synonyms, in the order in which they are read.
        pack: the language.
        vocabulary: the knowledge's own words, whose stems are kept once they were met.

    Attributes:
        pack: the language.
    """

    def __init__(
        self, speller: Speller, thesauri: Sequence[Thesaurus], pack: LanguagePack, vocabulary: Collection[str] = frozenset()
    ) -> None:
        self.pack = pack
        self._speller = speller
        self._thesauri = tuple(thesauri)
        self._vocabulary = vocabulary
        self._stems: dict[str, str] = {}

    def read(self, text: str) -> Query:
        """Read any text; never raises, and gives empty fields where nothing can be read."""
        return self._corrected(text, tokenise(text, self.pack), capitals(text, self.pack))

    def reread(self, query: Query) -> Query:
        """Return what another reader of the same language has read, corrected as this one's texts are."""
        return self._corrected(query.text, query.tokens, query.capitals)

    def _corrected(self, text: str, tokens: tuple[str, ...], names: frozenset[str]) -> Query:
        words = without_fillers([word for token in tokens for word in self._speller.correct(token)], self.pack)
        return Query(text, tokens, words, self.stems(words), structure(words, self.pack), names)

    def stem(self, word: str) -> str:
        """Return the stem of one word."""
        found = self._stems.get(word)
        if found is None:
            found = self.pack.stem(word)
            if word in self._vocabulary:
                self._stems[word] = found
        return found

    def stems(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the stems of words, every synonym replaced by its canonical wording."""
        stems = tuple(self.stem(word) for word in words)
        for thesaurus in self._thesauri:
            stems = thesaurus.read(stems)
        return stems


def without_fillers(words: Sequence[str], pack: LanguagePack = ENGLISH) -> tuple[str, ...]:
    """Return the words of a question without what was said around it; all of them if nothing else was said.

    Two readers who wrap their questions alike would else look as if they asked the same. Only what stands in the pack's
    patterns goes (greetings, courtesies, excuses, what it is needed for), and never all of a text.
    """
    text, before = " ".join(words), ""
    while text != before:
        text, before = pack.fillers.sub("", text).strip(), text
    return tuple(text.split()) or tuple(words)
