"""Fits the models of `bot.answering.confidence` to labelled questions about the shipped article, and writes `models.json`.

    python -m tests.benchmarks.confidence [--write] [--also KNOWLEDGE.yaml QUESTIONS.jsonl]

The questions, and which notes are apt for them, stand in `tests/benchmarks/questions`; those in files that end in `_kept` are
never fitted on. Each model is a logistic regression on standardised signals (C = .1), written for the signals as they are.
What each would do at each threshold is printed, by cross-validation over the files.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

from bot.answering import Answerer, ArticleAnswerer
from bot.answering.confidence import GUARDS, features
from bot.curation.evaluate import LabelledQuestion, fits, read_questions
from bot.knowledge import load
from bot.settings import cache_folder

QUESTIONS = Path(__file__).with_name("questions")
MODELS = Path("bot/answering/models.json")
FILES = ("dev", "dev_b", "dev_c", "held_out", "long", "tricky", "short", "off_topic", "dev_languages", "dev_languages_2")
_STRENGTH = 0.1
_CHOICES = 3
_SIGNALS = ("strength", "lead", "runner-up", "clear", "share", "covered")
_USED = {
    "answer": [f"answered {name}" for name in (*_SIGNALS, *GUARDS)],
    "suggest": [f"answered {name}" for name in _SIGNALS],
    "note": [f"declined {name}" for name in (*_SIGNALS, *GUARDS)],
    "off topic": ["answered clear", "declined clear", "familiar"],
}
"""What each model weighs."""


@dataclass(frozen=True, slots=True)
class Example:
    """One question: the file it is from, its features, and what each model should say; None where it is not known."""

    file: str
    kind: str
    features: Mapping[str, float]
    targets: Mapping[str, bool | None]


def examples(answerer: ArticleAnswerer, name: str) -> list[Example]:
    """Return the examples that the questions of one file make; those worded as in the knowledge make none."""
    return [
        found
        for question in read_questions(QUESTIONS / f"{name}.jsonl")
        if (found := example(answerer, name, question)) is not None
    ]


def example(answerer: ArticleAnswerer, name: str, question: LabelledQuestion) -> Example | None:
    """Return the example that a question makes; None for one that is worded as in the knowledge."""
    finding = answerer.find(answerer.matcher.read(question.q))
    if finding.exact or not finding.supported:
        return None
    entries = {entry.key: entry for knowledge in answerer.library for entry in knowledge.entries}
    whole = Answerer(answerer.library)
    right = [fits(whole, question, entries[match.key]) for match in finding.supported[:_CHOICES]]
    known = question.notes.get(finding.declined[0].key) if finding.declined else None
    targets = {
        "answer": None if question.kind == "broad" else question.answerable and right[0],
        "suggest": question.answerable and any(right),
        "note": known if question.kind in ("near_miss", "false_premise") else bool(known),
        "off topic": question.kind == "off_topic",
    }
    if finding.query.foreign:
        targets |= {"note": None}
    return Example(name, question.kind, features(finding), targets)


def fit(found: Sequence[Example], name: str) -> dict[str, float]:
    """Return the weights of a model for the features as they are."""
    known = [example for example in found if example.targets[name] is not None]
    matrix = _matrix(known, name)
    scaler = StandardScaler().fit(matrix)
    model = LogisticRegression(C=_STRENGTH, max_iter=2000)
    model.fit(scaler.transform(matrix), [bool(example.targets[name]) for example in known])
    weights = model.coef_[0] / scaler.scale_
    intercept = float(model.intercept_[0] - weights @ scaler.mean_)
    return {"intercept": round(intercept, 3)} | {
        feature: round(float(weight), 3) for feature, weight in zip(_USED[name], weights, strict=True)
    }


def _matrix(found: Iterable[Example], name: str) -> NDArray[np.float64]:
    return np.array([[example.features[feature] for feature in _USED[name]] for example in found])


def probabilities(found: Sequence[Example], name: str, weights: Mapping[str, float]) -> NDArray[np.float64]:
    """Return what a model makes of some examples."""
    logits = _matrix(found, name) @ np.array([weights[feature] for feature in _USED[name]]) + weights["intercept"]
    probability: NDArray[np.float64] = 1 / (1 + np.exp(-logits))
    return probability


def cross_validate(found: Sequence[Example], name: str) -> None:
    """Print what a model does to the questions of each file, fitted on the others."""
    known = [example for example in found if example.targets[name] is not None]
    sure = np.zeros(len(known))
    for file in sorted({example.file for example in known}):
        places = [place for place, example in enumerate(known) if example.file == file]
        weights = fit([example for example in known if example.file != file], name)
        sure[places] = probabilities([known[place] for place in places], name, weights)
    truth = np.array([bool(example.targets[name]) for example in known])
    print(f"\n{name}: {len(known)} questions, {truth.sum()} positive, AUROC {roc_auc_score(truth, sure):.3f}")
    for threshold in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        said = sure >= threshold
        false = {
            kind: _share(said[[e.kind == kind for e in known]] & ~truth[[e.kind == kind for e in known]])
            for kind in _kinds(known)
        }
        print(f"  {threshold:.1f}  found {_share(said[truth]):.3f}  false by kind {false}")


def _kinds(found: Iterable[Example]) -> list[str]:
    return sorted({example.kind for example in found})


def _share(of: NDArray[np.bool_]) -> float:
    return round(float(of.mean()), 3) if len(of) else 0.0


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights to bot/answering/models.json")
    options = parser.parse_args()
    answerer = ArticleAnswerer(load(Path("knowledge")), cache_folder())
    found = [example for name in FILES for example in examples(answerer, name)]
    for name in _USED:
        cross_validate(found, name)
    models = {name: fit(found, name) for name in _USED}
    print(json.dumps(models, indent=1))
    if options.write:
        MODELS.write_text(json.dumps(models, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
