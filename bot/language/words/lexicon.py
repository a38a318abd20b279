"""How common words are: which words are real, and how much a word that nobody expects weighs.

A lexicon keeps the speller from "correcting" good words, and lets a rare word that the knowledge does not have weigh
against an answer.
"""

import gzip
import math
from collections.abc import Iterator, Mapping

REAL = 2.0
"""Zipf frequency from which a word is listed as real: below it word lists hold many misspellings and names."""
_RARE = 1.0


class Lexicon:
    """Zipf frequencies (log10 of occurrences per thousand million words, about 1 to 8) of real words."""

    def __init__(self, zipf: Mapping[str, float]) -> None:
        self._zipf = zipf

    def is_real(self, word: str) -> bool:
        """Say whether this lower-case word is common enough to be trusted as spelled; where none is listed, all are."""
        return not self._zipf or word in self._zipf

    def zipf(self, word: str) -> float:
        """Return the word's Zipf frequency; rarer ones and those that are not listed count as 1."""
        return self._zipf.get(word, _RARE)

    def words(self) -> Mapping[str, float]:
        """Return all listed words with their frequencies."""
        return self._zipf


def read_lexicon(packed: bytes) -> Lexicon:
    """Return a lexicon from its file's bytes: the number of all words, then a line for each number of occurrences."""
    lines = iter(gzip.decompress(packed).decode("utf-8").splitlines())
    total = int(next(lines)) / 1e9
    return Lexicon(dict(_frequencies(lines, total)))


def _frequencies(lines: Iterator[str], total: float) -> Iterator[tuple[str, float]]:
    for line in lines:
        count, _, words = line.partition("\t")
        zipf = math.log10(int(count) / total)
        for word in words.split(" "):
            yield word, zipf
