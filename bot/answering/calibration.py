"""Thresholds from the knowledge itself: how sure to be before answering, so that few answers are false.

The knowledge is asked its own wordings, each left out while it is asked, and questions about nothing here. What would be
answered falsely at a threshold is counted in three groups, and the groups are weighed as readers ask. No threshold is taken
over from another file; only how much harder a left-out wording is than a reader's question was measured elsewhere.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answering.confidence import MODELS, confidence
from bot.cache import keep, keep_last_used, open_kept
from bot.matching import Finding, Matcher

TARGET = 0.03
"""False answers, as a share of all questions asked, unless the operator sets another."""
REHEARSED = 200
"""Wordings of each group that are asked at most: fewer make the thresholds drift, more cost time at the first start."""
_ASKED = {"answered": 0.6, "unanswered": 0.05, "outside": 0.35}
"""What is taken to reach a bot: of twenty questions the article answers twelve, it speaks of the subject of one without
answering it, and seven are about other things."""
_PESSIMISM = {"answered": 0.12, "unanswered": 0.6, "outside": 1.0}
"""What readers' questions get falsely answered for each rehearsed one: curators avoid wordings that are near each other, so
that one left out is harder than a reader's. Measured on development questions about three articles."""
_LEAST, _MOST = 0.45, 0.9  # thresholds for answering that are believed, whatever a small or odd file says
_LEAST_SUGGESTED = 0.1
_STEP = 0.01
_KEPT = 1000  # files of thresholds, 200 bytes each
_METHOD = f"{MODELS.digest} {REHEARSED} {_ASKED} {_PESSIMISM} {_LEAST} {_LEAST_SUGGESTED} {_MOST}"

log = logging.getLogger(__name__)


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
            keep_last_used(path.parent, "thresholds-*.json", _KEPT)
    return known


def _stored(path: Path, key: str) -> Thresholds | None:
    try:
        found = _read(path)
        known = Thresholds(float(found["answer"]), float(found["suggest"]))
        sound = found["key"] == key and 0 < known.suggest <= known.answer < 1
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        if not isinstance(error, FileNotFoundError):
            log.info("The stored thresholds are not usable and are found anew: %s", error)
        return None
    return known if sound else None


def _read(path: Path) -> Any:
    with open_kept(path) as file:
        return json.loads(file.read())


def _rehearse(matcher: Matcher, passages: Mapping[str, frozenset[object]]) -> Iterable[Rehearsed]:
    for key, finding in matcher.rehearse(REHEARSED):
        if finding.supported:
            sure = confidence(finding).answer
            false = _false(key, finding, passages) and sure >= _LEAST
            decided = false and bool(matcher.contradictions(finding, finding.supported[0].key))
            yield Rehearsed(_group(key, passages), sure, false and not decided)


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
