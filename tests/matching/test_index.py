"""The index scores by the votes of the wordings, with any of them left out too."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.matching import Matcher
from bot.matching.index_build import build
from bot.matching.kernel.products import Products
from bot.matching.kernel.ridge import kernel, votes
from tests.matching.phrasings import PHRASINGS, SOURCE


def test_few_wordings_solved_once_score_as_the_nearest_ones_solved_for_the_question() -> None:
    index = build(SOURCE)
    many = replace(index, coefficients=index.coefficients[:0])
    read = index.reader.read
    for question in ("which treaty did they renew", "why was trade so weak in 2020", "谁支持台湾"):  # all vote both times
        asked = index.ask(read(question), None)
        assert np.allclose(index.scores(asked), many.scores(asked), atol=1e-4)


def test_a_wording_that_is_left_out_does_not_vote() -> None:
    index = build(SOURCE)
    asked = index.ask(index.reader.read(PHRASINGS["treaty"][0]), None)
    with_it, without_it = index.scores(asked)[0], index.scores_without(0, asked)[0]
    assert with_it > 0.8 > without_it


def test_leaving_a_wording_out_in_closed_form_is_solving_without_it() -> None:
    index = build(SOURCE)
    everything = kernel(index.space.products(), index.structures.among(np.arange(len(index.labels))))
    for row, text in enumerate(text for texts in PHRASINGS.values() for text in texts):
        others = np.delete(np.arange(len(index.labels)), row)
        solved = votes(everything[np.ix_(others, others)], everything[row, others], index.labels[others], len(index.keys))
        assert np.allclose(index.scores_without(row, index.ask(index.reader.read(text), None)), solved, atol=1e-4)


def test_a_wording_left_out_is_scored_as_a_question_with_that_wording_left_out() -> None:
    matcher = Matcher(PHRASINGS, background=["how are you", "nice weather today"], encoder="none")
    found = matcher.leave_one_out()
    firsts = dict(zip(PHRASINGS, np.cumsum([0, *map(len, PHRASINGS.values())]), strict=False))
    compared = 0
    for key, finding in matcher.rehearse(most=1):
        for match in (*finding.supported, *finding.declined) if key else ():
            score = found.scores[firsts[key or ""]][list(PHRASINGS).index(match.key)]
            assert abs(max(score, 0.0) - match.score) < 1e-3
            compared += 1
    assert compared


def test_the_nearest_stranger_of_a_wording_belongs_to_another_entry_and_not_to_the_background() -> None:
    matcher = Matcher(PHRASINGS, background=["which treaty was renewed by china and russia then"], encoder="none")
    found, entries = matcher.leave_one_out(), len(PHRASINGS)
    own = found.labels < entries
    assert (found.labels[found.strangers[own]] != found.labels[own]).all()
    assert (found.labels[found.strangers[own]] < entries).all()
    assert (found.nearest_own <= 1.0 + 1e-6).all()


def test_the_products_of_many_wordings_are_those_of_each_with_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.matching.kernel.products._FREQUENT", 5)
    space = build(SOURCE).space
    assert np.allclose(Products(space).of(np.arange(space.size)), space.products(), atol=1e-6)


def test_what_was_judged_is_kept_and_a_damaged_file_is_judged_anew(tmp_path: Path) -> None:
    first = Matcher(PHRASINGS, encoder="none", cache=tmp_path).leave_one_out()
    [kept] = tmp_path.glob("left-out-*.npz")
    assert np.array_equal(Matcher(PHRASINGS, encoder="none", cache=tmp_path).leave_one_out().scores, first.scores)
    kept.write_bytes(kept.read_bytes()[:-9])
    assert np.array_equal(Matcher(PHRASINGS, encoder="none", cache=tmp_path).leave_one_out().scores, first.scores)
