"""Several articles: which of them to ask, and whose reply wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answering.reply import Answer, NotSaid, OffTopic, Outcome, Suggestion, Suggestions, Unclear
from bot.knowledge import Article, Knowledge
from bot.language import load_pack, tokenise
from bot.matching import Finding, Match, build_bm25

ASKED = 6
"""Most articles that are asked one question."""
MARGIN = 0.1
"""How much surer the best article's answer must be than the next one's."""
_CHOICES = 3
_AS_NEAR = 0.75  # of the score of the nearest article; where the question names one, the others are far behind


class Router:
    """Ranks articles by the words of their text and of their questions: where there are too many, only the nearest are asked.

    Args:
        articles: the knowledge of each article by its name.
    """

    def __init__(self, articles: Mapping[str, Sequence[Knowledge]]) -> None:
        self._names = tuple(articles)
        self._packs = {load_pack(library[0].article.language) for library in articles.values()}
        self._wordings: dict[tuple[str, ...], list[str]] = {}
        self._words = build_bm25([self._read(name, library) for name, library in articles.items()])

    def _read(self, name: str, library: Sequence[Knowledge]) -> list[str]:
        pack = load_pack(library[0].article.language)
        wordings = {tokenise(text) for k in library for entry in k.entries for text in (entry.question, *entry.phrasings)}
        for tokens in wordings:
            self._wordings.setdefault(tokens, []).append(name)
        article = library[0].article
        texts = [tokenise(f"{article.title} {article.publisher} {article.dateline}"), tokenise(article.text), *wordings]
        return [pack.stem(token) for tokens in texts for token in tokens]

    def route(self, question: str) -> tuple[str, ...]:
        """Return the names of the articles to ask, the likeliest first; those that hold this very wording go alone."""
        tokens = tokenise(question)
        exact = self._wordings.get(tokens, ())
        if exact or len(self._names) <= ASKED:
            return tuple(exact) or self._names
        scores = self._words.by_rarity(stem for token in tokens for stem in sorted({pack.stem(token) for pack in self._packs}))
        nearest = np.argsort(-scores, kind="stable")[:ASKED]
        return tuple(self._names[place] for place in nearest if scores[place] >= _AS_NEAR * scores[nearest[0]])


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one article's entries reply to a question, and what was found for it."""

    article: Article
    reply: Outcome
    finding: Finding


def choose(candidates: Sequence[Candidate]) -> Outcome:
    """Return the one reply to a question that these articles were asked, at least one.

    The best article with a margin wins; where several are about equally sure, the asker chooses.
    """
    ranked = sorted(candidates, key=_strength, reverse=True)
    best = ranked[0].reply
    if isinstance(best, Answer):
        rivals = [one for one in ranked if isinstance(one.reply, Answer) and one.reply.confidence > best.confidence - MARGIN]
        return best if len(rivals) == 1 else _which(best, rivals)
    return _merged(best, ranked) if isinstance(best, Suggestions) else best


def _strength(candidate: Candidate) -> tuple[int, float]:
    """Order replies: answers by their confidence; what else is on the subject by its score; what is not, last."""
    match candidate.reply:
        case Answer(confidence=sure):
            return 2, sure
        case Unclear() | OffTopic():
            return 0, _best(candidate.finding.supported)
        case NotSaid():
            return 1, _best(candidate.finding.declined)
        case _:
            return 1, _best(candidate.finding.supported)


def _best(ranked: Sequence[Match]) -> float:
    return ranked[0].score if ranked else 0.0


def _which(best: Answer, rivals: Sequence[Candidate]) -> Suggestions:
    """Offer the answers of several articles that are about equally sure, which share the confidence among them."""
    choices = [
        Suggestion(one.reply.entry, one.reply.confidence / len(rivals), one.article.called)
        for one in rivals[:_CHOICES]
        if isinstance(one.reply, Answer)
    ]
    return Suggestions(best.question, best.confidence / len(rivals), best.reason, tuple(choices))


def _merged(best: Suggestions, ranked: Sequence[Candidate]) -> Suggestions:
    everything = [suggestion for one in ranked if isinstance(one.reply, Suggestions) for suggestion in one.reply.suggestions]
    likeliest = sorted(everything, key=lambda suggestion: -suggestion.confidence)[:_CHOICES]
    return Suggestions(best.question, best.confidence, best.reason, tuple(likeliest))
