"""Fits a linear ranking model: the chance that a right text comes first, by Newton's method on a softmax."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_RIDGE = 1.0  # strength of the prior that keeps the weights of rare signs small
_STEPS = 15


@dataclass(frozen=True, slots=True)
class Ranking:
    """One question: the signs of each text, shape (texts, signs), and which texts are right, shape (texts,)."""

    signs: Floats
    right: NDArray[np.bool_]


def fit(rankings: Sequence[Ranking]) -> Floats:
    """Return the weights of the signs that make the log likelihood of the right texts greatest, less a ridge."""
    weights = np.zeros(rankings[0].signs.shape[1])
    reached = _objective(rankings, weights)
    for _ in range(_STEPS):
        step = _newton_step(rankings, weights)
        while _objective(rankings, weights + step) < reached and np.abs(step).max() > 1e-3:
            step /= 2
        weights += step
        gained = _objective(rankings, weights) - reached
        reached += gained
        if gained < 0.01:
            break
    return weights


def _objective(rankings: Sequence[Ranking], weights: Floats) -> float:
    likely = sum(np.log(max(_softmax(one, weights)[one.right].sum(), 1e-12)) for one in rankings)
    return float(likely - _RIDGE / 2 * weights @ weights)


def _newton_step(rankings: Sequence[Ranking], weights: Floats) -> Floats:
    gradient = -_RIDGE * weights
    curvature = _RIDGE * np.eye(len(weights))
    for one in rankings:
        chance = _softmax(one, weights)
        share = np.where(one.right, chance, 0)
        mean = chance @ one.signs
        gradient += share @ one.signs / max(share.sum(), 1e-12) - mean
        curvature += (one.signs * chance[:, None]).T @ one.signs - np.outer(mean, mean)
    return np.asarray(np.linalg.solve(curvature, gradient), dtype=np.float64)


def _softmax(one: Ranking, weights: Floats) -> Floats:
    scores = one.signs @ weights
    chance: Floats = np.exp(scores - scores.max())
    chance /= chance.sum()
    return chance
