"""Measures how well the passage that answers a question is found in a bare article, beside bm25s and rapidfuzz.

    python -m tests.benchmarks.passages --data SQUAD.json [--fit]

hit@1 and hit@3 are the shares of answerable questions of which an annotated answer begins in the first passage, or in
one of the first three. "Cross-validated" fits the weights to all articles but one and measures that one, for each in
turn. The table of thresholds tells how many questions are shown a passage: answerable ones, unanswerable ones on the
article's subject (similarity cannot tell those), and questions about something else: of the other articles, and the
general ones that ship with the bot. --fit prints the weights fitted to all articles.
"""

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import bm25s
import numpy as np
import Stemmer
from rapidfuzz import fuzz, process, utils

from bot.answering.offering.fallback import passage_confidence
from bot.answering.offering.topics import general_questions
from bot.matching import Encoder, PassageFinder, load_encoder
from tests.benchmarks.listwise import Ranking, fit
from tests.benchmarks.squad import SquadArticle, read_squad

Ranker = Callable[[str], Sequence[int]]
_OTHERS = 300  # questions asked of an article that are about the others


@dataclass(frozen=True, slots=True)
class Hits:
    """How many of how many questions were right in first place and among the first three."""

    first: int
    third: int
    total: int


def texts(one: SquadArticle) -> list[str]:
    """Return the article's sentences."""
    return [one.article.text[s.start : s.end] for s in one.article.sentences]


def finder(one: SquadArticle, encoder: Encoder | None) -> PassageFinder:
    """Return the bot's finder over the article, its sentences keyed by their place; None finds by words alone."""
    paragraphs: dict[int, dict[str, str]] = {}
    for place, (sentence, text) in enumerate(zip(one.article.sentences, texts(one), strict=True)):
        paragraphs.setdefault(sentence.paragraph, {})[str(place)] = text
    return PassageFinder(list(paragraphs.values()), encoder=encoder)


def hits(one: SquadArticle, rank: Ranker) -> Hits:
    """Ask every answerable question of the article."""
    ranked = [(rank(question)[:3], right) for question, right in one.answerable.items()]
    first = sum(bool(places) and places[0] in right for places, right in ranked)
    return Hits(first, sum(not right.isdisjoint(places) for places, right in ranked), len(ranked))


def by_finder(encoder: Encoder | None) -> Callable[[SquadArticle], Ranker]:
    """Return the bot's ranking, with the weights it ships with."""

    def ranker(one: SquadArticle) -> Ranker:
        found = finder(one, encoder)
        return lambda question: [int(near.key) for near in found.find(found.read(question), 3)]

    return ranker


def by_bm25s(one: SquadArticle) -> Ranker:
    """Return the ranking of bm25s with its English stemmer, stop words kept (better here than without)."""
    stemmer = Stemmer.Stemmer("english")
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts(one), stopwords=None, stemmer=stemmer, show_progress=False), show_progress=False)

    def rank(question: str) -> list[int]:
        asked = bm25s.tokenize([question], stopwords=None, stemmer=stemmer, show_progress=False)
        places, _ = index.retrieve(asked, k=3, show_progress=False)
        return [int(place) for place in places[0]]

    return rank


def by_rapidfuzz(scorer: Callable[..., float]) -> Callable[[SquadArticle], Ranker]:
    """Return the ranking of a scorer of rapidfuzz, on lower-cased text."""

    def ranker(one: SquadArticle) -> Ranker:
        choices = texts(one)
        return lambda question: [
            int(place)
            for _, _, place in process.extract(question, choices, scorer=scorer, processor=utils.default_process, limit=3)
        ]

    return ranker


def cross_validated(articles: Sequence[SquadArticle], encoder: Encoder | None) -> tuple[Hits, ...]:
    """Return each article's hits with weights fitted to the other articles."""
    rankings = [_rankings(one, encoder) for one in articles]
    found: list[Hits] = []
    for held_out, measured in enumerate(rankings):
        weights = fit([ranking for place, group in enumerate(rankings) if place != held_out for ranking in group])
        right = [one.right[np.argsort(-(one.signs @ weights), kind="stable")[:3]] for one in measured]
        found.append(Hits(sum(bool(r[0]) for r in right), sum(bool(r.any()) for r in right), len(right)))
    return tuple(found)


