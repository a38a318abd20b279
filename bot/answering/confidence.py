"""The confidence that the best entry answers a question: a logistic model of the matcher's signals.

Its weights were fitted by `python -m tests.benchmarks.confidence` to labelled development questions about three
articles with a knowledge file each; the target is whether the entry's passage answers the question. All signals are
free of a knowledge's size and subject. What confidence is enough is found for each knowledge anew: see `calibration`.
"""

import math

from bot.matching import Signals

MODEL = "5"
"""Version of the weights: raise it with any change to them."""
INTERCEPT = -1.42
SIGNALS = {"strength": 1.42, "lead": 0.64, "clear": 0.65, "share": 0.93, "covered": 2.98}
GUARDS = {"question word": -1.04, "reason": -0.55, "number": -0.32, "name": -2.18, "asked for": -0.67, "denial": 0.0}
"""A denial's own weight came out as nothing: the structure of the question has it already. It is told, not weighed."""


def confidence(signals: Signals) -> float:
    """Return the probability, 0..1, that the best entry that has an answer is right for the question."""
    logit = INTERCEPT + sum(weight * getattr(signals, name) for name, weight in SIGNALS.items())
    logit += sum(GUARDS[guard.name] for guard in signals.guards)
    return 1 / (1 + math.exp(-logit))
