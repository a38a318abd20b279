"""Evidence: why a question matches a phrasing, word by word and part by part."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.matching.english import STOPWORDS
from bot.matching.reading import Reader, Reading
from bot.matching.stemmer import stem


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word of the question that the phrasing has too: `how` is exact, spelling, stem or synonym."""

    word: str
    how: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one entry.

    Attributes:
        phrasing: the entry's wording nearest to the question.
        similarity: the weighted similarity by part, adding up to at most 1.
        matched: the question's words that the wording has too, and how each matched.
        missing: the question's words that it has not, common words left out.
    """

    phrasing: str
    similarity: Mapping[str, float]
    matched: tuple[WordMatch, ...]
    missing: tuple[str, ...]


def evidence(reader: Reader, question: Reading, phrasing: Reading, text: str, similarity: Mapping[str, float]) -> Evidence:
    """Compare a question with one phrasing, word by word."""
    matched: list[WordMatch] = []
    missing: list[str] = []
    for word in dict.fromkeys(question.words):
        how = _how(reader, word, question, phrasing)
        if how:
            matched.append(WordMatch(word, how))
        elif word not in STOPWORDS:
            missing.append(word)
    return Evidence(text, similarity, tuple(matched), tuple(missing))


def _how(reader: Reader, word: str, question: Reading, phrasing: Reading) -> str:
    if word in phrasing.words:
        return "exact" if word in question.tokens else "spelling"
    if stem(word) in {stem(other) for other in phrasing.words}:
        return "stem"
    return "synonym" if set(reader.stems((word,))) & set(phrasing.stems) else ""
