"""Questions grouped by what they mean, so that a curator decides once about what was asked in many ways.

Average linkage (Sokal and Michener 1958) by a chain of nearest neighbours (Benzécri 1982): the same questions give the same
groups, in whatever order they come, in a time that grows with the square of their number.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.curation.learn.unanswered import OpenQuestion
from bot.language import LanguagePack, tokenise, without_addresses
from bot.matching import Encoder

_WORDS = 0.3
"""The share of words in the likeness of two questions; the rest is their meaning."""
_ALIKE = 0.3
"""Mean likeness from which groups are one: a judgement on phrasings of the shipped file, mixed. Lower, groups hold more of what
belongs together, and more of what does not; a curator takes a group apart less easily than they accept a suggestion twice."""
_MOST = 3000
"""Distinct questions that are grouped, those asked most; more would need hundreds of megabytes and nobody reads them."""
_GONE = np.float32(-9.0)  # the likeness to what is no group any more

_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask much the same, the most frequent first."""

    questions: tuple[OpenQuestion, ...]

    @property
    def count(self) -> int:
        """How often any of them was asked."""
        return sum(question.count for question in self.questions)

    @property
    def text(self) -> str:
        """The question that stands for them."""
        return self.questions[0].text


def group(
    questions: Iterable[OpenQuestion], pack: LanguagePack, encoder: Encoder | None, progress: Callable[[], object] = lambda: None
) -> tuple[Group, ...]:
    """Return questions in groups of like meaning, the most asked group first; ties by text.

    Args:
        questions: distinct texts; of more than can be grouped, those asked most are.
        pack: the language of the article.
        encoder: tells what they mean; None groups by words alone.
        progress: called for each question, once its meaning is known.
    """
    chosen = sorted(questions, key=lambda question: (-question.count, question.text))[:_MOST]
    if not chosen:
        return ()
    groups = [_group([chosen[place] for place in places]) for places in _linked(_likeness(chosen, pack, encoder, progress))]
    return tuple(sorted(groups, key=lambda found: (-found.count, found.text)))


def _group(questions: Iterable[OpenQuestion]) -> Group:
    return Group(tuple(sorted(questions, key=lambda question: (-question.count, len(question.text), question.text))))


def _likeness(
    questions: Sequence[OpenQuestion], pack: LanguagePack, encoder: Encoder | None, progress: Callable[[], object]
) -> _Floats:
    """Return how alike each two questions are, 0..1; shape (questions, questions)."""
    words = _by_words([question.text for question in questions], pack)
    if encoder is None:
        return words @ words.T
    meanings = np.zeros((len(questions), encoder.dimension), dtype=np.float32)
    for row, question in zip(meanings, questions, strict=True):
        row[:] = encoder.encode(without_addresses(question.text) or question.text)
        progress()
    alike = (1 - _WORDS) * (meanings @ meanings.T) + _WORDS * (words @ words.T)
    return alike.astype(np.float32)


def _by_words(texts: Sequence[str], pack: LanguagePack) -> _Floats:
    """Return texts as unit vectors of their stems, the rare ones weighing most; shape (texts, stems)."""
    stems = [{pack.stem(token) for token in tokenise(text, pack) if token not in pack.stopwords} for text in texts]
    holders = Counter(stem for found in stems for stem in found)
    columns = {stem: column for column, stem in enumerate(sorted(holders))}
    vectors = np.zeros((len(texts), len(columns)), dtype=np.float32)
    for row, found in enumerate(stems):
        for stem in found:
            vectors[row, columns[stem]] = math.log(1 + len(texts) / holders[stem])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: _Floats = (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    return unit


def _linked(alike: _Floats) -> list[list[int]]:
    """Return the rows in groups whose mean likeness reaches the bar."""
    np.fill_diagonal(alike, _GONE)
    members = {row: [row] for row in range(len(alike))}
    finished: list[list[int]] = []
    chain: list[int] = []
    while members:
        chain = chain or [min(members)]
        last, nearest = chain[-1], int(np.argmax(alike[chain[-1]]))
        if len(chain) > 1 and alike[last, chain[-2]] >= alike[last, nearest]:
            nearest = chain[-2]
        if alike[last, nearest] < _ALIKE:
            finished.append(members.pop(chain.pop()))
            alike[last] = alike[:, last] = _GONE
        elif len(chain) > 1 and nearest == chain[-2]:
            _merge(alike, members, *sorted((chain.pop(), chain.pop())))
        else:
            chain.append(nearest)
    return finished


def _merge(alike: _Floats, members: dict[int, list[int]], one: int, other: int) -> None:
    """Let the second of two groups go into the first; how alike that is to each other group is the mean over its members."""
    sizes = len(members[one]), len(members[other])
    mean = np.average(alike[[one, other]], axis=0, weights=sizes).astype(np.float32)
    mean[[one, other]] = _GONE
    alike[one] = alike[:, one] = np.where(alike[one] == _GONE, _GONE, mean)
    alike[other] = alike[:, other] = _GONE
    members[one] += members.pop(other)
