"""Gathering cards: what is accepted is proven to fit the file and to stand on its passages, and what fits no more is told."""

from collections.abc import Mapping
from dataclasses import replace

from bot.curation.check import unsupported_in
from bot.curation.edit import AddEntry, edited
from bot.errors import BotError
from bot.knowledge import Manuscript
from bot.surfaces.web.desk.learning.bench import Bench, Taken


class UnsupportedError(BotError):
    """An entry says what nothing in its passages supports; the message says what."""


def prove(manuscript: Manuscript, bench: Bench, id_: str, accepted: Taken) -> None:
    """Prove that a card can be written with those that are gathered, and that it says only what its passages support.

    Raises:
        KnowledgeError, OutputError: it cannot be written.
        UnsupportedError: it is no draft, and says more than its passages.
    """
    others = [one for other, one in bench.fitting.items() if other != id_]
    after = edited(manuscript, [edit for one in (*others, accepted) for edit in one.edits])
    asked = {edit.proposal.question for edit in accepted.edits if isinstance(edit, AddEntry) and not edit.draft}
    new = [entry for entry in after.knowledge.entries if entry.question in asked]
    faults = [f"{fault.what}; {fault.fix}" for fault in unsupported_in(after, new)]
    if faults:
        raise UnsupportedError("\n".join(faults))


def as_draft(accepted: Taken) -> Taken:
    """Return what was accepted as a draft: the bot does not use it before somebody approves it."""
    edits = tuple(replace(edit, draft=True) if isinstance(edit, AddEntry) else edit for edit in accepted.edits)
    return replace(accepted, edits=edits, said=f"a draft, {accepted.said}")


def unfit(manuscript: Manuscript, taken: Mapping[str, Taken]) -> frozenset[str]:
    """Return the ids of the cards whose edits the file, as it is now, takes no more; the others can all be written."""
    if _can_be_written(manuscript, tuple(taken.values())):
        return frozenset()
    kept: list[Taken] = []
    found: set[str] = set()
    for id_, one in taken.items():
        if _can_be_written(manuscript, (*kept, one)):
            kept.append(one)
        else:
            found.add(id_)
    return frozenset(found)


def _can_be_written(manuscript: Manuscript, taken: tuple[Taken, ...]) -> bool:
    try:
        edited(manuscript, [edit for one in taken for edit in one.edits])
    except BotError:
        return False
    return True
