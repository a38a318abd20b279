"""Rules on retrieval: every wording gets its own entry, and an entry is found by wordings that it does not hold.

The second is measured by taking out each of its own wordings in turn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.curation.check.corpus import Corpus, Wording
from bot.errors import Fault
from bot.knowledge import Entry, short

LEAST = 0.85
"""Share of all wordings that must lead to their entry without themselves."""
_OFFERED = 3  # entries that the bot offers where it is not sure
_SOMETHING = 0.02  # a score below it says nothing: the wordings have nothing in common
_FEWEST = 2  # wordings that must be found; with fewer, the entry lives on one of them
_UNLIKE = 0.2
"""Similarity of the usual wording of an entry to its nearest: below, they ask different things. Of 113 answered entries
that were written with care none is below .24."""
_TOLD = 3  # lost wordings of an entry that are told one by one


@dataclass(frozen=True, slots=True)
class Strength:
    """How many of an entry's wordings lead to it without themselves.

    Attributes:
        first: those after which the entry itself comes first.
        found: those after which the entry, or one that the file declares near it or that cites the same sentence, is
            among the first three, which is what the bot offers. An answer does not count for an unanswered entry. For a
            bundle those count too after which any unanswered entry comes first.
        lost: the places of the wordings that are not found.
        bundle: whether it is an unanswered entry with many different questions under one note.
    """

    entry: str
    wordings: int
    first: int
    found: int
    lost: tuple[int, ...]
    bundle: bool = False


def strengths(corpus: Corpus) -> tuple[Strength, ...]:
    """Return the strength of every entry, in the files' order."""
    count = len(corpus.wordings)
    scores, labels = corpus.left_out.scores[:count, : len(corpus.entries)], corpus.left_out.labels[:count]
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :_OFFERED]
    first = np.asarray(ranked[:, 0] == labels, dtype=np.bool_)
    offered = np.take_along_axis(scores, ranked, axis=1) > _SOMETHING
    found = np.asarray((_serves(corpus)[labels[:, None], ranked] & offered).any(axis=1), dtype=np.bool_)
    bundles = np.array([_is_bundle(corpus, place) for place in range(len(corpus.entries))])
    declined = np.array([not entry.answered for entry in corpus.entries])[ranked[:, 0]] & offered[:, 0]
    found |= bundles[labels] & declined
    return tuple(_strength(corpus, place, first, found, bool(bundles[place])) for place in range(len(corpus.entries)))


def _is_bundle(corpus: Corpus, place: int) -> bool:
    """Say whether an unanswered entry holds questions that are unlike each other."""
    alike = corpus.left_out.nearest_own[corpus.left_out.labels == place]
    return not corpus.entries[place].answered and len(alike) > _FEWEST and bool(np.median(alike) < _UNLIKE)


def _strength(corpus: Corpus, place: int, first: NDArray[np.bool_], found: NDArray[np.bool_], bundle: bool) -> Strength:
    rows = np.flatnonzero(corpus.left_out.labels[: len(first)] == place)
    lost = tuple(corpus.wordings[row].place for row in rows if not found[row])
    return Strength(corpus.entries[place].id, len(rows), int(first[rows].sum()), int(found[rows].sum()), lost, bundle)


def _serves(corpus: Corpus) -> NDArray[np.bool_]:
    """Return whether entry j is as good a reply to a question for entry i; shape (entries, entries)."""
    cited = [corpus.cited(entry) for entry in corpus.entries]
    sentences = {sentence: n for n, sentence in enumerate(sorted(set().union(*cited)))}
    table = np.zeros((len(cited), len(sentences)), dtype=np.float32)
    for place, found in enumerate(cited):
        table[place, [sentences[sentence] for sentence in found]] = 1.0
    serves = table @ table.T > 0
    for one, other in _declared(corpus):
        serves[one, other] = serves[other, one] = True
    answered = np.array([entry.answered for entry in corpus.entries])
    serves &= answered[:, None] | ~answered[None, :]
    serves[np.diag_indices(len(cited))] = True
    return serves


def _declared(corpus: Corpus) -> Iterator[tuple[int, int]]:
    places = {entry.id: place for place, entry in enumerate(corpus.entries)}
    for entry in corpus.entries:
        for near in corpus.owners[entry.id].written[entry.id][1].near:
            if near in places:
                yield places[entry.id], places[near]


def weaknesses(corpus: Corpus, found: tuple[Strength, ...]) -> Iterator[Fault]:
    """Yield a warning for each entry that lives on one wording, and one for a file that is weak as a whole."""
    for entry, strength in zip(corpus.entries, found, strict=True):
        if strength.found < min(_FEWEST, strength.wordings) or strength.wordings == 1:
            what = f"{entry.id} lives on single wordings: without itself, {strength.found} of {strength.wordings} finds it"
            what += _destinations(corpus, entry, strength)
            fix = "add wordings that say it in the same and in other words, or name the entries it is near to under near"
            yield corpus.fault("leave-one-out", entry, ("phrasings",), what, fix, "warning")
    for manuscript in corpus.manuscripts:
        own = [strength for strength in found if strength.entry in manuscript.written]
        share = sum(strength.found for strength in own) / max(1, sum(strength.wordings for strength in own))
        if own and share < LEAST:
            worst = ", ".join(s.entry for s in sorted(own, key=lambda s: (s.found / s.wordings, s.entry))[:3])
            what = f"{share:.0%} of the wordings lead to their entry without themselves, fewer than {LEAST:.0%}"
            yield manuscript.fault("leave-one-out", (), what, f"add wordings, first to {worst}", "warning")


def _destinations(corpus: Corpus, entry: Entry, strength: Strength) -> str:
    """Say where the first of an entry's lost wordings go: the entry that takes each, and the wording there that does."""
    first = next(row for row, wording in enumerate(corpus.wordings) if wording.entry is entry)
    told = [_destination(corpus, first + place) for place in strength.lost[:_TOLD]]
    more = [f"{len(strength.lost) - _TOLD} more"] if len(strength.lost) > _TOLD else []
    return f": {', '.join((*told, *more))}" if told else ""


def _destination(corpus: Corpus, row: int) -> str:
    text, taker = short(corpus.wordings[row].text), corpus.entries[corpus.firsts[row]]
    if corpus.left_out.scores[row, corpus.firsts[row]] <= _SOMETHING or taker is corpus.wordings[row].entry:
        return f"“{text}” goes nowhere"
    matcher = corpus.answerer.matcher
    nearest = matcher.explain(matcher.read(corpus.wordings[row].text), taker.key).phrasing
    return f"“{text}” goes to {taker.id} (“{short(nearest)}”)"


def astray(corpus: Corpus) -> tuple[Wording, ...]:
    """Return the wordings that do not get their own entry.

    A wording that the matcher knows as its entry's own is answered so, whatever the scores: only others are asked.
    """
    matcher = corpus.answerer.matcher
    doubtful = (corpus.wordings[row] for row in matcher.inexact() if row < len(corpus.wordings))
    return tuple(
        wording
        for wording in doubtful
        if matcher.exact(matcher.read(wording.text)) != wording.entry.key and corpus.reached(wording.text) != wording.entry.id
    )


def regressions(corpus: Corpus, found: tuple[Wording, ...]) -> Iterator[Fault]:
    """Yield an error for each wording that went astray."""
    for wording in found:
        got = corpus.reached(wording.text) or "no entry"
        what = f"“{short(wording.text)}” of {wording.entry.id} leads to {got}"
        yield corpus.fault("regression", wording.entry, wording.steps, what, "reword it or move it", "error")
