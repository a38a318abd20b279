"""Adds an entry to a knowledge file, unless its passages do not support it or it would take a question from another entry."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.curation.check.corpus import Wording
from bot.curation.check.rules import content, style, support
from bot.curation.check.rules.collisions import collisions, unexplained
from bot.curation.edit.edits import AddEntry, Proposal
from bot.curation.edit.saving import edited
from bot.curation.edit.trial import Astray, Known, Taken, Trial, try_wordings
from bot.errors import Fault, KnowledgeError
from bot.knowledge import (
    Manuscript,
    SentenceNumberError,
    as_quote,
    is_sentence_number,
    numbered_passage,
    short,
    wording_key,
    wordings_of,
)
from bot.matching import EncoderName


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry on trial.

    Attributes:
        text: the file's text with it; empty where it cannot be written at all.
        taken: the wordings of other entries that would lead to it.
        faults: what check says of it, errors first.
        draft: whether it is only to be a draft, which the bot does not use.
        left_out: its further wordings that it is added without, each with what speaks against it.
    """

    id: str
    text: str
    taken: tuple[Wording, ...]
    faults: tuple[Fault, ...]
    draft: bool = False
    left_out: Mapping[str, Astray | Known | Taken] = field(default_factory=dict)

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

    A further wording that is there already, that would not lead to the entry, or that would take a question from another one,
    is left out. What an unanswered entry takes from another one is no fault: both are declined.

    Raises:
        KnowledgeError: the new entry is not of the form, or names sentences that the article does not have.
        OutputError: the file cannot be changed in place.
    """
    id_ = str(proposal.entry(manuscript.written)["id"])
    _refuse_numbers(manuscript, proposal)
    proposal, known = _without(proposal, _known(manuscript, proposal, id_))
    try:
        after = edited(manuscript, [AddEntry(proposal, draft)])
    except KnowledgeError as error:
        if all(fault.rule == "schema" for fault in error.faults):
            raise
        return Addition(id_, "", (), error.faults, draft)
    faults = [*_about(after, id_), *_strange_near(manuscript, proposal, id_)]
    if draft or Addition(id_, "", (), tuple(faults)).refused:
        return Addition(id_, after.text, (), _errors_first(faults), draft, known)
    on_step("asking every question with the new entry")
    trial = try_wordings(manuscript, after, cache, encoder)
    proposal, bad = _without(proposal, _bad(trial))
    if bad:
        on_step("asking every question without the wordings that cannot stay")
        after = edited(manuscript, [AddEntry(proposal)])
        trial = try_wordings(manuscript, after, cache, encoder)
    faults = [*_about(after, id_), *_astray(trial, id_), *_competing(trial, id_)]
    taken = tuple(one.wording for one in _harm(trial))
    return Addition(id_, after.text, taken, _errors_first(faults), left_out={**known, **bad})


def _refuse_numbers(manuscript: Manuscript, proposal: Proposal) -> None:
    faults = []
    for passage in filter(is_sentence_number, map(as_quote, proposal.passages)):
        try:
            numbered_passage(passage.quote, manuscript.knowledge.article)
        except SentenceNumberError as error:
            faults.append(Fault(manuscript.path, "proof", error.what, error.fix))
    if faults:
        raise KnowledgeError(faults)


_Why = Astray | Known | Taken


def _without(proposal: Proposal, bad: Mapping[str, _Why]) -> tuple[Proposal, dict[str, _Why]]:
    """Return a proposal without those of its further wordings that cannot stay, and which they are."""
    gone = {text: bad[text] for text in proposal.phrasings if text in bad}
    return replace(proposal, phrasings=tuple(text for text in proposal.phrasings if text not in gone)), gone


def _known(manuscript: Manuscript, proposal: Proposal, id_: str) -> dict[str, _Why]:
    """Return the further wordings that an entry has already, or that are the new one's own question."""
    owners = {
        wording_key(text): owner
        for owner, (_, fields) in manuscript.written.items()
        for text in (fields.question, *(text for texts in wordings_of(fields).values() for text in texts))
    } | {wording_key(proposal.question): id_}
    return {text: Known(owners[key]) for text in proposal.phrasings if (key := wording_key(text)) in owners}


def _bad(trial: Trial) -> dict[str, _Why]:
    harm: dict[str, _Why] = {one.by: one for one in _harm(trial)}
    return harm | {one.wording.text: one for one in trial.astray}


def _harm(trial: Trial) -> Iterator[Taken]:
    """Yield what is taken from another entry where one of the two has an answer."""
    answered = {entry.id: entry.answered for entry in trial.corpus.entries}
    return (one for one in trial.taken if answered[one.taker] or one.wording.entry.answered)


def _errors_first(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.severity != "error"))


def _about(after: Manuscript, id_: str) -> Iterator[Fault]:
    """Yield what check says of one entry as it was written."""
    knowledge = after.knowledge
    entries = tuple(entry for entry in (*knowledge.entries, *knowledge.drafts) if entry.id == id_)
    alone = replace(after, knowledge=replace(knowledge, entries=entries, drafts=()))
    for rule in (support.unsupported, support.denying, content.cut_words, style.answers, style.notes, content.few_wordings):
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
