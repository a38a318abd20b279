"""Kernel ridge regression from phrasings to entries: every phrasing of every entry has its say in a match.

The kernel is exp(2 (s - 1)) of the similarity s, which makes near phrasings count for much and far ones for little;
the classes are one-hot, one an entry. Recipe and constants: tuned on CLINC150 and BANKING77 validation data.
"""

import numpy as np
from numpy.typing import NDArray

from bot.matching.blocks import Floats, strips

SHARPNESS = 2.0
REGULARISATION = 0.1
UNLIKE = 0.0
"""Similarity of texts that have nothing in common: there the kernel is 0, so that they say nothing."""
_BLOCK, _WIDE = 256, 1536  # rows; fastest on two cores at 4,500. A strip holds whole blocks, so that each is complete


def kernel(similarities: Floats) -> Floats:
    """Return the kernel of similarities (about -.5..1): exp(2 (s - 1)) less its value at `UNLIKE`, in place."""
    similarities -= 1.0
    similarities *= SHARPNESS
    np.exp(similarities, out=similarities)
    similarities -= np.float32(np.exp(SHARPNESS * (UNLIKE - 1.0)))
    return similarities


def fit(gram: Floats, labels: NDArray[np.int32], classes: int) -> Floats:
    """Return the coefficients that turn a kernel row into class scores.

    Args:
        gram: similarity of each phrasing with each, shape (n, n), of which the lower part is read; overwritten.
        labels: the class of each phrasing, shape (n,).
        classes: the number of classes.

    Returns:
        Coefficients of shape (n, classes); `kernel(s) @ coefficients` is near 1 for the right class, else near 0.
    """
    for start, end in strips(len(gram)):
        kernel(gram[start:end, :end])
    gram[np.diag_indices_from(gram)] += REGULARISATION
    wanted = np.zeros((len(labels), classes), dtype=np.float32)
    wanted[np.arange(len(labels)), labels] = 1.0
    return solve(gram, wanted)


def solve(system: Floats, right: Floats) -> Floats:
    """Solve a symmetric system for many right-hand sides, in half the work of a general solver and all of it products.

    A block LDL' factorisation without pivoting (Golub and Van Loan, Matrix Computations, 4.1): the ridge on the
    diagonal keeps every block well away from singular.

    Args:
        system: symmetric, shape (n, n), of which the lower part is read; overwritten.
        right: shape (n, m); overwritten with the solution, which is returned.
    """
    blocks = [(start, min(start + _BLOCK, len(system))) for start in range(0, len(system), _BLOCK)]
    inverses = [_eliminate(system, start, end) for start, end in blocks]
    for start, end in blocks:
        right[end:] -= system[end:, start:end] @ right[start:end]
    for (start, end), inverse in zip(blocks, inverses, strict=True):
        right[start:end] = inverse @ right[start:end]
    for start, end in reversed(blocks):
        right[start:end] -= system[end:, start:end].T @ right[end:]
    return right


def _eliminate(system: Floats, start: int, end: int) -> Floats:
    """Eliminate one block of columns from the lower part of what follows; return the inverse of its diagonal block."""
    inverse: Floats = np.linalg.inv(system[start:end, start:end])
    panel = system[end:, start:end] @ inverse
    for left in range(end, len(system), _WIDE):  # in columns this wide, so that little of the upper part is touched
        right = min(left + _WIDE, len(system))
        system[left:, left:right] -= panel[left - end :] @ system[left:right, start:end].T
    system[end:, start:end] = panel
    return inverse
