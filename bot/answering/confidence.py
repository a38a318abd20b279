"""The confidence that the best entry answers a question: a logistic model of the matcher's signals.

Its weights were fitted by `python -m tests.benchmarks.confidence` to labelled development questions about three
articles with a knowledge file each; the target is whether the entry's passage answers the question. All signals are
free of a knowledge's size and subject. What confidence is enough is found for each knowledge anew: see `calibration`.
"""

import math

from bot.matching import Signals

MODEL = "6"
"""Version of the weights: raise it with any change to them."""
INTERCEPT = -0.74
SIGNALS = {"strength": 1.38, "lead": 0.97, "clear": 0.58, "share": 0.89, "covered": 2.3}
GUARDS = {"question word": -0.98, "reason": -0.62, "number": -0.23, "name": -2.37, "asked for": -0.75, "denial": 0.0}
"""A denial's own weight came out as nothing: the structure of the question has it already. It is told, not weighed."""


def confidence(signals: Signals) -> float:
    """Return the probability, 0..1, that the best entry that has an answer is right for the question."""
    logit = INTERCEPT + sum(weight * getattr(signals, name) for name, weight in SIGNALS.items())
    logit += sum(GUARDS[guard.name] for guard in signals.guards)
    return 1 / (1 + math.exp(-logit))
