"""How sure to be: the confidence that the best entry answers a question, and the thresholds from which that is enough.

The confidence is a logistic model of the matcher's signals. Its weights were fitted by `python -m
tests.benchmarks.confidence` to labelled development questions about three articles with a knowledge file each; the
target is whether the entry's passage answers the question. All signals are free of a knowledge's size and subject.

The thresholds come from the knowledge itself, so that few answers are false. It is asked its own wordings, each left out
while it is asked, and questions about nothing here. What would be answered falsely at a threshold is counted in three
groups, and the groups are weighed as readers ask. No threshold is taken over from another file; only how much harder a
left-out wording is than a reader's question was measured elsewhere.
"""

import hashlib
import json
import logging
import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.files import keep
from bot.matching import Finding, Matcher, Signals

MODEL = "6"
"""Version of the weights: raise it with any change to them."""
INTERCEPT = -0.74
SIGNALS = {"strength": 1.38, "lead": 0.97, "clear": 0.58, "share": 0.89, "covered": 2.3}
GUARDS = {"question word": -0.98, "reason": -0.62, "number": -0.23, "name": -2.37, "asked for": -0.75, "denial": 0.0}
"""A denial's own weight came out as nothing: the structure of the question has it already. It is reported, not weighed."""
TARGET = 0.02
"""False answers, as a share of all questions asked, unless the operator sets another."""
REHEARSED = 200
"""Wordings of each group that are asked at most: fewer make the thresholds drift, more cost time at the first start."""
_ASKED = {"answered": 0.6, "unanswered": 0.05, "outside": 0.35}
"""What is taken to reach a bot: of twenty questions the article answers twelve, it speaks of the subject of one without
answering it, and seven are about other things."""
_PESSIMISM = {"answered": 0.15, "unanswered": 0.65, "outside": 1.0}
"""What readers' questions get falsely answered for each rehearsed one: curators avoid wordings that are near each other, so
that one left out is harder than a reader's. Measured on development questions about three articles."""
_LEAST, _MOST = 0.3, 0.9  # thresholds for answering that are believed, whatever a small or odd file says
_LEAST_SUGGESTED = 0.1
_STEP = 0.01
_METHOD = f"{MODEL} {REHEARSED} {_ASKED} {_PESSIMISM} {_LEAST} {_LEAST_SUGGESTED} {_MOST}"

log = logging.getLogger(__name__)


def confidence(signals: Signals) -> float:
    """Return the probability, 0..1, that the best entry that has an answer is right for the question."""
    logit = INTERCEPT + sum(weight * getattr(signals, name) for name, weight in SIGNALS.items())
    logit += sum(GUARDS[guard.name] for guard in signals.guards)
    return 1 / (1 + math.exp(-logit))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Confidences, 0..1, from which a question is answered, and from which entries are suggested."""

    answer: float
    suggest: float


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One rehearsed question: the group it stands for, the confidence in the best entry, whether that would be false."""

    group: str
    confidence: float
    false: bool


def thresholds(matcher: Matcher, passages: Mapping[str, frozenset[object]], target: float, folder: Path | None) -> Thresholds:
    """Return the thresholds of a knowledge, from the folder's file where it has them, else found anew and kept there.

    Args:
        matcher: the matcher of the knowledge.
        passages: what each answered entry stands on, by its key; an entry that shares some of it is no false answer.
        target: the share of all questions that may be answered falsely, 0..1.
        folder: where to keep them; None keeps nothing.
    """
    stand = repr(sorted((name, sorted(map(repr, found))) for name, found in passages.items()))
    key = f"{matcher.digest} {hashlib.sha256(stand.encode('utf-8', 'surrogatepass')).hexdigest()} {target} {_METHOD}"
    path = folder / f"thresholds-{matcher.digest[:32]}.json" if folder else None
    known = _stored(path, key) if path else None
    if known is None:
        known = calibrate(_rehearse(matcher, passages), target)
        if path:
            keep(path, json.dumps({"key": key, **asdict(known)}).encode())
    return known


def _stored(path: Path, key: str) -> Thresholds | None:
    try:
        found = json.loads(path.read_bytes())
        known = Thresholds(float(found["answer"]), float(found["suggest"]))
        sound = found["key"] == key and 0 < known.suggest <= known.answer < 1
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        if not isinstance(error, FileNotFoundError):
            log.info("The stored thresholds are not usable and are found anew: %s", error)
        return None
    return known if sound else None


def _rehearse(matcher: Matcher, passages: Mapping[str, frozenset[object]]) -> Iterable[Rehearsed]:
    for key, finding in matcher.rehearse(REHEARSED):
        if finding.supported:
            yield Rehearsed(_group(key, passages), confidence(finding.signals), _false(key, finding, passages))


def _group(key: str | None, passages: Mapping[str, frozenset[object]]) -> str:
    return "outside" if key is None else "answered" if key in passages else "unanswered"


def _false(key: str | None, finding: Finding, passages: Mapping[str, frozenset[object]]) -> bool:
    return key is None or key not in passages or passages[finding.supported[0].key].isdisjoint(passages[key])


def calibrate(rehearsed: Iterable[Rehearsed], target: float) -> Thresholds:
    """Return the lowest thresholds that keep to the target: all false answers for answering, those outside for suggesting."""
    groups: dict[str, list[Rehearsed]] = {}
    for one in rehearsed:
        groups.setdefault(one.group, []).append(one)
    grid = np.round(np.arange(_LEAST_SUGGESTED, _MOST + _STEP, _STEP), 2)
    expected = {name: _PESSIMISM[name] * _false_share(found, grid) for name, found in groups.items()}
    everything = sum((_ASKED[name] * share for name, share in expected.items()), np.zeros(len(grid)))
    answer = max(_LEAST, _lowest(grid, everything, target))
    return Thresholds(answer, min(answer, _lowest(grid, expected.get("outside", np.zeros(len(grid))), target)))


def _false_share(found: list[Rehearsed], grid: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return, for each threshold, the share of the questions that would get a false answer."""
    confidences = np.sort([one.confidence for one in found if one.false])
    return (len(confidences) - np.searchsorted(confidences, grid)) / len(found)


def _lowest(grid: NDArray[np.float64], share: NDArray[np.float64], target: float) -> float:
    kept = np.flatnonzero(share <= target)
    return float(grid[kept[0]]) if len(kept) else _MOST
