"""Leave-one-out: what each phrasing would score if it were not there, without fitting anything anew.

For a linear smoother like kernel ridge, the prediction for phrasing i by all others is y_i - a_i / G_ii, where
(K + λI) a = y and G is the inverse of K + λI (Rasmussen and Williams, Gaussian Processes for Machine Learning, 5.4.2).
What the phrasing lent to word weights and vocabulary stays; that is the approximation.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.blocks import Floats, strips
from bot.matching.matcher import Matcher
from bot.matching.ridge import REGULARISATION, kernel

_BLOCK, _WIDE = 768, 1536  # rows and columns worked on at once; fastest on two cores at 5,000
_SMALL = 256  # rows inverted by the library; half a strip, so that each is complete


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Every phrasing judged by all the others.

    Attributes:
        keys: the classes; the last may be the background.
        labels: the class of each phrasing, in the matcher's order; shape (n,).
        scores: score of each phrasing for each class without itself, about 0..1; shape (n, classes).
        similarities: similarity of each pair of phrasings, about -.5..1; shape (n, n).
    """

    keys: tuple[str, ...]
    labels: NDArray[np.int32]
    scores: Floats
    similarities: Floats


def leave_one_out(matcher: Matcher) -> LeftOut:
    """Judge every phrasing of a matcher by all the others; seconds at 5,000 phrasings, growing with their cube."""
    index = matcher.index
    count = len(index.labels)
    similarities = np.zeros((count, count), dtype=np.float32)
    for part in index.parts:
        part.add_gram(similarities)
    system = similarities.copy()
    for start, end in strips(count):
        kernel(system[start:end, :end])
        similarities[:start, start:end] = similarities[start:end, :start].T
    system[np.diag_indices(count)] += REGULARISATION
    scores = -index.coefficients / inverse_diagonal(system)[:, None]
    scores[np.arange(count), index.labels] += 1.0
    return LeftOut(index.keys, index.labels, scores, similarities)


def inverse_diagonal(system: Floats) -> Floats:
    """Return the diagonal of the inverse of a symmetric matrix, in a third of the work of inverting it.

    From the block factors LDL' the inverse is M' inv(D) M with M = inv(L); its diagonal needs M's columns alone.

    Args:
        system: shape (n, n), of which the lower part is read; overwritten. Its leading blocks must not be singular,
            which a ridge on the diagonal sees to.
    """
    diagonal = np.zeros(len(system), dtype=np.float32)
    for start in range(0, len(system), _BLOCK):
        end = min(start + _BLOCK, len(system))
        _invert_rows(system, start, end)
        inverse = _eliminate(system, start, end)
        rows = system[start:end, :end]
        diagonal[:end] += np.einsum("ij,ij->j", rows, inverse @ rows)
    return diagonal


def _eliminate(system: Floats, start: int, end: int) -> Floats:
    """Take one block of columns out of what follows, leave L below it and the unit in it; return inv(D) of the block."""
    inverse = _inverse(system[start:end, start:end])
    panel = system[end:, start:end] @ inverse
    for left in range(end, len(system), _WIDE):
        right = min(left + _WIDE, len(system))
        system[left:, left:right] -= panel[left - end :] @ system[left:right, start:end].T
    system[end:, start:end] = panel
    system[start:end, start:end] = np.eye(end - start, dtype=np.float32)
    system[start:end, end:] = 0.0
    return inverse


def _inverse(block: Floats) -> Floats:
    """Return the inverse of a symmetric block, of which the lower part is read, from the inverses of its quarters."""
    if len(block) <= _SMALL:
        small: Floats = np.linalg.inv(block)
        return small
    first = _inverse(block[:_SMALL, :_SMALL])
    below: Floats = block[_SMALL:, :_SMALL] @ first
    taken: Floats = below @ block[_SMALL:, :_SMALL].T
    rest = _inverse(block[_SMALL:, _SMALL:] - taken)
    corner = -rest @ below
    return np.block([[first - below.T @ corner, corner.T], [corner, rest]])


def _invert_rows(system: Floats, start: int, end: int) -> None:
    """Turn the block's rows of L into those of inv(L), from the rows above, which have been turned already."""
    lower = system[start:end, :start].copy()
    for left in range(0, start, _WIDE):
        right = min(left + _WIDE, start)
        system[start:end, left:right] = -lower[:, left:] @ system[left:start, left:right]
