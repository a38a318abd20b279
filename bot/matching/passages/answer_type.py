"""Signs that a text could hold an answer of the kind asked for: a new number, a new date, a new name.

New means not in the question: a sentence that only repeats the question's own year answers no "when".
"""

import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from bot.language.english import DATE_WORDS, NUMBER_WORDS, UNITS
from bot.language.query import Reading
from bot.language.tokens import tokenise
from bot.matching.passages.bm25 import Bm25, build_bm25
from bot.matching.tfidf import Floats

_YEAR = re.compile(r"[12]\d{3}s?|centur(?:y|ies)")
_NAME = re.compile(r"(?<=[\w,;:)] )[\"“'(]?([A-Z][\w'’-]*)|(?<=[-–—/])([A-Z]\w+)")
_QUANTITIES = UNITS | NUMBER_WORDS.keys() | {"billion", "half", "dozen", "quarter"}
_WANTED = {"howmany": "number", "howlong": "number", "when": "date", "who": "name", "where": "name"}
"""The sign that each kind of question looks for (see `bot.language.question_type`)."""


def _numbers(text: str) -> Iterable[str]:
    return (token for token in tokenise(text) if token[0].isdigit() or token in _QUANTITIES)


def _dates(text: str) -> Iterable[str]:
    return (token for token in tokenise(text) if _YEAR.fullmatch(token) or token in DATE_WORDS)


def _names(text: str) -> Iterable[str]:
    """Yield the words with a capital in mid-sentence, folded."""
    return (token for first, second in _NAME.findall(text) for token in tokenise(first or second))


_SIGNS: dict[str, Callable[[str], Iterable[str]]] = {"number": _numbers, "date": _dates, "name": _names}


class AnswerSigns:
    """The numbers, dates and names of a fixed list of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._found = {name: build_bm25([set(find(text)) for text in texts]) for name, find in _SIGNS.items()}
        self._held = {name: np.bincount(found.members, minlength=len(texts)) for name, found in self._found.items()}
        self._none = np.zeros(len(texts), dtype=np.float32)

    def against(self, question: Reading) -> dict[str, Floats]:
        """Return for each sign 1 where a text has a new one and the question asks for that kind, else 0."""
        wanted = _WANTED.get(question.structure.kind)
        return {name: self._new(found, name, question) if name == wanted else self._none for name, found in self._found.items()}

    def _new(self, found: Bm25, name: str, question: Reading) -> Floats:
        known = np.zeros(found.texts, dtype=np.int64)
        for word in set(question.words):
            known[found.holders(word)] += 1
        return (self._held[name] > known).astype(np.float32)
