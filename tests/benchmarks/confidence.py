"""Fits the weights of `bot.answering.confidence` to labelled development questions, and prints them.

    python -m tests.benchmarks.confidence --on KNOWLEDGE.yaml QUESTIONS.jsonl… [--on …] [--held-out KNOWLEDGE.yaml QUESTIONS.jsonl…]

The target is whether the best entry's passage answers the question. Held-out questions are only scored: a row for
each threshold, with what would be answered right, wrong and falsely.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answering import Answerer, ArticleAnswerer
from bot.answering.confidence import GUARDS, SIGNALS
from bot.curation.evaluate import KINDS, LabelledQuestion, fits, read_questions
from bot.knowledge import load
from bot.settings import cache_folder

Floats = NDArray[np.float64]
_RIDGE = 1.0  # strength of the prior that keeps weights of rare guards small
_STEPS = 50


def fit(features: Floats, right: Floats) -> Floats:
    """Return the weights of a logistic regression with a Gaussian prior, by Newton's method."""
    weights = np.zeros(features.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-features @ weights))
        hessian = features.T @ (features * (p * (1 - p))[:, None]) + _RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(hessian, features.T @ (right - p) - _RIDGE * weights)
    return weights


def row(answerer: Answerer, desk: ArticleAnswerer, question: LabelledQuestion) -> tuple[list[float], bool]:
    """Return a question's signals as numbers, and whether its best entry answers it; one article is asked."""
    finding = desk.find(desk.matcher.read(question.q))
    signals = finding.signals
    fired = {guard.name for guard in signals.guards}
    numbers = [1.0, *(getattr(signals, name) for name in SIGNALS), *(float(name in fired) for name in GUARDS)]
    best = answerer.entry(finding.supported[0].key)
    return numbers, question.kind == "answerable" and fits(answerer, question, best)


def table(answerer: Answerer, desk: ArticleAnswerer, questions: Sequence[LabelledQuestion], weights: Floats) -> None:
    """Print what each threshold would do,."""
    rows = [row(answerer, desk, question) for question in questions]
    sure = 1 / (1 + np.exp(-np.array([numbers for numbers, _ in rows]) @ weights))
    right = np.array([fit for _, fit in rows])
    kinds = np.array([question.kind for question in questions])
    print(f"threshold   right   wrong   {'   '.join(KINDS[1:])}   ({len(questions)} questions)")
    answerable = kinds == "answerable"
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, desk.thresholds.answer):
        said = sure >= threshold
        false = "   ".join(f"{_share(said[kinds == kind]):{len(kind)}.3f}" for kind in KINDS[1:])
        print(
            f"{threshold:9.2f}   {_share((said & right)[answerable]):.3f}   {_share((said & ~right)[answerable]):.3f}   {false}"
        )


def _share(of: NDArray[np.bool_]) -> float:
    return float(of.mean()) if len(of) else 0.0


def _set(paths: Sequence[Path]) -> tuple[Answerer, ArticleAnswerer, list[LabelledQuestion]]:
    library, questions = load(paths[0]), [question for path in paths[1:] for question in read_questions(path)]
    return Answerer(library, cache_folder()), ArticleAnswerer(library, cache_folder()), questions


def main() -> None:
    """Fit, print, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--on", nargs="+", type=Path, action="append", required=True, metavar="PATH")
    parser.add_argument("--held-out", nargs="+", type=Path, action="append", default=[], metavar="PATH")
    options = parser.parse_args()
    sets = [_set(paths) for paths in options.on]
    rows = [row(answerer, desk, question) for answerer, desk, questions in sets for question in questions]
    weights = fit(np.array([numbers for numbers, _ in rows]), np.array([float(right) for _, right in rows]))
    for name, weight in zip(("intercept", *SIGNALS, *GUARDS), weights, strict=True):
        print(f"{name:15} {weight:6.2f}")
    for heading, found in (("Development", sets), ("Held out", [_set(paths) for paths in options.held_out])):
        for answerer, desk, questions in found:
            print(f"\n{heading}: {', '.join(str(knowledge.path) for knowledge in answerer.library)}")
            table(answerer, desk, questions, weights)


if __name__ == "__main__":
    main()
