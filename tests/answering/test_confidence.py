"""The confidence in each thing that could be said: every claim has a model of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import ArticleAnswerer
from bot.answering.confidence import GUARDS, MODELS, confidence, features
from bot.knowledge import load
from bot.matching import Finding, Guard, Signals
from tests.ferry import DATA


@pytest.fixture(scope="module")
def ferry(cache: Path) -> ArticleAnswerer:
    return ArticleAnswerer(load(DATA / "ferry.yaml"), cache)


def found(ferry: ArticleAnswerer, question: str) -> Finding:
    return ferry.find(ferry.matcher.read(question))


def test_what_is_sure_is_sure_for_its_own_claim(ferry: ArticleAnswerer) -> None:
    answered, declined, outside = (
        confidence(found(ferry, question))
        for question in ("how expensive was the terminal", "which architect drew the terminal", "how do i cook rice")
    )
    assert answered.answer > 0.9 > 0.1 > max(answered.note, answered.off_topic)
    assert declined.note > 0.7 > max(declined.answer, declined.off_topic)
    assert outside.off_topic > 0.8 > 0.1 > max(outside.answer, outside.suggest, outside.note)


def test_each_claim_is_weighed_by_the_signals_of_its_own_group(ferry: ArticleAnswerer) -> None:
    finding = found(ferry, "how expensive was the terminal")
    before = confidence(finding)
    no_note = confidence(replace(finding, declined_signals=Signals.nothing()))
    assert (no_note.answer, no_note.suggest) == (before.answer, before.suggest)
    assert no_note.note < before.note
    no_answer = confidence(replace(finding, signals=Signals.nothing()))
    assert no_answer.note == before.note
    assert no_answer.answer < 0.02 < before.answer
    assert no_answer.suggest < 0.1 < before.suggest


def test_a_subject_that_nothing_here_has_is_nearer_to_something_else(ferry: ArticleAnswerer) -> None:
    finding = found(ferry, "how expensive was the terminal")
    unfamiliar = confidence(replace(finding, familiar=0.0))
    assert unfamiliar.off_topic > confidence(finding).off_topic
    assert unfamiliar.answer == confidence(finding).answer


@pytest.mark.parametrize("fired", [("question word",), ("question word", "reason"), ("asked for",), GUARDS])
def test_no_guards_that_fire_together_make_an_answer_surer(ferry: ArticleAnswerer, fired: tuple[str, ...]) -> None:
    finding = found(ferry, "how expensive was the terminal")
    guarded = replace(finding, signals=replace(finding.signals, guards=tuple(Guard(name, ("word",)) for name in fired)))
    assert confidence(guarded).answer < confidence(finding).answer


def test_the_words_of_a_question_in_another_language_say_nothing_about_what_is_covered(ferry: ArticleAnswerer) -> None:
    finding = found(ferry, "¿cuánto costó la nueva terminal de ferry en Lisboa?")
    assert finding.query.foreign
    weighed = features(finding)
    assert weighed["familiar"] == weighed["answered covered"] == weighed["declined covered"]
    assert weighed["familiar"] > max(finding.familiar, finding.signals.covered, finding.declined_signals.covered)
    english = replace(finding, asked=replace(finding.asked, query=replace(finding.query, foreign=False)))
    assert confidence(finding).answer > confidence(english).answer


def test_every_model_weighs_only_what_is_measured(ferry: ArticleAnswerer) -> None:
    measured = set(features(found(ferry, "how expensive was the terminal")))
    assert set(MODELS.weights) == {"answer", "suggest", "note", "off topic"}
    assert all(set(weights) <= measured for weights in MODELS.weights.values())
