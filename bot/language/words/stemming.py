"""Stemmers: what brings the forms of a word together, by the language's pack."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Stemmer = Callable[[str], str]
"""Returns the stem of a lower-case word."""
_KEPT = 3  # letters that must remain, so that "sing" and "red" stay whole


@dataclass(frozen=True, slots=True)
class SuffixStemmer:
    """A light suffix stripper: enough to bring a word's common forms together, and no more.

    Attributes:
        suffixes: an ending → what stands in its place; the first that fits is taken.
        doubled: consonants that are doubled before an ending.
    """

    suffixes: Mapping[str, str]
    doubled: frozenset[str]

    def __call__(self, word: str) -> str:
        """Return the stem of a lower-case word; words of other scripts, numbers and short words come back as they are."""
        if len(word) <= _KEPT or not word.isascii() or not word.isalpha():
            return word
        return self._undouble(self._strip(word))

    def _strip(self, word: str) -> str:
        if word.endswith(("ss", "us", "is")):
            return word
        for ending, instead in self.suffixes.items():
            if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
                return word[: -len(ending)] + instead
        return word

    def _undouble(self, word: str) -> str:
        """Drop a doubled last consonant (planned → plan) and a mute e (renewe → renew), so that both forms agree."""
        if len(word) > _KEPT and word[-1] == word[-2] and word[-1] in self.doubled:
            return word[:-1]
        return word[:-1] if word.endswith("e") and len(word) > _KEPT else word


def snowball(language: str) -> tuple[str, Stemmer]:
    """Return the Snowball stemmer of a language by its English name, and what tells it from another version of it."""
    from importlib.metadata import version  # these are slow to import, and English does without

    import snowballstemmer

    def stem(word: str) -> str:
        return str(snowballstemmer.stemmer(language).stemWord(word))  # a new one each time: they are not safe in threads

    return f"snowball {language} {version('snowballstemmer')}", stem


def unstemmed(word: str) -> str:
    """Return the word as it is: the stemmer of a language that has none."""
    return word
