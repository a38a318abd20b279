"""Remarks on an entry while it is written: what speaks against it, at once and about it alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answering import Answer, Answerer, NotSaid
from bot.curation.check.rules import style, support
from bot.curation.edit import Edit, Proposal, edited
from bot.errors import Fault, KnowledgeError
from bot.knowledge import Entry, Manuscript, plain_spaces, short
from bot.language import tokenise

_FEWEST = 5  # wordings; with fewer, an entry is found by chance
_MOST = 40  # wordings that are asked; asking takes time, and somebody waits for it
_SURE = 0.5  # confidence of another entry's reply from which a wording counts as taken


@dataclass(frozen=True, slots=True)
class Remark:
    """What speaks against an entry, and how to mend it; a refusal keeps it out of the file."""

    what: str
    fix: str
    refusal: bool = False


def remarks(answerer: Answerer, manuscript: Manuscript, edits: Sequence[Edit], proposal: Proposal) -> tuple[Remark, ...]:
    """Return what speaks against an entry that is being written, the refusals first.

    Args:
        answerer: answers from the file as it is.
        manuscript: the file as it is.
        edits: what would bring the entry into it.
        proposal: the entry as it would be; its id is that of the one it takes the place of.
    """
    try:
        after = edited(manuscript, edits)
    except KnowledgeError as error:
        return tuple(Remark(fault.what, fault.fix, refusal=True) for fault in error.faults)
    changed = proposal.id if proposal.id in after.written else next(iter(after.written.keys() - manuscript.written.keys()), "")
    found = [*_of_rules(after, changed), *_taken(answerer, proposal)]
    wordings = len(proposal.phrasings) + 1
    if wordings < _FEWEST:
        found.append(Remark(f"{wordings} of the {_FEWEST} wordings by which an entry is found", "write more"))
    if wordings > _MOST:
        found.append(Remark(f"{wordings - _MOST} of its {wordings} wordings were not asked here", "run check once it is saved"))
    return tuple(found)


def unsupported_by(before: Manuscript, after: Manuscript) -> tuple[Fault, ...]:
    """Return what nothing stands behind in the approved entries that are new in a file, or say something new."""
    known = {(entry.id, entry.answer, entry.note, entry.passages) for entry in before.knowledge.entries}
    changed = [
        entry for entry in after.knowledge.entries if (entry.id, entry.answer, entry.note, entry.passages) not in known
    ]  # fmt: skip
    return tuple(support.unsupported_in(after, changed))


def _of_rules(after: Manuscript, id_: str) -> Iterator[Remark]:
    """Yield what the rules on support and style say of one entry; those on style look at it alone."""
    own = tuple(entry for entry in after.knowledge.entries if entry.id == id_)
    alone = replace(after, knowledge=replace(after.knowledge, entries=own))
    faults = (*support.unsupported_in(after, own), *style.answers(alone), *style.notes(alone))
    yield from (Remark(fault.what, fault.fix) for fault in faults)


def _taken(answerer: Answerer, proposal: Proposal) -> Iterator[Remark]:
    """Yield the wordings that another entry answers, or declines, and the twins among them."""
    seen: dict[tuple[str, ...], str] = {}
    for wording in (proposal.question, *proposal.phrasings)[:_MOST]:
        words = tokenise(wording)
        if words in seen:
            yield Remark(f"“{short(wording)}” says the same as “{short(seen[words])}”", "leave one out")
        seen.setdefault(words, wording)
        reply = answerer.answer(wording, explained=False)
        other = reply.entry if isinstance(reply, Answer | NotSaid) and reply.confidence >= _SURE else None
        if other and other.id != proposal.id and not _same_proof(other, proposal):
            yield Remark(f"“{short(wording)}” gets {other.id} now: “{short(other.question)}”", "word it so that only one fits")


def _same_proof(other: Entry, proposal: Proposal) -> bool:
    """Say whether another entry stands on what this one stands on: either is a good reply then."""
    own = {plain_spaces(passage) for passage in proposal.passages}
    return bool(proposal.answer) and any(plain_spaces(passage.quote) in own for passage in other.passages)
