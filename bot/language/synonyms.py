"""Synonyms: each of several wordings of a thing is read as one, so that a question may use any of them."""

from collections.abc import Mapping, Sequence
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
        self._by_first: dict[str, list[tuple[_Stems, _Stems]]] = {}
        for canonical, others in synonyms.items():
            meaning = _stems(canonical, pack)
            for other in others:
                self._add(_stems(other, pack), meaning)

    def _add(self, wording: _Stems, meaning: _Stems) -> None:
        if wording and wording != meaning:
            wordings = self._by_first.setdefault(wording[0], [])
            wordings.append((wording, meaning))
            wordings.sort(key=lambda pair: (-len(pair[0]), pair))

    def read(self, stems: Sequence[str]) -> _Stems:
        """Return the stems with every listed wording replaced by its canonical one."""
        if self._by_first.keys().isdisjoint(stems):
            return tuple(stems)
        out: list[str] = []
        place = 0
        while place < len(stems):
            wording, meaning = self._at(stems, place)
            out.extend(meaning)
            place += len(wording)
        return tuple(out)

    def _at(self, stems: Sequence[str], place: int) -> tuple[_Stems, _Stems]:
        for wording, meaning in self._by_first.get(stems[place], ()):
            if tuple(stems[place : place + len(wording)]) == wording:
                return wording, meaning
        return (stems[place],), (stems[place],)


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
