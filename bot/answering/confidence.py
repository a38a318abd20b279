"""How sure to be of each thing that could be said: an answer, a suggestion, a note, that a question is about something else.

Each is a logistic model of the matcher's signals with weights of its own, because each is a claim of its own. They were
fitted by `python -m tests.benchmarks.confidence`, which writes `models.json`, to the labelled questions in
`tests/benchmarks/questions`; all signals are free of a knowledge's size and subject.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

from bot.matching import Finding, Signals

GUARDS = ("question word", "reason", "asked for")
_TYPICAL = 0.75
"""What an entry typically has of a question's words; taken where the question is in another language and they say nothing."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Probabilities, 0..1.

    Attributes:
        answer: the best entry that has an answer is right for the question.
        suggest: one of the three best is.
        note: what the best entry without an answer says is apt.
        off_topic: the question is about something else.
    """

    answer: float
    suggest: float
    note: float
    off_topic: float


@dataclass(frozen=True, slots=True)
class Models:
    """The weights of each model by the names of its features, with its intercept; and the hash of all of them."""

    weights: Mapping[str, Mapping[str, float]]
    digest: str

    def probability(self, name: str, features: Mapping[str, float]) -> float:
        """Return what a model makes of the features of a finding."""
        logit = sum(weight * features[feature] for feature, weight in self.weights[name].items())
        return 1 / (1 + math.exp(-logit))


def _load() -> Models:
    content = files("bot.answering").joinpath("models.json").read_bytes()
    return Models(json.loads(content), hashlib.sha256(content).hexdigest()[:16])


MODELS = _load()


def features(finding: Finding) -> dict[str, float]:
    """Return what the models weigh: the signals of both groups' best entries, and the guards, 1 where they fired."""
    typical = _TYPICAL if finding.query.foreign else None
    return {
        "intercept": 1.0,
        "familiar": finding.familiar if typical is None else typical,
        **_of("answered", finding.signals, typical),
        **_of("declined", finding.declined_signals, typical),
    }


def _of(group: str, signals: Signals, covered: float | None) -> dict[str, float]:
    fired = {guard.name for guard in signals.guards}
    return {
        f"{group} strength": signals.strength,
        f"{group} lead": signals.lead,
        f"{group} runner-up": signals.runner_up,
        f"{group} clear": signals.clear,
        f"{group} share": signals.share,
        f"{group} covered": signals.covered if covered is None else covered,
        **{f"{group} {name}": float(name in fired) for name in GUARDS},
    }


def confidence(finding: Finding) -> Confidence:
    """Return how sure to be of each thing that could be said to a question."""
    weighed = features(finding)
    return Confidence(*(MODELS.probability(name, weighed) for name in ("answer", "suggest", "note", "off topic")))


def claims(finding: Finding) -> Confidence:
    """Return how sure each claim is: not at all of what no entry is there for, wholly of an exact wording."""
    found = confidence(finding)
    answer = 1.0 if finding.exact and finding.supported and finding.supported[0].key == finding.exact else found.answer
    return replace(
        found,
        answer=answer if finding.supported else 0.0,
        suggest=max(answer, found.suggest) if finding.supported else 0.0,
        note=found.note if finding.declined else 0.0,
    )
