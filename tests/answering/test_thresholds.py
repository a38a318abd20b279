"""The thresholds that the knowledge gives itself: false answers keep to the target."""

import json
import math
from pathlib import Path

from bot.answering import Answerer
from bot.answering.confidence import Rehearsed, Thresholds, calibrate
from bot.knowledge import load
from tests.ferry import DATA


def rehearsed(group: str, count: int, *false: float) -> list[Rehearsed]:
    return [Rehearsed(group, place, True) for place in false] + [Rehearsed(group, 1.0, False)] * (count - len(false))


def test_a_threshold_is_the_lowest_that_keeps_to_the_target() -> None:
    outside = rehearsed("outside", 10, 0.5, 0.6)
    assert calibrate(outside, target=0.05) == Thresholds(answer=0.51, suggest=0.51), "a third of what is asked is outside"
    assert calibrate(outside, target=0.001) == Thresholds(answer=0.61, suggest=0.61)
    assert calibrate(outside, target=0.2).answer == 0.3, "no threshold below the least that is believed"


def test_a_stricter_target_is_never_answered_more(answerer: Answerer) -> None:
    strict, lax = (Answerer(answerer.library, target=target).thresholds for target in (0.005, 0.05))
    assert strict.answer > answerer.thresholds.answer >= lax.answer


def test_thresholds_are_kept_with_the_knowledge_and_damaged_ones_are_found_anew(tmp_path: Path) -> None:
    library = load(DATA / "ferry.yaml")
    first = Answerer(library, tmp_path).thresholds
    [file] = tmp_path.glob("thresholds-*.json")
    stored = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**stored, "answer": 0.77}), encoding="utf-8")
    assert Answerer(library, tmp_path).thresholds.answer == 0.77, "they are read, not found anew"
    for damaged in (
        "",
        "[]",
        json.dumps({**stored, "key": "another"}),
        json.dumps({**stored, "answer": "high"}),
        json.dumps({**stored, "answer": math.nan}),
    ):
        file.write_text(damaged, encoding="utf-8")
        assert Answerer(library, tmp_path).thresholds == first
    assert math.isclose(json.loads(file.read_text(encoding="utf-8"))["answer"], first.answer)
