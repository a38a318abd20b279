"""Known questions for what has been typed so far: those it begins first, then those it is like."""

import re
from collections.abc import Iterator

from bot.answering import Answerer, topics
from bot.knowledge import Entry
from bot.surfaces.discord.short_hash import mark

_WORD = re.compile(r"\w+")


class Completer:
    """Completes questions.

    Args:
        answerer: whose answered entries are offered.
        article: the name of the only article whose entries are; None for all.
    """

    def __init__(self, answerer: Answerer, article: str | None = None) -> None:
        self._answerer = answerer
        self._article = article
        grouped = topics([own for own in answerer.library if article in (None, own.article.name)])
        self._entries = [entry for entries in grouped.values() for entry in entries]
        self._first = list(_alternating(list(grouped.values())))
        self._questions = {mark(entry): _words(entry.question) for entry in self._entries}
        self._wordings = {mark(entry): _words(" ".join((entry.question, *entry.phrasings))) for entry in self._entries}

    def complete(self, typed: str, limit: int) -> list[Entry]:
        """Return the entries to offer, best first; for nothing typed, the first questions of every topic."""
        words = [f" {word}" for word in _WORD.findall(typed.casefold())]
        if not words:
            return self._first[:limit]
        near = self._answerer.nearest(typed, len(self._entries), self._article)
        ranked = tuple(dict.fromkeys((*near, *self._entries)))  # of many articles only those are near that the words point to
        begun = [entry for entry in ranked if all(word in self._questions[mark(entry)] for word in words)]
        meant = [entry for entry in ranked if all(word in self._wordings[mark(entry)] for word in words)]
        return list(dict.fromkeys((*begun, *meant, *ranked)))[:limit]


def _words(text: str) -> str:
    """Return a text's words, each with a space before it, so that a word's beginning can be looked for."""
    return "".join(f" {word}" for word in _WORD.findall(text.casefold()))


def _alternating(groups: list[list[Entry]]) -> Iterator[Entry]:
    """Yield the first entry of every group, then the second ones, and so on."""
    for place in range(max(map(len, groups), default=0)):
        yield from (group[place] for group in groups if place < len(group))