def _rankings(one: SquadArticle, encoder: Encoder | None) -> list[Ranking]:
    found = finder(one, encoder)
    rankings: list[Ranking] = []
    for question, places in one.answerable.items():
        features = found.features(found.read(question))
        right = np.isin(np.arange(len(found.keys)), list(places))
        rankings.append(Ranking(np.stack([features[name] for name in found.model.weights], axis=1).astype(np.float64), right))
    return rankings


def nearness(articles: Sequence[SquadArticle], encoder: Encoder | None) -> dict[str, list[float]]:
    """Return, by the kind of question, the confidence that each question's best passage is about it."""
    sure: dict[str, list[float]] = {"answerable": [], "unanswerable": [], "other article": [], "general": []}
    for one in articles:
        found = finder(one, encoder)
        others = [question for other in articles if other is not one for question in other.answerable]
        asked = {
            "answerable": one.answerable,
            "unanswerable": one.unanswerable,
            "other article": others[:: max(len(others) // _OTHERS, 1)],
            "general": general_questions(),
        }
        for kind, questions in asked.items():
            sure[kind] += _sure(found, questions)
    return sure


def _sure(found: PassageFinder, questions: Iterable[str]) -> list[float]:
    best = [found.find(found.read(question), 1) for question in questions]
    return [passage_confidence(near[0]) if near else 0.0 for near in best]


def _told(name: str, measured: Sequence[Hits], seconds: float) -> str:
    total = sum(hit.total for hit in measured)
    first, third = (100 * sum(getattr(hit, field) for hit in measured) / total for field in ("first", "third"))
    each = "  ".join(f"{100 * hit.first / hit.total:5.1f}" for hit in measured)
    return f"{name:40} {first:6.2f} {third:6.2f} {seconds:8.1f}   {each}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="a file in the SQuAD 2.0 format")
    parser.add_argument("--fit", action="store_true", help="print the weights fitted to all articles")
    options = parser.parse_args()
    articles, encoder = read_squad(options.data), load_encoder("use", None)
    print(f"{len(articles)} articles, {sum(len(a.article.sentences) for a in articles)} sentences, "
          f"{sum(len(a.answerable) for a in articles)} answerable questions; shares in %, hit@1 of each article on the right")  # fmt: skip
    print(f"{'ranker':40} {'hit@1':>6} {'hit@3':>6} {'seconds':>8}")
    rankers: dict[str, Callable[[SquadArticle], Ranker]] = {
        "rapidfuzz WRatio": by_rapidfuzz(fuzz.WRatio),
        "rapidfuzz token_set_ratio": by_rapidfuzz(fuzz.token_set_ratio),
        "bm25s, stemmed": by_bm25s,
        "On Record by words, as shipped": by_finder(None),
        "On Record by meaning too, as shipped": by_finder(encoder),
    }
    for name, ranker in rankers.items():
        _print_timed(name, partial(_hits, articles, ranker))
    for name, used in {"by words": None, "by meaning too": encoder}.items():
        _print_timed(f"On Record {name}, cross-validated", partial(cross_validated, articles, used))
    for name, used in {"by words": None, "by meaning too": encoder}.items():
        _print_thresholds(name, nearness(articles, used))
    if options.fit:
        found = finder(articles[0], encoder)
        weights = fit([ranking for one in articles for ranking in _rankings(one, encoder)])
        print("\n" + "\n".join(f"{name:20} {weight:5.2f}" for name, weight in zip(found.model.weights, weights, strict=True)))


def _hits(articles: Sequence[SquadArticle], ranker: Callable[[SquadArticle], Ranker]) -> list[Hits]:
    return [hits(one, ranker(one)) for one in articles]


def _print_timed(name: str, measure: Callable[[], Sequence[Hits]]) -> None:
    begun = time.perf_counter()
    measured = measure()
    print(_told(name, measured, time.perf_counter() - begun))


def _print_thresholds(name: str, sure: dict[str, list[float]]) -> None:
    print(f"\n{name}: shown a passage at {'   '.join(sure)}")
    for threshold in (0.1, 0.3, 0.5, 0.7, 0.9):
        shares = (100 * np.mean(np.array(values) >= threshold) for values in sure.values())
        print(f"{threshold:18.1f} " + "   ".join(f"{share:{len(kind)}.1f}" for kind, share in zip(sure, shares, strict=True)))


if __name__ == "__main__":
    main()
