"""An entry as a form: what is written in it, and the edits that bring it into the file."""

from collections.abc import Collection, Iterator
from typing import Any

from bot.curation.draft import propose_wordings
from bot.curation.edit import AddEntry, Edit, Proposal, SetField
from bot.knowledge import Knowledge, Manuscript, Value, plain_spaces
from bot.language import load_pack


def proposal_in(form: Any) -> Proposal:
    """Return the entry that a form holds; wordings stand one a line, and so do passages."""
    wordings = dict.fromkeys((*_lines(form, "phrasings"), *taken_in(form)))
    question, answer, note = (plain_spaces(str(form.get(name, ""))) for name in ("question", "answer", "note"))
    return Proposal(
        question=question,
        answer=answer,
        note=note,
        passages=tuple(_lines(form, "passages")),
        phrasings=tuple(wording for wording in wordings if wording != question),
        topic=plain_spaces(str(form.get("topic", ""))),
        id=str(form.get("id", "")),
        near=(),
    )


def taken_in(form: Any) -> tuple[str, ...]:
    """Return the proposed wordings that are ticked in a form."""
    return tuple(plain_spaces(str(one)) for one in form.getall("proposed", []))


def proposed_for(proposal: Proposal, taken: Collection[str], knowledge: Knowledge) -> tuple[tuple[str, bool], ...]:
    """Return wordings that an entry in a form may have too, each with whether it is ticked."""
    if not proposal.question:
        return ()
    pack = load_pack(knowledge.article.language)
    found = propose_wordings(proposal.question, proposal.answer, " ".join(proposal.passages), pack)
    return tuple((one, one in taken) for one in found if one in taken or one not in (proposal.question, *proposal.phrasings))


def _lines(form: Any, name: str) -> Iterator[str]:
    return filter(None, map(plain_spaces, str(form.get(name, "")).splitlines()))


def edits_for(manuscript: Manuscript, proposal: Proposal, approved: bool) -> list[Edit]:
    """Return the edits that bring an entry into a file: a new one whole, of one that is there what is different."""
    if proposal.id not in manuscript.written:
        return [AddEntry(proposal, draft=not approved)]
    return [*_changes(manuscript, proposal), *([SetField(proposal.id, "draft", None)] if approved else [])]


def _changes(manuscript: Manuscript, proposal: Proposal) -> Iterator[Edit]:
    before = written(manuscript, proposal.id)
    for name in ("question", "topic", "answer", "note"):
        value = getattr(proposal, name)
        if value != getattr(before, name):
            yield SetField(proposal.id, name, value or None)
    if proposal.phrasings != before.phrasings:
        yield SetField(proposal.id, "phrasings", list(proposal.phrasings) or None)
    if proposal.passages != before.passages:
        yield SetField(proposal.id, "passages", list(_passages(manuscript, proposal)) or None)


def _passages(manuscript: Manuscript, proposal: Proposal) -> Iterator[Value]:
    """Yield the passages as they are written; one that stays keeps all that is said of it."""
    section, place = manuscript.written[proposal.id][0]
    document: Any = manuscript.document.value
    known = {
        plain_spaces(one if isinstance(one, str) else one["quote"]): one
        for one in document[section][place].get("passages", [])
    }  # fmt: skip
    yield from (known.get(passage, passage) for passage in proposal.passages)


def written(manuscript: Manuscript, id_: str) -> Proposal:
    """Return an entry as it is in a file, to be mended.

    Raises:
        LookupError: there is none of this id.
    """
    _, fields = manuscript.written[id_]
    quotes = (passage if isinstance(passage, str) else passage.quote for passage in fields.passages)
    return Proposal(
        question=fields.question,
        answer=getattr(fields, "answer", ""),
        note=getattr(fields, "note", ""),
        passages=tuple(map(plain_spaces, quotes)),
        phrasings=tuple(fields.phrasings),
        topic="" if "topic" not in fields.model_fields_set else fields.topic,
        id=id_,
        near=tuple(fields.near.items()),
    )
