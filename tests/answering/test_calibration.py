"""The thresholds that the knowledge gives itself: false answers keep to the target."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.answering import Answerer
from bot.answering.calibration import Rehearsed, Thresholds, calibrate
from bot.cache import keep, open_kept
from bot.knowledge import Entry, Knowledge, load
from tests.ferry import DATA


def rehearsed(group: str, count: int, *false: float) -> list[Rehearsed]:
    return [Rehearsed(group, place, True) for place in false] + [Rehearsed(group, 1.0, False)] * (count - len(false))


def test_a_threshold_is_the_lowest_that_keeps_to_the_target() -> None:
    outside = rehearsed("outside", 10, 0.5, 0.6)
    assert calibrate(outside, target=0.05) == Thresholds(answer=0.51, suggest=0.51), "a third of what is asked is outside"
    assert calibrate(outside, target=0.001) == Thresholds(answer=0.61, suggest=0.61)
    assert calibrate(outside, target=0.2).answer == 0.45, "no threshold below the least that is believed"


def test_nothing_rehearsed_gives_the_least_thresholds() -> None:
    assert calibrate([], target=0.02) == Thresholds(answer=0.45, suggest=0.1)


def test_false_answers_to_what_the_article_answers_raise_only_the_threshold_for_answering() -> None:
    found = calibrate(rehearsed("answered", 10, 0.5, 0.6, 0.7, 0.8), target=0.02)
    assert found == Thresholds(answer=0.61, suggest=0.1), "a reader's question is easier than a wording left out"


def test_where_no_threshold_keeps_to_the_target_the_highest_is_taken() -> None:
    assert calibrate(rehearsed("outside", 2, 0.99, 0.99), target=0.01) == Thresholds(answer=0.9, suggest=0.9)


def library_with(phrasings: Callable[[Sequence[Entry], int], tuple[str, ...]]) -> list[Knowledge]:
    """Return the ferry's knowledge, the answered entries in the file's order with these phrasings."""
    [ferry] = load(DATA / "ferry.yaml")
    answered = [entry for entry in ferry.entries if entry.answered]
    others = [entry for entry in ferry.entries if not entry.answered]
    changed = [replace(entry, phrasings=phrasings(answered, place)) for place, entry in enumerate(answered)]
    return [replace(ferry, entries=(*changed, *others))]


def exchanged(entries: Sequence[Entry], place: int) -> tuple[str, ...]:
    """Give every second wording of an entry to the next one, as a careless curator may."""
    return (*entries[place].phrasings[::2], *entries[place - 1].phrasings[1::2])


def test_a_rehearsal_asks_for_more_confidence_where_wordings_stand_with_the_wrong_entry(cache: Path) -> None:
    sound = Answerer(library_with(lambda entries, place: entries[place].phrasings), cache).thresholds
    worse = Answerer(library_with(exchanged), cache).thresholds
    assert worse.answer > sound.answer


def test_a_stricter_target_is_never_answered_more(answerer: Answerer, cache: Path) -> None:
    strict, lax = (Answerer(answerer.library, cache, target).thresholds for target in (0.005, 0.05))
    assert strict.answer > answerer.thresholds.answer >= lax.answer


def test_thresholds_are_kept_with_the_knowledge_and_damaged_ones_are_found_anew(tmp_path: Path) -> None:
    library = load(DATA / "ferry.yaml")
    first = Answerer(library, tmp_path, encoder="none").thresholds
    [file] = tmp_path.glob("thresholds-*.json")
    with open_kept(file) as kept:
        stored = json.loads(kept.read())
    keep(file, json.dumps({**stored, "answer": 0.77}).encode())
    assert Answerer(library, tmp_path, encoder="none").thresholds.answer == 0.77, "they are read, not found anew"
    for damaged in (
        "",
        "[]",
        json.dumps({**stored, "key": "another"}),
        json.dumps({**stored, "answer": "high"}),
        json.dumps({**stored, "answer": math.nan}),
    ):
        keep(file, damaged.encode())
        assert Answerer(library, tmp_path, encoder="none").thresholds == first
    with open_kept(file) as kept:
        assert json.loads(kept.read()) == stored
