"""Choices for what has been typed so far: questions that it begins first, then those it is like; articles that hold it."""

import re
from collections.abc import Iterator

from bot.answering import Answerer, topics
from bot.knowledge import Article, Entry
from bot.surfaces.discord.custom_id import mark
from bot.surfaces.discord.pages.markup import label, width
from bot.surfaces.discord.pages.message import OPTION, OPTIONS

CHOSEN = "entry:"
"""Before the id in a completed question's value: what a person types is a question, even if it reads like an id."""
Choice = tuple[str, str]
"""What is shown, and the value that is sent when it is chosen."""
TYPED = 100
"""Characters that are read of what is being typed: as many as a choice has."""
_WORD = re.compile(r"\w+")


class Autocomplete:
    """Completes questions and articles from one library.

    Args:
        answerer: whose answered entries and articles are offered.
    """

    def __init__(self, answerer: Answerer) -> None:
        by_name: dict[str, Article] = {}
        for knowledge in answerer.library:  # several files may be about one article
            by_name.setdefault(knowledge.article.name, knowledge.article)
        self._articles = tuple(by_name.values())
        self._of_all = _Questions(answerer, None)
        self._of_article = {name: _Questions(answerer, name) for name in by_name}

    def questions(self, typed: str, article: str = "") -> list[Choice]:
        """Return at most 25 known questions, best first; of one article alone where there is one of that name."""
        found = self._of_article.get(article, self._of_all).complete(typed[:TYPED], OPTIONS)
        return [(label(entry.question, OPTION), f"{CHOSEN}{mark(entry)}") for entry in found]

    def articles(self, typed: str) -> list[Choice]:
        """Return at most 25 articles whose name or title holds what was typed, each once."""
        wanted = typed[:TYPED].casefold()
        found = [one for one in self._articles if wanted in f"{one.name} {one.called}".casefold() and width(one.name) <= OPTION]
        return [(label(one.called, OPTION), one.name) for one in found[:OPTIONS]]


class _Questions:
    """Completes questions; of one article alone, where one is named."""

    def __init__(self, answerer: Answerer, article: str | None) -> None:
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
        near = self._answerer.nearest(typed, len(self._entries), self._article, by_words=True)
        # Of many articles only those are near that the words point to. By name: to hash an entry goes through all its wordings.
        ranked = {mark(entry): entry for entry in (*near, *self._entries)}
        begun = [name for name in ranked if all(word in self._questions[name] for word in words)]
        meant = [name for name in ranked if all(word in self._wordings[name] for word in words)]
        return [ranked[name] for name in dict.fromkeys((*begun, *meant, *ranked))][:limit]


def _words(text: str) -> str:
    """Return a text's words, each with a space before it, so that a word's beginning can be looked for."""
    return "".join(f" {word}" for word in _WORD.findall(text.casefold()))


def _alternating(groups: list[list[Entry]]) -> Iterator[Entry]:
    """Yield the first entry of every group, then the second ones, and so on."""
    for place in range(max(map(len, groups), default=0)):
        yield from (group[place] for group in groups if place < len(group))
