"""Leave-one-out in closed form says what fitting without the phrasing says."""

import numpy as np
import pytest

from bot.matching import Matcher
from bot.matching.leave_out import inverse_diagonal, leave_one_out
from bot.matching.ridge import fit
from tests.test_matching import PHRASINGS


@pytest.mark.parametrize("size", [1, 255, 256, 700, 2000])
def test_the_diagonal_of_the_inverse_is_that_of_a_general_solver(size: int) -> None:
    rng = np.random.default_rng(size)
    half = rng.standard_normal((size, 40))
    system = (half @ half.T / 40 + 0.5 * np.eye(size)).astype(np.float32)
    assert np.allclose(inverse_diagonal(system.copy()), np.diag(np.linalg.inv(system)), atol=1e-3)


def test_the_score_of_a_phrasing_left_out_is_what_a_fit_without_it_predicts() -> None:
    matcher = Matcher(PHRASINGS, background=["how are you", "nice weather today"])
    found = leave_one_out(matcher)
    count, classes = found.scores.shape
    assert np.allclose(found.similarities, found.similarities.T)
    for left in range(count):
        others = np.delete(np.arange(count), left)
        refitted = fit(found.similarities[np.ix_(others, others)].copy(), found.labels[others], classes)
        row = np.exp(2 * (found.similarities[left, others] - 1)) - np.exp(-2)
        assert np.allclose(row @ refitted, found.scores[left], atol=1e-3)
