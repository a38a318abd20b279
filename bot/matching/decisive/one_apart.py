"""Questions one word apart from a wording: with its opposite, with a denial, or asking why of what it only asks whether.

Apart from the rest of the wording such a word may be a paraphrase of anything; where all the rest is the same, it is what
makes the question another one, however common the word is.
"""

from collections.abc import Iterable, Sequence

from bot.language import LanguagePack, Query, Reader

_REASON = "why"
_LEAST = 2  # content words that must be the same


def one_apart(query: Query, wordings: Sequence[Query], kinds: frozenset[str], reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return the kind of difference and the word of a question that is otherwise one of some wordings; none if it is none.

    Args:
        query: the asking part of the question.
        wordings: the entry's wordings nearest to it.
        kinds: the kinds of question that the entry's wordings ask.
        reader: has read them all.
    """
    for wording in wordings:
        found = _difference(query, wording, kinds, reader)
        if found:
            return (found,)
    return ()


def _difference(query: Query, wording: Query, kinds: frozenset[str], reader: Reader) -> tuple[str, str] | None:
    pack = reader.pack
    asked, known = _content(query.words, pack), _content(wording.words, pack)
    stems = frozenset(map(reader.stem, known))
    new = [word for word in asked if reader.stem(word) not in stems]
    if len(asked) - len(new) < _LEAST or len(new) > 1:
        return None
    if new:
        opposed = pack.opposites.get(reader.stem(new[0]), frozenset()) & stems
        return ("opposite", new[0]) if opposed - frozenset(map(reader.stem, asked)) and _gone(asked, known, reader) == 1 else None
    if _gone(asked, known, reader):
        return None
    denied = [word for word in query.words if word in pack.negators]
    if denied and pack.negators.isdisjoint(wording.words) and not pack.tags.search(" ".join(query.tokens)):
        return "negation", denied[0]
    return ("reason", _REASON) if query.structure.kind == _REASON and _REASON not in kinds else None


def _content(words: Iterable[str], pack: LanguagePack) -> list[str]:
    return [word for word in words if word not in pack.stopwords and word not in pack.negators]


def _gone(asked: Sequence[str], known: Sequence[str], reader: Reader) -> int:
    """Return how many words of a wording the question does not have."""
    return len(frozenset(map(reader.stem, known)) - frozenset(map(reader.stem, asked)))
