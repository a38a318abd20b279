"""The closest passages of articles, for questions that no curated entry fits. They are shown as that, never as an answer."""

import math
from collections.abc import Sequence
from functools import cached_property

from bot.answering.reply import Passage, Reason
from bot.knowledge import Article, Knowledge, Sentence
from bot.language import ENGLISH, tokenise
from bot.matching import Near, PassageFinder

NEAR = 0.5
"""Confidence from which the closest passages are shown."""
_SCORE, _COVERED, _STEEP = 7.0, 0.35, 20.0
"""Where both must lie for a confidence of .5, and how much .05 of coverage weighs against 1 of score.

Chosen on eight articles (`python -m tests.benchmarks.passages`): 92 % of the questions that an article answers are shown
passages, 2.3 % of those about another article, and 4.4 % of general ones.
"""
_SHOWN = 3
_AS_NEAR = 0.75  # a further passage scores at least this share of the first


class NearestPassages:
    """Finds the closest passages among all citable sentences of some articles."""

    def __init__(self, library: Sequence[Knowledge]) -> None:
        self._sentences: dict[str, tuple[Article, Sentence]] = {}
        paragraphs: dict[tuple[str, int], dict[str, str]] = {}
        for article in (knowledge.article for knowledge in library):
            for sentence in article.citable():
                key = f"{article.name}:{sentence.number}"
                self._sentences[key] = article, sentence
                paragraphs.setdefault((article.name, sentence.paragraph), {})[key] = article.text[sentence.start : sentence.end]
        self._paragraphs = list(paragraphs.values())
        texts = (text for paragraph in self._paragraphs for text in paragraph.values())
        self._stems = frozenset(ENGLISH.stem(token) for text in texts for token in tokenise(text)) - {
            ENGLISH.stem(word) for word in ENGLISH.stopwords
        }

    @cached_property
    def _finder(self) -> PassageFinder:
        """The finder, built for the first question that shares a word with the articles: the lexicon takes .1 s to load."""
        return PassageFinder(self._paragraphs)

    def closest(self, question: str) -> Passage | None:
        """Return the closest passages as a reply, the closest first; None where nothing is near."""
        if self._stems.isdisjoint(ENGLISH.stem(token) for token in tokenise(question)):
            return None
        found = self._finder.find(self._finder.read(question), _SHOWN)
        sure = confidence(found[0]) if found else 0.0
        if sure < NEAR:
            return None
        kept = (self._sentences[near.key] for near in found if near.score >= _AS_NEAR * found[0].score)
        passages = tuple(article.passage(sentence.start, sentence.end) for article, sentence in kept)
        return Passage(question, sure, Reason(None, (), None, NEAR), passages, ())


def confidence(near: Near) -> float:
    """Return the confidence, 0..1, that a passage is about what a question asks (not that it answers it)."""
    return 1 / (1 + math.exp(-min(near.score - _SCORE, _STEEP * (near.covered - _COVERED))))
