"""Synonyms: each of several wordings of a thing is read as one, so that a question may use any of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from bot.language.pack import ENGLISH, LanguagePack
from bot.language.tokens import tokenise

_Stems = tuple[str, ...]


class Thesaurus:
    """Replaces synonyms in a sequence of stems; the longest wording at a place wins.

    Args:
        synonyms: canonical wording → others.
        pack: the language in which they are read.
    """

    def __init__(self, synonyms: Mapping[str, Sequence[str]], pack: LanguagePack = ENGLISH) -> None:
        self._meanings: dict[_Stems, _Stems] = {}
        for canonical, others in synonyms.items():
            meaning = _stems(canonical, pack)
            for other in others:
                self._add(_stems(other, pack), meaning)
        self._lengths = _lengths(self._meanings)

    def _add(self, wording: _Stems, meaning: _Stems) -> None:
        if wording and wording != meaning:
            self._meanings[wording] = min(meaning, self._meanings.get(wording, meaning))

    def read(self, stems: Sequence[str]) -> _Stems:
        """Return the stems with every listed wording replaced by its canonical one."""
        if self._lengths.keys().isdisjoint(stems):
            return tuple(stems)
        out: list[str] = []
        place = 0
        while place < len(stems):
            wording, meaning = self._at(stems, place)
            out.extend(meaning)
            place += len(wording)
        return tuple(out)

    def _at(self, stems: Sequence[str], place: int) -> tuple[_Stems, _Stems]:
        for length in self._lengths.get(stems[place], ()):
            wording = tuple(stems[place : place + length])
            if wording in self._meanings:
                return wording, self._meanings[wording]
        return (stems[place],), (stems[place],)


def _lengths(wordings: Iterable[_Stems]) -> dict[str, list[int]]:
    """Return the lengths of the wordings by the first word that they begin with, the longest first."""
    found: dict[str, set[int]] = {}
    for wording in wordings:
        found.setdefault(wording[0], set()).add(len(wording))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


def _stems(text: str, pack: LanguagePack) -> _Stems:
    return tuple(pack.stem(token) for token in tokenise(text, pack))


@cache
def everyday_synonyms(pack: LanguagePack) -> Thesaurus:
    """Return the thesaurus of a language's everyday synonyms."""
    return Thesaurus(pack.synonyms, pack)


@cache
def country_names(pack: LanguagePack) -> Thesaurus:
    """Return the thesaurus that reads every name of a country and of its people as one."""
    return Thesaurus(pack.countries, pack)
