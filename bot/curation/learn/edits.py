"""What a way to learn changes in a knowledge file, and how a person words it otherwise."""

from collections.abc import Iterable
from dataclasses import replace

from bot.curation.check import unsupported_in
from bot.curation.edit import AddEntry, AddWording, Edit, Proposal, edited
from bot.curation.learn.lessons import AsAnswer, AsNote, AsWording, Way
from bot.errors import Fault
from bot.knowledge import Manuscript


def edits_of(way: Way) -> tuple[Edit, ...]:
    """Return the edits that a way is; a person has seen its text, so that what it adds is no draft."""
    match way:
        case AsWording(entry=entry, wordings=wordings):
            return tuple(AddWording(entry.id, wording) for wording in wordings)
        case AsNote(note=note):
            return (AddEntry(_proposal(way, note=note)),)
        case AsAnswer(answer=answer, passage=passage):
            return (AddEntry(_proposal(way, answer=answer, passages=(passage.quote,))),)


def supported(manuscript: Manuscript, way: Way) -> tuple[tuple[Edit, ...], tuple[Fault, ...]]:
    """Return the edits that a way is, and what its passages do not support; where that is anything, what it adds is a draft.

    Raises:
        KnowledgeError, OutputError: the file cannot be changed so.
    """
    edits = edits_of(way)
    new = {edit.proposal.question for edit in edits if isinstance(edit, AddEntry)}
    after = edited(manuscript, edits)
    faults = tuple(unsupported_in(after, [entry for entry in after.knowledge.entries if entry.question in new]))
    drafts = (replace(edit, draft=True) if faults and isinstance(edit, AddEntry) else edit for edit in edits)
    return tuple(drafts), faults


def _proposal(way: AsNote | AsAnswer, *, answer: str = "", note: str = "", passages: tuple[str, ...] = ()) -> Proposal:
    return Proposal(
        question=way.question,
        answer=answer,
        note=note,
        passages=passages,
        phrasings=way.wordings,
        topic="",
        id="",
        near=(),
    )


def text_of(way: Way) -> str:
    """Return what of a way a person may word otherwise: an answer, a note, or the wordings, a line each."""
    match way:
        case AsWording(wordings=wordings):
            return "\n".join(wordings)
        case AsNote(note=note):
            return note
        case AsAnswer(answer=answer):
            return answer


def with_text(way: Way, text: str) -> Way:
    """Return a way with that text in other words; of the wordings, lines that are left out are not added."""
    lines = tuple(line for line in map(str.strip, text.splitlines()) if line)
    match way:
        case AsWording():
            return replace(way, wordings=lines)
        case AsNote():
            return replace(way, note=" ".join(lines))
        case AsAnswer():
            return replace(way, answer=" ".join(lines))


def learned(ways: Iterable[Way]) -> int:
    """Return how many questions some ways teach."""
    return sum(len(way.wordings) + (not isinstance(way, AsWording)) for way in ways)
