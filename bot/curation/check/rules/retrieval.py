"""Rules on retrieval: every wording gets its own entry, and an entry is found by wordings that it does not hold.

The second is measured by taking out each of its own wordings in turn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answering import Answer, ArticleAnswerer, NotSaid
from bot.curation.check.corpus import Corpus, Wording
from bot.errors import Fault
from bot.knowledge import short

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


def strengths(corpus: Corpus) -> tuple[Strength, ...]:
    """Return the strength of every entry, in the files' order."""
    count = len(corpus.wordings)
    scores, labels = corpus.left_out.scores[:count, : len(corpus.entries)], corpus.left_out.labels[:count]
    ranked = np.argsort(-scores, axis=1, kind="stable")[:, :_OFFERED]
    first = np.asarray(ranked[:, 0] == labels, dtype=np.bool_)
    offered = np.take_along_axis(scores, ranked, axis=1) > _SOMETHING
    found = np.asarray((_serves(corpus)[labels[:, None], ranked] & offered).any(axis=1), dtype=np.bool_)
    return tuple(_strength(corpus, place, first, found) for place in range(len(corpus.entries)))


def _strength(corpus: Corpus, place: int, first: NDArray[np.bool_], found: NDArray[np.bool_]) -> Strength:
    rows = np.flatnonzero(corpus.left_out.labels[: len(first)] == place)
    lost = tuple(corpus.wordings[row].place for row in rows if not found[row])
    return Strength(corpus.entries[place].id, len(rows), int(first[rows].sum()), int(found[rows].sum()), lost)


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
            fix = "add wordings that say it in the same and in other words, or name the entries it is near to under near"
            yield corpus.fault("leave-one-out", entry, ("phrasings",), what, fix, "warning")
    for manuscript in corpus.manuscripts:
        own = [strength for strength in found if strength.entry in manuscript.written]
        share = sum(strength.found for strength in own) / max(1, sum(strength.wordings for strength in own))
        if own and share < LEAST:
            worst = ", ".join(s.entry for s in sorted(own, key=lambda s: (s.found / s.wordings, s.entry))[:3])
            what = f"{share:.0%} of the wordings lead to their entry without themselves, fewer than {LEAST:.0%}"
            yield manuscript.fault("leave-one-out", (), what, f"add wordings, first to {worst}", "warning")


def astray(corpus: Corpus) -> tuple[Wording, ...]:
    """Return the wordings that do not get their own entry.

    A wording that the matcher knows as its entry's own is answered so, whatever the scores: only others are asked.
    """
    matcher = corpus.answerer.matcher
    return tuple(
        wording
        for wording in corpus.wordings
        if matcher.exact(matcher.read(wording.text)) != wording.entry.key
        and _reached(corpus.answerer, wording.text) != wording.entry.id
    )


def _reached(answerer: ArticleAnswerer, text: str) -> str | None:
    """Return the id of the entry that a question is answered or declined with; None where it is with none."""
    reply = answerer.answer(text)
    entry = reply.entry if isinstance(reply, Answer | NotSaid) else None
    return entry.id if entry else None


def regressions(corpus: Corpus, found: tuple[Wording, ...]) -> Iterator[Fault]:
    """Yield an error for each wording that went astray."""
    for wording in found:
        got = _reached(corpus.answerer, wording.text) or "no entry"
        what = f"“{short(wording.text)}” of {wording.entry.id} leads to {got}"
        yield corpus.fault("regression", wording.entry, wording.steps, what, "reword it or move it", "error")
