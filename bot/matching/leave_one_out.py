"""Every wording of an index judged by all the others.

What a wording lent to word weights and vocabulary stays; that is the approximation. The kernel of all pairs is computed
once, in blocks of rows; from it each wording takes what its own nearest ones vote with. Both are shared by two threads:
numpy works outside of Python's lock.
"""

import io
import logging
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.cache import keep, keep_last_used, open_kept
from bot.matching.classes import BACKGROUND
from bot.matching.index import NEAR, Index
from bot.matching.index_file import IndexKey, damaged
from bot.matching.kernel.meanings import UNLIKE, greatest
from bot.matching.kernel.products import Products
from bot.matching.kernel.ridge import kernel, votes
from bot.matching.kernel.tfidf import Floats, Ints

_VERSION = "1"  # of what is kept; raise it with any change here that changes a value
_BLOCK = 64  # rows that are worked on at once: what lies between fits the processor's cache
_KEPT = 4  # files of one name, as many as indexes
_THREADS = min(2, os.cpu_count() or 1)

log = logging.getLogger(__name__)
_Rows = NDArray[np.intp]
_P = TypeVar("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Every wording judged by all the others, in the matcher's order.

    Attributes:
        labels: the class of each wording; shape (n,).
        scores: score of each wording for each class without itself, about 0..1; shape (n, classes).
        nearest_own: the greatest similarity to another wording of the same class, 0..1; shape (n,).
        strangers: the row of the nearest wording of another class; shape (n,). The background's are passed over.
        nearest_stranger: the similarity to it, about -.3..1; -1 where there is none.
    """

    labels: Ints
    scores: Floats
    nearest_own: Floats
    strangers: Ints
    nearest_stranger: Floats


@dataclass(frozen=True, slots=True)
class _Block:
    """What is worked out for a block of rows: the voters of each, and their nearest, in the order of `LeftOut`."""

    voters: list[_Rows]
    nearest: tuple[Floats, Ints, Floats]


def judged(index: Index, key: IndexKey, folder: Path | None) -> LeftOut:
    """Return every wording of an index judged by all the others, from the folder's file where it is sound, else kept there.

    Takes seconds and 300 MB at 8,000 wordings, growing with their square.
    """
    if folder is None:
        return judge(index)
    path = folder / f"left-out-{key.name}-{key.digest[:32]}.npz"
    found = _load(path, key)
    if found is None:
        found = judge(index)
        content = io.BytesIO()
        arrays = {field.name: getattr(found, field.name) for field in fields(found)}
        np.savez(content, key=np.array(_named(key)), **arrays)
        keep(path, content.getbuffer())
        keep_last_used(folder, f"left-out-{key.name}-*.npz", _KEPT)
    return found


def _named(key: IndexKey) -> str:
    return f"{_VERSION} {key.digest}"


def _load(path: Path, key: IndexKey) -> LeftOut | None:
    try:
        with open_kept(path) as file, np.load(file, allow_pickle=False) as stored:
            arrays = dict(stored)
        return LeftOut(**arrays) if str(arrays.pop("key")) == _named(key) else None
    except damaged as error:
        if not isinstance(error, FileNotFoundError):
            log.info("What was kept of wordings left out is not usable and is found anew: %s", error)
        return None


def judge(index: Index) -> LeftOut:
    """Judge every wording of an index by all the others."""
    size, products = len(index.labels), Products(index.space)
    among = np.empty((size, size), dtype=np.float32)
    places = [np.arange(start, min(start + _BLOCK, size)) for start in range(0, size, _BLOCK)]
    blocks = _shared(lambda rows: _block(index, products, rows, among), places)
    near = (np.concatenate(found) for found in zip(*(block.nearest for block in blocks), strict=True))
    return LeftOut(index.labels, _scores(index, among, [voters for block in blocks for voters in block.voters]), *near)


def _scores(index: Index, among: Floats, voters: Sequence[_Rows]) -> Floats:
    if len(index.left_out):
        return index.left_out
    scores = np.empty((len(voters), len(index.keys)), dtype=np.float32)

    def score(row: int) -> None:
        near = voters[row]
        scores[row] = votes(among[near[:, None], near], among[row, near], index.labels[near], len(index.keys))

    _shared(score, range(len(voters)))
    return scores


def _shared(work: Callable[[_P], _T], places: Iterable[_P]) -> list[_T]:
    """Return what a work gives for each place, done by as many threads as help."""
    with ThreadPoolExecutor(_THREADS) as threads:
        return list(threads.map(work, places))


def _block(index: Index, products: Products, rows: _Rows, among: Floats) -> _Block:
    """Work out a block of rows; their kernel with all rows is written where it belongs in `among`."""
    cosines, structure = products.of(rows), index.structures.between(rows)
    meaning = index.meanings.of(rows) @ index.meanings.every().T if index.meanings.dimension else None
    among[rows] = kernel(cosines, structure, meaning)
    nearest = _nearest(index, cosines + structure, rows)
    own_places = np.arange(len(rows)), rows
    cosines[own_places] = 0.0
    if meaning is not None:
        meaning[own_places] = UNLIKE
    voters = [_voters(words, None if meaning is None else meaning[place]) for place, words in enumerate(cosines)]
    return _Block(voters, nearest)


def _voters(overlaps: Floats, alike: Floats | None) -> _Rows:
    """Return the wordings that vote on one of them, itself left out: the nearest by words and the nearest by meaning."""
    near = greatest(overlaps, NEAR)
    return near if alike is None else np.union1d(near, greatest(alike - UNLIKE, NEAR))


def _nearest(index: Index, similarities: Floats, rows: _Rows) -> tuple[Floats, Ints, Floats]:
    own = index.labels[rows][:, None] == index.labels
    background = index.labels == index.keys.index(BACKGROUND) if BACKGROUND in index.keys else np.zeros(own.shape[1], dtype=bool)
    strange = np.where(own | background, np.float32(-1.0), similarities)
    strangers = strange.argmax(axis=1)
    own[np.arange(len(rows)), rows] = False
    nearest_own = np.where(own, similarities, np.float32(0.0)).max(axis=1)
    return nearest_own, strangers.astype(np.int32), strange[np.arange(len(rows)), strangers]
