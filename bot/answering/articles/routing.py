"""Which articles a question may be about, where there are too many to ask each: the nearest by their words."""

from collections.abc import Mapping, Sequence

import numpy as np

from bot.knowledge import Knowledge
from bot.language import ENGLISH, tokenise
from bot.matching import build_bm25

ASKED = 6
"""Most articles that are asked one question."""
_AS_NEAR = 0.75  # of the score of the nearest article; where the question names one, the others are far behind


class Router:
    """Ranks articles by the words of their text and of their questions.

    Args:
        articles: the knowledge of each article by its name.
    """

    def __init__(self, articles: Mapping[str, Sequence[Knowledge]]) -> None:
        self._names = tuple(articles)
        self._wordings: dict[tuple[str, ...], list[str]] = {}
        self._words = build_bm25([self._read(name, library) for name, library in articles.items()])

    def _read(self, name: str, library: Sequence[Knowledge]) -> list[str]:
        wordings = {tokenise(text) for k in library for entry in k.entries for text in (entry.question, *entry.phrasings)}
        for tokens in wordings:
            self._wordings.setdefault(tokens, []).append(name)
        article = library[0].article
        texts = [tokenise(f"{article.title} {article.publisher} {article.dateline}"), tokenise(article.text), *wordings]
        return [ENGLISH.stem(token) for tokens in texts for token in tokens]

    def route(self, question: str) -> tuple[str, ...]:
        """Return the names of the articles to ask, the likeliest first; those that hold this very wording go alone."""
        tokens = tokenise(question)
        exact = self._wordings.get(tokens, ())
        if exact or len(self._names) <= ASKED:
            return tuple(exact) or self._names
        scores = self._words.by_rarity(ENGLISH.stem(token) for token in tokens)
        nearest = np.argsort(-scores, kind="stable")[:ASKED]
        return tuple(self._names[place] for place in nearest if scores[place] >= _AS_NEAR * scores[nearest[0]])
