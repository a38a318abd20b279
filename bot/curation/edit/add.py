"""Adds an entry to a knowledge file, unless that would take a question from another entry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.curation.check import Corpus, Wording, check_manuscripts
from bot.curation.edit.edits import AddEntry, Proposal
from bot.curation.edit.saving import edited, new_faults
from bot.errors import Fault, KnowledgeError
from bot.knowledge import Manuscript
from bot.matching import EncoderName


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry on trial: the file's text with it, what keeps it out, and what else check says of it."""

    id: str
    text: str
    taken: tuple[Wording, ...]
    faults: tuple[Fault, ...]

    @property
    def refused(self) -> bool:
        """Whether the entry must not be added as it is."""
        return bool(self.taken) or any(fault.severity == "error" for fault in self.faults)


def try_out(
    manuscript: Manuscript,
    proposal: Proposal,
    cache: Path | None,
    on_step: Callable[[str], object],
    encoder: EncoderName = "use",
) -> Addition:
    """Work out what an entry would do to a sound file; nothing is written. The arguments are those of `check`.

    Raises:
        KnowledgeError: the new entry is not of the form.
        OutputError: the file cannot be changed in place.
    """
    id_ = proposal.entry(manuscript.written)["id"]
    try:
        after = edited(manuscript, [AddEntry(proposal)])
    except KnowledgeError as error:
        if all(fault.rule == "schema" for fault in error.faults):
            raise
        return Addition(id_, "", (), error.faults)
    on_step("asking every question as before")
    before = check_manuscripts([manuscript], (), cache, on_step, encoder)
    on_step("asking every question with the new entry")
    found = check_manuscripts([after], after.faults, cache, on_step, encoder)
    new = new_faults(before.faults, found.faults)
    corpora = zip(before.corpora, found.corpora, strict=False)  # one each, or none where nothing was proven
    taken = tuple(wording for pair in corpora for wording in _taken(*pair, id_))
    return Addition(id_, after.text, taken, new)


def _taken(before: Corpus, after: Corpus, id_: str) -> Iterator[Wording]:
    """Yield the wordings that, left out, found their entry before and would find the new one now."""
    new = next((place for place, entry in enumerate(after.entries) if entry.id == id_), None)
    if new is None:  # its passage was not proven
        return
    entry = after.entries[new]
    rows = {(wording.entry.id, wording.place): row for row, wording in enumerate(after.wordings)}
    firsts = _firsts(after)
    for wording, first in zip(before.wordings, _firsts(before), strict=True):
        own = before.entries[first].id == wording.entry.id
        if own and firsts[rows[wording.entry.id, wording.place]] == new and not after.kinship(wording.entry, entry):
            yield wording


def _firsts(corpus: Corpus) -> list[int]:
    scores = corpus.left_out.scores[: len(corpus.wordings), : len(corpus.entries)]
    return [int(place) for place in np.argmax(scores, axis=1)]
