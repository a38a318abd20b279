"""Whether a text could hold an answer of the kind asked for: a new number, a new date, a new name.

New means not in the question: a sentence that only repeats the question's own year answers no "when".
"""

import re
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from bot.language import ENGLISH, LanguagePack, Query, is_date, tokenise
from bot.matching.kernel.tfidf import Floats
from bot.matching.passages.bm25 import Bm25, build_bm25

_NAME = re.compile(r"(?<=[\w,;:)] )[\"“'(]?([A-Z][\w'’-]*)|(?<=[-–—/])([A-Z]\w+)")
_WANTED = {"howmany": "number", "howlong": "number", "when": "date", "who": "name", "where": "name"}
"""What each kind of question looks for (see `bot.language.question_type`)."""


def _numbers(text: str, pack: LanguagePack) -> Iterable[str]:
    counted = pack.units | pack.numbers.keys() | pack.quantities
    return (token for token in tokenise(text, pack) if token[0].isdigit() or token in counted)


def _dates(text: str, pack: LanguagePack) -> Iterable[str]:
    return (token for token in tokenise(text, pack) if is_date(token, pack))


def _names(text: str, pack: LanguagePack) -> Iterable[str]:
    """Yield the words with a capital in mid-sentence, folded."""
    found = _NAME.findall(text) if pack.capitals_are_names else []
    return (token for first, second in found for token in tokenise(first or second, pack))


_FINDERS: dict[str, Callable[[str, LanguagePack], Iterable[str]]] = {"number": _numbers, "date": _dates, "name": _names}


class AnswerTypes:
    """The numbers, dates and names of a fixed list of texts."""

    def __init__(self, texts: Sequence[str], pack: LanguagePack = ENGLISH) -> None:
        self._found = {name: build_bm25([set(find(text, pack)) for text in texts]) for name, find in _FINDERS.items()}
        self._held = {name: np.bincount(found.members, minlength=len(texts)) for name, found in self._found.items()}
        self._none = np.zeros(len(texts), dtype=np.float32)

    def against(self, query: Query) -> dict[str, Floats]:
        """Return for each type 1 where a text has a new one and the question asks for that kind, else 0."""
        wanted = _WANTED.get(query.structure.kind)
        return {name: self._new(found, name, query) if name == wanted else self._none for name, found in self._found.items()}

    def _new(self, found: Bm25, name: str, query: Query) -> Floats:
        repeated = np.zeros(found.texts, dtype=np.int64)
        for word in set(query.words):
            repeated[found.holders(word)] += 1
        return (self._held[name] > repeated).astype(np.float32)
