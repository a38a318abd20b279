"""Strength: how well an entry is found by wordings that it does not hold, each of its own taken out in turn."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.curation.check.workbench import Bench
from bot.errors import Fault

LEAST = 0.85
"""Share of all wordings that must lead to their entry without themselves."""
_OFFERED = 3  # entries that the bot offers where it is not sure
_SOMETHING = 0.02  # a score below it says nothing: the wordings have nothing in common
_FEWEST = 2  # wordings that must be found; with fewer, the entry lives on one of them


@dataclass(frozen=True, slots=True)
class Strength:
    """How many of an entry's wordings lead to it without themselves.

    Attributes:
        first: those after which the entry itself comes first.
        found: those after which the entry, or one that the file declares near it or that cites the same sentence, is
            among the first three, which is what the bot offers. An answer does not count for an unanswered entry.
        lost: the places of the wordings that are not found.
    """

    entry: str
    wordings: int
    first: int
    found: int
    lost: tuple[int, ...]


def strengths(bench: Bench) -> tuple[Strength, ...]:
    """Return the strength of every entry, in the files' order."""
    count = len(bench.wordings)
    scores, labels = bench.left_out.scores[:count, : len(bench.entries)], bench.left_out.labels[:count]
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :_OFFERED]
    first = np.asarray(ranked[:, 0] == labels, dtype=np.bool_)
    offered = np.take_along_axis(scores, ranked, axis=1) > _SOMETHING
    found = np.asarray((_serves(bench)[labels[:, None], ranked] & offered).any(axis=1), dtype=np.bool_)
    return tuple(_strength(bench, place, first, found) for place in range(len(bench.entries)))


def _strength(bench: Bench, place: int, first: NDArray[np.bool_], found: NDArray[np.bool_]) -> Strength:
    rows = np.flatnonzero(bench.left_out.labels[: len(first)] == place)
    lost = tuple(bench.wordings[row].place for row in rows if not found[row])
    return Strength(bench.entries[place].id, len(rows), int(first[rows].sum()), int(found[rows].sum()), lost)


def _serves(bench: Bench) -> NDArray[np.bool_]:
    """Return whether entry j is as good a reply to a question for entry i; shape (entries, entries)."""
    cited = [bench.cited(entry) for entry in bench.entries]
    sentences = {sentence: n for n, sentence in enumerate(sorted(set().union(*cited)))}
    table = np.zeros((len(cited), len(sentences)), dtype=np.float32)
    for place, found in enumerate(cited):
        table[place, [sentences[sentence] for sentence in found]] = 1.0
    serves = table @ table.T > 0
    for one, other in _declared(bench):
        serves[one, other] = serves[other, one] = True
    answered = np.array([entry.answered for entry in bench.entries])
    serves &= answered[:, None] | ~answered[None, :]
    serves[np.diag_indices(len(cited))] = True
    return serves


def _declared(bench: Bench) -> Iterator[tuple[int, int]]:
    places = {entry.id: place for place, entry in enumerate(bench.entries)}
    for entry in bench.entries:
        for near in bench.owners[entry.id].written[entry.id][1].near:
            if near in places:
                yield places[entry.id], places[near]


def weaknesses(bench: Bench, found: tuple[Strength, ...]) -> Iterator[Fault]:
    """Yield a warning for each entry that lives on one wording, and one for a file that is weak as a whole."""
    for entry, strength in zip(bench.entries, found, strict=True):
        if strength.found < min(_FEWEST, strength.wordings) or strength.wordings == 1:
            what = f"{entry.id} lives on single wordings: without itself, {strength.found} of {strength.wordings} finds it"
            mend = "add wordings that say it in the same and in other words, or name the entries it is near to under near"
            yield bench.fault("leave-one-out", entry, ("phrasings",), what, mend, "warning")
    for manuscript in bench.manuscripts:
        own = [strength for strength in found if strength.entry in manuscript.written]
        share = sum(strength.found for strength in own) / max(1, sum(strength.wordings for strength in own))
        if own and share < LEAST:
            worst = ", ".join(s.entry for s in sorted(own, key=lambda s: (s.found / s.wordings, s.entry))[:3])
            what = f"{share:.0%} of the wordings lead to their entry without themselves, fewer than {LEAST:.0%}"
            yield manuscript.fault("leave-one-out", (), what, f"add wordings, first to {worst}", "warning")
