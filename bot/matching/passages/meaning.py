"""How near the meaning of texts, and of the paragraphs they stand in, is to that of a question."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.language import Query
from bot.matching.kernel.encoder import Encoder
from bot.matching.kernel.tfidf import Floats


class Meanings:
    """The meanings of a fixed list of texts.

    Args:
        texts: the texts; each is encoded, which takes 1.3 ms.
        paragraph: the paragraph of each, ascending from 0; shape (texts,).
        encoder: tells what a text means.
    """

    def __init__(self, texts: Sequence[str], paragraph: NDArray[np.intp], encoder: Encoder) -> None:
        self._encoder = encoder
        self._meanings = np.array([encoder.encode(text) for text in texts], dtype=np.float32).reshape(-1, encoder.dimension)
        self._paragraph = paragraph

    def against(self, query: Query) -> dict[str, Floats]:
        """Return the cosine of a question with each text, and with the nearest of its paragraph; what is less than 0 is 0."""
        alike = np.maximum(self._meanings @ self._encoder.encode(query.corrected), np.float32(0))
        nearest = np.zeros(int(self._paragraph.max(initial=-1)) + 1, dtype=np.float32)
        np.maximum.at(nearest, self._paragraph, alike)
        return {"meaning": alike, "paragraph meaning": nearest[self._paragraph]}
