"""Collisions: wordings of different entries that compete, so that a slip or a word more decides who is answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.curation.check.corpus import Corpus, Wording
from bot.errors import Fault
from bot.knowledge import short
from bot.language import ENGLISH, tokenise

COMPETING = 0.7
"""Similarity from which two wordings compete, if neither's own entry has a nearer one."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Two entries that compete, by their two nearest wordings.

    Attributes:
        one, other: the wordings; `one` is nearer to `other` than to any wording of its own entry, and the stranger there
            of the two.
        similarity: of the two, 0..1.
        margin: how much nearer `one`'s own entry comes than the other; below 0, since the other is nearer.
        words: the words they share, common ones left out.
        wordings: how many wordings of the two entries compete so.
        explained: why the file has both; empty if it does not say.
    """

    one: Wording
    other: Wording
    similarity: float
    margin: float
    words: tuple[str, ...]
    wordings: int
    explained: str


def collisions(corpus: Corpus) -> tuple[Collision, ...]:
    """Return every pair of entries that compete, the nearest first."""
    found: dict[frozenset[str], list[tuple[float, float, Wording, Wording]]] = {}
    for similarity, margin, one, other in _competing(corpus):
        found.setdefault(frozenset((one.entry.id, other.entry.id)), []).append((similarity, margin, one, other))
    worst = [(max(pairs, key=lambda pair: (round(pair[0], 3), -pair[1])), len(pairs)) for pairs in found.values()]
    made = [
        Collision(one, other, similarity, margin, _shared(one.text, other.text), count, corpus.kinship(one.entry, other.entry))
        for (similarity, margin, one, other), count in worst
    ]
    return tuple(sorted(made, key=lambda c: (-c.similarity, c.one.entry.id, c.other.entry.id)))


def _competing(corpus: Corpus) -> Iterator[tuple[float, float, Wording, Wording]]:
    count = len(corpus.wordings)
    labels = corpus.left_out.labels[:count]
    for row in range(count):
        near = corpus.left_out.similarities[row, :count]
        own = labels == labels[row]
        rival = int(np.argmax(np.where(own, -1.0, near)))
        if near[rival] < COMPETING or own[rival]:
            continue
        own[row] = False
        best = float(near[own].max(initial=0.0))
        if near[rival] > best:
            similarity = float(near[rival])
            yield similarity, best - similarity, corpus.wordings[row], corpus.wordings[rival]


def _shared(one: str, other: str) -> tuple[str, ...]:
    theirs = {ENGLISH.stem(token) for token in tokenise(other)}
    shared = [token for token in dict.fromkeys(tokenise(one)) if ENGLISH.stem(token) in theirs]
    return tuple(token for token in shared if token not in ENGLISH.stopwords) or tuple(shared)


def shared(corpora: Sequence[Corpus]) -> Iterator[Fault]:
    """Yield a warning for each wording that an earlier article has too: a reader would be asked which is meant."""
    owners: dict[tuple[str, ...], tuple[Corpus, Fault]] = {}
    for corpus in corpora:
        for wording in corpus.wordings:
            here = corpus.fault("collisions", wording.entry, wording.steps, "", "", "warning")
            owner, there = owners.setdefault(tokenise(wording.text), (corpus, here))
            if owner is not corpus:
                what = f"“{short(wording.text)}” of {wording.entry.key} is also a wording of another article ({there.place})"
                yield replace(here, what=what, fix="name the subject in both")


def unexplained(corpus: Corpus, found: tuple[Collision, ...]) -> Iterator[Fault]:
    """Yield a warning for each pair of entries that compete without a reason, and an error for each false `near`."""
    for collision in found:
        if not collision.explained:
            one, other = collision.one, collision.other
            there = corpus.fault("collisions", other.entry, other.steps, "", "", "warning")
            what = (
                f"“{one.text}” of {one.entry.id} competes with “{other.text}” of {other.entry.id} (line {there.line}) "
                f"on {', '.join(collision.words)} (margin {collision.margin:.2f})"
            )
            fix = f"reword or move one of them, or say under near in {one.entry.id} why both are needed"
            yield corpus.fault("collisions", one.entry, one.steps, what, fix, "warning")
    for manuscript in corpus.manuscripts:
        for id_, (where, fields) in manuscript.written.items():
            for near in fields.near:
                if near == id_ or near not in corpus.owners:
                    what = f"{near} under near in {id_} is not another entry"
                    yield manuscript.fault("collisions", (*where, "near", near), what, "name an entry's id, or remove it")
