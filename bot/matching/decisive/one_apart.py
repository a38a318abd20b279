"""Questions one word apart from a wording: with the opposite of one of its words, or with a denial.

Apart from the rest of the wording such a word may be a paraphrase of anything; where all the rest is the same, it is what
makes the question another one, however common the word is.
"""

from collections.abc import Iterable

from bot.language import LanguagePack, Query, Reader

_LEAST = 2  # content words that must be the same


def one_apart(query: Query, wordings: Iterable[Query], reader: Reader) -> tuple[str, str] | None:
    """Return the kind of difference, and the word, of a question that is otherwise one of some wordings; None if it is none,
    or if it is one of them as it stands.

    Args:
        query: the asking part of the question.
        wordings: the entry's wordings nearest to it.
        reader: has read them all.
    """
    wordings = tuple(wordings)
    if any(_same(query, wording, reader) for wording in wordings):
        return None
    return next((found for wording in wordings if (found := _difference(query, wording, reader))), None)


def _same(query: Query, wording: Query, reader: Reader) -> bool:
    """Say whether a wording has the same content words, and denies where the question does."""
    negators = reader.pack.negators
    alike = _stems(query, reader) == _stems(wording, reader)
    return alike and negators.isdisjoint(query.words) == negators.isdisjoint(wording.words)


def _difference(query: Query, wording: Query, reader: Reader) -> tuple[str, str] | None:
    pack = reader.pack
    asked, known = _stems(query, reader), _stems(wording, reader)
    new, gone = asked - known, known - asked
    if len(asked & known) < _LEAST:
        return None
    if len(new) == len(gone) == 1 and gone <= pack.opposites.get(min(new), frozenset()):
        word = next(word for word in query.words if reader.stem(word) in new)
        measured = pack.measuring.search(" ".join(query.words))  # “how cheap” asks what “how expensive” does
        return None if measured and measured[1] == word else ("opposite", word)
    denied = [word for word in query.words if word in pack.negators]
    if denied and not new and not gone and pack.negators.isdisjoint(wording.words):
        return None if pack.tags.search(" ".join(query.tokens)) else ("negation", denied[0])
    return None


def _stems(query: Query, reader: Reader) -> frozenset[str]:
    return frozenset(map(reader.stem, _content(query.words, reader.pack)))


def _content(words: Iterable[str], pack: LanguagePack) -> list[str]:
    return [word for word in words if word not in pack.stopwords and word not in pack.negators]
