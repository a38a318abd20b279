"""Adds an entry to a knowledge file, unless its passages do not support it or it would take a question from another entry."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.curation.check.corpus import Wording
from bot.curation.check.rules import content, style, support
from bot.curation.check.rules.collisions import collisions, unexplained
from bot.curation.edit.edits import AddEntry, Proposal
from bot.curation.edit.saving import edited
from bot.curation.edit.trial import Trial, try_wordings
from bot.errors import Fault, KnowledgeError
from bot.knowledge import Manuscript, short
from bot.matching import EncoderName


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry on trial.

    Attributes:
        text: the file's text with it; empty where it cannot be written at all.
        taken: the wordings of other entries that would lead to it.
        faults: what check says of it, errors first.
        draft: whether it is only to be a draft, which the bot does not use.
    """

    id: str
    text: str
    taken: tuple[Wording, ...]
    faults: tuple[Fault, ...]
    draft: bool = False

    @property
    def refused(self) -> bool:
        """Whether the entry must not be added as it is."""
        return bool(self.taken) or self.unsupported or any(fault.severity == "error" for fault in self.faults)

    @property
    def unsupported(self) -> bool:
        """Whether it is an answer with something that its passages do not say, and no draft."""
        return not self.draft and any(
            fault.rule == "support" and f" in the answer of {self.id} " in fault.what for fault in self.faults
        )


def try_out(
    manuscript: Manuscript,
    proposal: Proposal,
    cache: Path | None,
    on_step: Callable[[str], object],
    encoder: EncoderName = "use",
    draft: bool = False,
) -> Addition:
    """Work out what an entry would do to a sound file; nothing is written. The arguments are those of `check`.

    Raises:
        KnowledgeError: the new entry is not of the form.
        OutputError: the file cannot be changed in place.
    """
    id_ = str(proposal.entry(manuscript.written)["id"])
    try:
        after = edited(manuscript, [AddEntry(proposal, draft)])
    except KnowledgeError as error:
        if all(fault.rule == "schema" for fault in error.faults):
            raise
        return Addition(id_, "", (), error.faults, draft)
    faults = [*_about(after, id_), *_strange_near(manuscript, proposal, id_)]
    if draft or Addition(id_, "", (), tuple(faults)).refused:
        return Addition(id_, after.text, (), _errors_first(faults), draft)
    on_step("asking every question with the new entry")
    trial = try_wordings(manuscript, after, cache, encoder)
    faults += [*_astray(trial, id_), *_competing(trial, id_)]
    return Addition(id_, after.text, tuple(one.wording for one in trial.taken), _errors_first(faults))


def _errors_first(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.severity != "error"))


def _about(after: Manuscript, id_: str) -> Iterator[Fault]:
    """Yield what check says of one entry as it was written."""
    knowledge = after.knowledge
    entries = tuple(entry for entry in (*knowledge.entries, *knowledge.drafts) if entry.id == id_)
    alone = replace(after, knowledge=replace(knowledge, entries=entries, drafts=()))
    for rule in (support.unsupported, content.cut_words, style.answers, style.notes, content.few_wordings):
        yield from rule(alone)


def _strange_near(manuscript: Manuscript, proposal: Proposal, id_: str) -> Iterator[Fault]:
    for near, _ in proposal.near:
        if near not in manuscript.written:
            what = f"{short(near)} under near in {id_} is not another entry"
            yield Fault(manuscript.path, "collisions", what, "name an entry's id, or leave it out")


def _astray(trial: Trial, id_: str) -> Iterator[Fault]:
    for one in trial.astray:
        what = f"“{short(one.wording.text)}” of {id_} leads to {one.reached or 'no entry'}"
        yield trial.corpus.fault("regression", one.wording.entry, one.wording.steps, what, "reword it or move it", "error")


def _competing(trial: Trial, id_: str) -> Iterator[Fault]:
    found = tuple(pair for pair in collisions(trial.corpus) if id_ in (pair.one.entry.id, pair.other.entry.id))
    yield from (fault for fault in unexplained(trial.corpus, found) if fault.severity == "warning")
