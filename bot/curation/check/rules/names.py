"""The names of a text, and whether other texts have them: in another form, as their initials, as the people of a country."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.language import ENGLISH, as_number, country_names, normalise, tokenise

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?=['’]s?\b)|[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|\b[A-Z]{2,6}s?\b")
_CAPITALISED = re.compile(r"[A-Z][\w'’]*(?:[ -](?:(?:of|and|the|for|de)[ -])*[A-Z][\w'’]*)+")
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "sir", "prof", "st", "saint"))
_PEOPLE = frozenset(
    ("s", "es", "n", "an", "ans", "ian", "ians", "ean", "eans", "ese", "ish", "ic", "ics", "y", "ies", "er", "ers", "ite", "ites",
     "man", "men")
)  # fmt: skip
"""Endings that make a people, its members or its land of a name."""
_STEM = 4  # letters that a name and its people share at least
_OPENING = " \"“‘'(["
_ENDS = ".!?:"


def names(statement: str, known: frozenset[str]) -> Iterator[str]:
    """Yield the capitalised words; the first of a sentence only if it is a name elsewhere.

    Args:
        statement: the text.
        known: the words, folded, that are names elsewhere.
    """
    for found in _WORD.finditer(statement):
        word, before = found.group(), statement[: found.start()].rstrip(_OPENING)
        begins = not before or before[-1] in _ENDS
        if word[0].isupper() and _bare(word) not in ENGLISH.stopwords | _TITLES and (not begins or _bare(word) in known):
            yield word


class KnownNames:
    """The names that stand behind a statement.

    Args:
        texts: what stands behind it.
        synonyms: canonical wording → others; one of them in a text stands for all.
    """

    def __init__(self, texts: Sequence[str], synonyms: Mapping[str, Sequence[str]]) -> None:
        self._words = frozenset().union(*map(_words, texts), *_synonyms_of(texts, synonyms))
        self._stems = frozenset(map(_stem, self._words))
        self._countries = frozenset().union(*map(_countries, texts))
        self._initials = frozenset().union(*map(_initials, texts))
        self._acronyms = frozenset().union(*map(_acronyms, texts))

    def missing(self, statement: str, known: frozenset[str]) -> list[str]:
        """Return the names of a statement that nothing stands behind, each once."""
        runs = [run for run in _CAPITALISED.findall(statement) if _letters(run) & self._acronyms]
        spelt_out = {_bare(word) for run in runs for word in _WORD.findall(run)}
        found = (name for name in names(statement, known) if _bare(name) not in spelt_out and not self._has(_bare(name)))
        return list(dict.fromkeys(found))

    def _has(self, name: str) -> bool:
        if _stem(name) in self._stems or as_number(name) or name in self._initials:
            return True
        return _countries(name) <= self._countries or any(_same_people(name, word) for word in self._words)


def _same_people(one: str, other: str) -> bool:
    """Say whether one word is a name and the other its people, or its land."""
    short, long = sorted((one, other), key=len)
    shared = next((place for place, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    return shared >= _STEM and {short[shared:], long[shared:]} <= _PEOPLE | {""}


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(map(_bare, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return ENGLISH.stem(word)


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """Return a word folded, without points and accents."""
    plain = unicodedata.normalize("NFKD", word.replace(".", ""))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


@lru_cache(maxsize=4096)
def _countries(text: str) -> frozenset[str]:
    """Return the stems of a text with every name of a country, or of its people, read as one."""
    return frozenset(country_names(ENGLISH).read(tuple(map(_stem, tokenise(text)))))


@lru_cache(maxsize=4096)
def _initials(text: str) -> frozenset[str]:
    """Return the initials of every run of capitalised words."""
    return frozenset().union(*(_letters(run) for run in _CAPITALISED.findall(text)))


def _letters(run: str) -> frozenset[str]:
    """Return the initials of a run of words from each of them on, with and without its small words."""
    words = re.split(r"[ -]", run)
    ends = [words[place:] for place in range(len(words) - 1)]
    spelt = ("".join(word[0] for word in end if small or word[0].isupper()) for end in ends for small in (True, False))
    return frozenset(letters.casefold() for letters in spelt if len(letters) > 1)


@lru_cache(maxsize=4096)
def _acronyms(text: str) -> frozenset[str]:
    return frozenset(_bare(found) for found in _INITIALS.findall(text))


def _synonyms_of(texts: Sequence[str], synonyms: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """Yield the words of every group of synonyms of which one stands in the texts."""
    joined = [_joined(text) for text in texts]
    for canonical, others in synonyms.items():
        group = [_joined(wording) for wording in (canonical, *others)]
        if any(wording in text for wording in group for text in joined):
            yield frozenset(word for wording in group for word in wording.split())


@lru_cache(maxsize=4096)
def _joined(text: str) -> str:
    return f" {' '.join(map(_bare, _WORD.findall(normalise(text))))} "
