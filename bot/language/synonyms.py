"""Synonyms: each of several wordings of a thing is read as one, so that a question may use any of them."""

from collections.abc import Mapping, Sequence

from bot.language.stemming import stem
from bot.language.tokens import tokenise

_Stems = tuple[str, ...]


class Thesaurus:
    """Replaces synonyms in a sequence of stems; the longest wording at a place wins."""

    def __init__(self, synonyms: Mapping[str, Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[_Stems, _Stems]]] = {}
        for canonical, variants in synonyms.items():
            meaning = _stems(canonical)
            for variant in variants:
                self._add(_stems(variant), meaning)

    def _add(self, wording: _Stems, meaning: _Stems) -> None:
        if wording and wording != meaning:
            known = self._by_first.setdefault(wording[0], [])
            known.append((wording, meaning))
            known.sort(key=lambda pair: (-len(pair[0]), pair))

    def read(self, stems: Sequence[str]) -> _Stems:
        """Return the stems with every known wording replaced by its canonical one."""
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


def _stems(text: str) -> _Stems:
    return tuple(stem(token) for token in tokenise(text))
