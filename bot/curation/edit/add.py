"""Adds an entry to a knowledge file, unless that would take a question from another entry."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.curation.check import Corpus, Wording, check_manuscripts
from bot.curation.edit.yaml import appended
from bot.errors import Fault, KnowledgeError
from bot.knowledge import Manuscript, id_for, read_curated, read_manuscript
from bot.matching import EncoderName


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that a curator wants to add: with an answer and passages, or with a note."""

    question: str
    answer: str
    note: str
    passages: tuple[str, ...]
    phrasings: tuple[str, ...]
    topic: str
    id: str
    near: tuple[tuple[str, str], ...]

    def entry(self, taken: Sequence[str]) -> dict[str, Any]:
        """Return the entry as it is written; its id is made from the question where none was given."""
        fields: dict[str, Any] = {"id": self.id or id_for(self.question, taken)}
        if self.topic:
            fields["topic"] = self.topic
        fields["question"] = self.question
        if self.phrasings:
            fields["phrasings"] = list(self.phrasings)
        if self.near:
            fields["near"] = dict(self.near)
        fields |= {"answer": self.answer} if self.answer else {"note": self.note}
        if self.passages:
            fields["passages"] = list(self.passages)
        return fields


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


def single_manuscript(path: Path) -> Manuscript:
    """Return the one knowledge file at a path.

    Raises:
        KnowledgeError: it has faults, or there are several.
    """
    manuscripts, faults = read_curated(path)
    if faults:
        raise KnowledgeError(faults)
    if len(manuscripts) > 1:
        files = ", ".join(str(manuscript.path) for manuscript in manuscripts)
        raise KnowledgeError([Fault(path, "file", f"several knowledge files are here: {files}", "name one with --knowledge")])
    return manuscripts[0]


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
    fields = proposal.entry(tuple(manuscript.written))
    text = appended(manuscript.path, manuscript.text, "entries" if proposal.answer else "unanswered", fields)
    after = read_manuscript(manuscript.path, text)
    on_step("asking every question as before")
    before = check_manuscripts([manuscript], (), cache, on_step, encoder)
    on_step("asking every question with the new entry")
    found = check_manuscripts([after], after.faults, cache, on_step, encoder)
    known = {(fault.rule, fault.what) for fault in before.faults}
    new = tuple(fault for fault in found.faults if (fault.rule, fault.what) not in known)
    corpora = zip(before.corpora, found.corpora, strict=False)  # one each, or none where nothing was proven
    taken = tuple(wording for pair in corpora for wording in _taken(*pair, fields["id"]))
    return Addition(fields["id"], text, taken, new)


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
