"""The confidence that the best entry answers a question: a logistic model of the matcher's signals.

Its weights were fitted by `python -m tests.benchmarks.confidence` to labelled development questions; the target is
whether the entry's passage answers the question. All signals are free of the knowledge's size and subject.
"""

import math

from bot.matching import Signals

INTERCEPT = -0.36
SIGNALS = {"strength": 1.32, "lead": 0.8, "clear": 0.61, "share": 1.69, "covered": 1.93}
GUARDS = {"question word": -1.07, "reason": -0.56, "number": -1.41, "name": -1.23, "asked for": -0.7, "denial": 0.0}
"""A denial's own weight came out as nothing: the structure of the question has it already. It is told, not weighed."""


def confidence(signals: Signals) -> float:
    """Return the probability, 0..1, that the best entry that has an answer is right for the question."""
    logit = INTERCEPT + sum(weight * getattr(signals, name) for name, weight in SIGNALS.items())
    logit += sum(GUARDS[guard.name] for guard in signals.guards)
    return 1 / (1 + math.exp(-logit))
