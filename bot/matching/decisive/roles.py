"""Who does it to whom: a person of the question who stands where the entry has another."""

from collections.abc import Iterator, Sequence

from bot.language import LanguagePack, Query, Reader

_BEFORE, _AFTER = 6, 8  # stems within which a person is the doer of a word, or the one it is done to
_NEXT = 4  # stems within which a person's word follows in the question
_JOINED = 2  # stems from one person to the next of a row
_LEAST = 2  # texts that must agree


def exchanged_roles(query: Query, texts: Sequence[Query], people: frozenset[str], reader: Reader) -> tuple[str, ...]:
    """Return the words of a question whose doer is somebody to whom the entry says they are done.

    A person and the content word behind it are looked up in the entry's texts: where that word has people before it, but
    never this one, and has this one behind it, the roles are exchanged. Where both orders occur (“Xi met Putin”, “Putin
    met Xi”) nothing is. In “expressed by Xi” Xi is the doer.

    Args:
        query: the asking part of the question.
        texts: the entry's wordings and what it stands on.
        people: the stems of those whom the knowledge names.
        reader: reads words as the texts were read.
    """
    if people.isdisjoint(query.stems):
        return ()
    passives = frozenset(map(reader.stem, reader.pack.passives))
    return tuple(
        next((word for word in query.words if stem in reader.stems((word,))), stem)  # of a synonym of several words, the stem
        for doer, stem in _deeds(query.stems, people, _free(reader.pack, reader))
        if _exchanged(doer, stem, people, passives, [text.stems for text in texts])
    )


def _free(pack: LanguagePack, reader: Reader) -> frozenset[str]:
    return frozenset(map(reader.stem, pack.stopwords))


def _deeds(stems: Sequence[str], people: frozenset[str], free: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each person of a question with the first content word behind it, unless another person comes before that."""
    for place, person in enumerate(stems):
        if person in people:
            behind = stems[place + 1 : place + 1 + _NEXT]
            word = next((stem for stem in behind if stem not in free), None)
            if word is not None and word not in people:
                yield person, word


def _nearest(stems: Sequence[str], people: frozenset[str]) -> frozenset[str]:
    """Return the last person of some stems, with those that a single word joins to them: “Xi and Putin”."""
    places = [place for place, stem in enumerate(stems) if stem in people]
    first = len(places) - 1
    while first > 0 and places[first] - places[first - 1] <= _JOINED:
        first -= 1
    return frozenset(stems[place] for place in places[max(first, 0) :])


def _exchanged(doer: str, word: str, people: frozenset[str], passives: frozenset[str], texts: Sequence[Sequence[str]]) -> bool:
    doers: set[str] = set()
    others: set[str] = set()
    agreeing = 0
    for stems in texts:
        for place in (place for place, stem in enumerate(stems) if stem == word):
            before = _nearest(stems[max(0, place - _BEFORE) : place], people)
            behind = people.intersection(stems[place + 1 : place + 1 + _AFTER]) - before
            if before:
                agreeing += 1
                passive = behind and not passives.isdisjoint(stems[place + 1 : place + 1 + _NEXT])
                doers |= behind if passive else before
                others |= before if passive else behind
    return agreeing >= _LEAST and doer not in doers and doer in others
