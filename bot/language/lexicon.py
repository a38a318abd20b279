"""General English: which words are real, and how common each is.

The words and counts are those that the pyspellchecker package ships (film and television subtitles). They keep the
speller from "mending" good words, and let a rare word that the knowledge does not know weigh against an answer.
"""

import gzip
import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

REAL = 2.0
"""Zipf frequency from which a word counts as real: the list below it holds many misspellings and names."""
_RARE = 1.0


class Lexicon:
    """Zipf frequencies (log10 of occurrences per thousand million words, about 1 to 8) of real words."""

    def __init__(self, zipf: Mapping[str, float]) -> None:
        self._zipf = zipf

    def is_real(self, word: str) -> bool:
        """Say whether this lower-case word is common enough to be trusted as spelled."""
        return word in self._zipf

    def zipf(self, word: str) -> float:
        """Return the word's Zipf frequency; rarer ones and those that are not listed count as 1."""
        return self._zipf.get(word, _RARE)

    def words(self) -> Mapping[str, float]:
        """Return all listed words with their frequencies."""
        return self._zipf


@lru_cache(maxsize=1)
def english() -> Lexicon:
    """Return the shipped English lexicon; read from the installed package at the first call.

    The package's file is read as it is (a compressed JSON object of word and count): its own class takes thrice the
    time, for a speller that is not used here.
    """
    file = files("spellchecker").joinpath("resources", "en.json.gz")
    counts: dict[str, int] = json.loads(gzip.decompress(file.read_bytes()))
    total = sum(counts.values()) / 1e9
    fewest = total * 10**REAL
    return Lexicon({word: math.log10(count / total) for word, count in counts.items() if count >= fewest})
