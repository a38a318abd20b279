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
        lost: of an answered and an unanswered entry, the competing wordings that, left out, get the other's reply.
    """

    one: Wording
    other: Wording
    similarity: float
    margin: float
    words: tuple[str, ...]
    wordings: int
    explained: str
    lost: tuple[Wording, ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether one of the two entries is answered and the other is not: near-misses are meant to stand close."""
        return self.one.entry.answered != self.other.entry.answered

    @property
    def harmful(self) -> bool:
        """Whether a reader may get the wrong one of the two and the file does not say why it has both."""
        unanswered = not (self.one.entry.answered or self.other.entry.answered)
        return not self.explained and not unanswered and (bool(self.lost) or not self.mixed)


@dataclass(frozen=True, slots=True)
class _Competing:
    """A wording that is nearer to one of another entry than to any of its own."""

    row: int
    similarity: float
    margin: float
    one: Wording
    other: Wording


def collisions(corpus: Corpus) -> tuple[Collision, ...]:
    """Return every pair of entries that compete, the nearest first."""
    found: dict[frozenset[str], list[_Competing]] = {}
    for pair in _competing(corpus):
        found.setdefault(frozenset((pair.one.entry.id, pair.other.entry.id)), []).append(pair)
    made = [_collision(corpus, pairs) for pairs in found.values()]
    return tuple(sorted(made, key=lambda c: (-c.similarity, c.one.entry.id, c.other.entry.id)))


def _collision(corpus: Corpus, pairs: Sequence[_Competing]) -> Collision:
    worst = max(pairs, key=lambda pair: (round(pair.similarity, 3), -pair.margin))
    one, other = worst.one, worst.other
    kinship, words = corpus.kinship(one.entry, other.entry), _shared(one.text, other.text)
    found = Collision(one, other, worst.similarity, worst.margin, words, len(pairs), kinship)
    return replace(found, lost=tuple(_lost(corpus, pairs))) if found.mixed and not kinship else found


def _lost(corpus: Corpus, pairs: Sequence[_Competing]) -> Iterator[Wording]:
    """Yield the wordings that, left out, get the reply of the other entry of their pair: an answer, or its note."""
    for pair in pairs:
        leads = corpus.entries[corpus.firsts[pair.row]].id == pair.other.entry.id
        if leads and corpus.reached_without(pair.row) == pair.other.entry.id:
            yield pair.one


def _competing(corpus: Corpus) -> Iterator[_Competing]:
    count, near = len(corpus.wordings), corpus.left_out
    similar, own = near.nearest_stranger[:count], near.nearest_own[:count]
    for row in np.flatnonzero((similar >= COMPETING) & (similar > own)).tolist():
        similarity, one, other = float(similar[row]), corpus.wordings[row], corpus.wordings[near.strangers[row]]
        yield _Competing(row, similarity, float(own[row]) - similarity, one, other)


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
    """Yield a warning for each pair of entries of which a reader may get the wrong one, and an error for each false `near`."""
    for collision in found:
        if collision.harmful:
            yield _lost_fault(corpus, collision) if collision.mixed else _rivals_fault(corpus, collision)
    for manuscript in corpus.manuscripts:
        for id_, (where, fields) in manuscript.written.items():
            for near in fields.near:
                if near == id_ or near not in corpus.owners:
                    what = f"{near} under near in {id_} is not another entry"
                    yield manuscript.fault("collisions", (*where, "near", near), what, "name an entry's id, or remove it")


def _rivals_fault(corpus: Corpus, collision: Collision) -> Fault:
    one, other = collision.one, collision.other
    what = (
        f"“{one.text}” of {one.entry.id} competes with “{other.text}” of {other.entry.id} (line {_line(corpus, other)}) "
        f"on {', '.join(collision.words)}; both are answered"
    )
    fix = f"reword or move one of them, or say under near in {one.entry.id} why both are needed"
    return corpus.fault("collisions", one.entry, one.steps, what, fix, "warning")


def _lost_fault(corpus: Corpus, collision: Collision) -> Fault:
    lost = collision.lost[0]
    taker = next(one for one in (collision.other, collision.one) if one.entry is not lost.entry)
    happens = "refused with the note of" if lost.entry.answered else "answered with"
    state = "answered" if lost.entry.answered else "unanswered"
    more = f", and {len(collision.lost) - 1} more of the two likewise" if len(collision.lost) > 1 else ""
    what = (
        f"“{lost.text}” of {lost.entry.id} ({state}), asked in slightly other words, is {happens} {taker.entry.id} "
        f"(line {_line(corpus, taker)}) on {', '.join(collision.words)}{more}"
    )
    fix = f"add wordings like it to {lost.entry.id}, move it, or say under near why both are needed"
    return corpus.fault("collisions", lost.entry, lost.steps, what, fix, "warning")


def _line(corpus: Corpus, wording: Wording) -> int | None:
    return corpus.fault("collisions", wording.entry, wording.steps, "", "", "warning").line
