"""Kernel ridge regression on what is near: every wording near a question has its say in which entry it means.

The kernel of two texts is exp(2 (s - 1)) of their similarity s, less its value where they share nothing; the classes are
one-hot, one an entry. Solving for the nearest wordings alone gives what solving for all gives (within half a point by
`python -m tests.benchmarks.matching` on CLINC150, 10 and 100 phrasings an intent), at a cost that does not grow with the
knowledge, and leaves nothing to train. Where the wordings are few, solving for all of them once is faster still. The
kernel is a product of positive definite ones, so that the system has one solution whatever the texts.
"""

import numpy as np
from threadpoolctl import threadpool_limits

from bot.matching.kernel.tfidf import Floats, Ints

_SHARPNESS = 2.0
_MEANING_SHARPNESS = np.float32(4.0)
_WORDS = np.float32(0.3)
"""The share of words in the sum of both; a sum, so that a question in another language, which shares no word, is not lost."""
_REGULARISATION = 0.1
_NOTHING = np.float32(np.exp(-_SHARPNESS))

# One question is too little work to share, and building is little too: other threads would only spin. The limit is the
# process's; set and taken back around each question, it would depend on which of two threads ends first.
threadpool_limits(1, user_api="blas")


def kernel(cosines: Floats, structure: Floats, meaning: Floats | None = None) -> Floats:
    """Return the kernel of texts, 1 for a text with itself.

    Args:
        cosines: the cosine of their words, 0..1.
        structure: what their structure takes off, 0 or less.
        meaning: the cosine of their meanings, -1..1; None where there is no encoder.
    """
    words = np.exp(_SHARPNESS * (cosines - 1)) - _NOTHING
    if meaning is not None:
        words = _WORDS * words / (1 - _NOTHING) + (1 - _WORDS) * np.exp(_MEANING_SHARPNESS * (meaning - 1))
    near: Floats = (words * np.exp(_SHARPNESS * structure)).astype(np.float32)
    return near


def votes(among: Floats, asked: Floats, labels: Ints, classes: int) -> Floats:
    """Return the score of each class, about 0..1, by the votes of k wordings; shape (classes,).

    Args:
        among: the kernel of each wording with each, shape (k, k); its diagonal is changed.
        asked: the kernel of the question with each wording, shape (k,).
        labels: the class of each wording, shape (k,).
        classes: the number of classes.
    """
    among[np.diag_indices_from(among)] += _REGULARISATION
    found = np.linalg.solve(among, asked)
    return np.bincount(labels, weights=found, minlength=classes).astype(np.float32)


def fit(among: Floats, labels: Ints, classes: int) -> tuple[Floats, Floats]:
    """Solve for all k wordings at once.

    Returns:
        Coefficients of shape (k, classes): `asked @ coefficients` is what `votes` gives for all wordings. And the scores
        of each wording for each class when that wording is left out, shape (k, classes), in closed form: y - a / diag(G)
        for the inverse G of the system and a = G y (Rasmussen and Williams, Gaussian Processes, 5.4.2).

    Args:
        among: the kernel of each wording with each, shape (k, k); its diagonal is changed.
        labels: the class of each wording, shape (k,).
        classes: the number of classes.
    """
    among[np.diag_indices_from(among)] += _REGULARISATION
    wanted = np.zeros((len(labels), classes), dtype=np.float32)
    wanted[np.arange(len(labels)), labels] = 1.0
    inverse: Floats = np.linalg.inv(among)
    coefficients: Floats = inverse @ wanted
    return coefficients, wanted - coefficients / np.diag(inverse)[:, None]
