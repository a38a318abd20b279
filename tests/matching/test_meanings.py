"""The wordings nearest by meaning: compared one by one, or found through a graph where they are many."""

import numpy as np
import pytest

from bot.matching.kernel.meanings import ComparedMeanings, GraphOfMeanings, graph_of, meanings_from, searched_by
from bot.matching.kernel.tfidf import Floats, Halves

_WORDINGS, _DIMENSION, _NEAREST = 3000, 64, 64


def units(count: int, seed: int) -> Floats:
    """Return unit vectors in a hundred clusters, as the wordings of entries lie."""
    random = np.random.default_rng(seed)
    entries = np.random.default_rng(0).standard_normal((100, _DIMENSION))
    rows = entries[random.integers(0, 100, count)] + 0.5 * random.standard_normal((count, _DIMENSION))
    found: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return found


@pytest.fixture(scope="module")
def matrix() -> Halves:
    return units(_WORDINGS, 1).astype(np.float16)


@pytest.fixture(scope="module")
def graph(matrix: Halves) -> GraphOfMeanings:
    return graph_of(matrix)


def test_the_graph_finds_nearly_all_that_comparing_finds(matrix: Halves, graph: GraphOfMeanings) -> None:
    compared = ComparedMeanings(matrix)
    asked = units(50, 2)
    shared = [np.isin(graph.nearest(one, _NEAREST, None), compared.nearest(one, _NEAREST, None)).mean() for one in asked]
    assert np.mean(shared) > 0.95


def test_a_wording_left_out_is_not_among_its_own_nearest(matrix: Halves, graph: GraphOfMeanings) -> None:
    for meanings in (ComparedMeanings(matrix), graph):
        own = meanings.of(np.array([7]))[0]
        assert 7 in meanings.nearest(own, _NEAREST, None)
        assert 7 not in meanings.nearest(own, _NEAREST, 7)
        assert len(meanings.nearest(own, _NEAREST, 7)) == _NEAREST


def test_the_same_wordings_make_the_same_graph(matrix: Halves, graph: GraphOfMeanings) -> None:
    assert np.array_equal(graph_of(matrix).kept(), graph.kept())


def test_what_was_kept_finds_the_same(matrix: Halves, graph: GraphOfMeanings) -> None:
    for meanings in (ComparedMeanings(matrix), graph):
        again = meanings_from(meanings.kept())
        assert type(again) is type(meanings)
        for one in units(20, 3):
            assert np.array_equal(again.nearest(one, _NEAREST, None), meanings.nearest(one, _NEAREST, None))
        assert np.array_equal(again.every(), meanings.every())


def test_a_graph_is_for_many_wordings_alone() -> None:
    assert searched_by(50_000) == "comparison"
    assert searched_by(50_001).startswith("usearch ")
