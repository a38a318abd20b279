"""Exceptions: who asks for others beside a thing does not ask for that thing."""

from collections.abc import Iterable, Mapping

from bot.language import LanguagePack, Query


def excepted(query: Query, supports: Mapping[str, float], wordings: Iterable[Query], pack: LanguagePack) -> str:
    """Return the word of an entry that a question asks for others beside; empty where it does not, or the entry is asked so too.

    Args:
        query: the asking part of the question.
        supports: how well the entry has each of its words, 0..1.
        wordings: the entry's wordings nearest to it.
        pack: the language.
    """
    found = pack.excepting.search(" ".join(query.words))
    if found is None or any(pack.excepting.search(" ".join(wording.words)) for wording in wordings):
        return ""
    named = [word for word in found[1].split() if word not in pack.stopwords]
    return named[0] if named and supports.get(named[0]) else ""
