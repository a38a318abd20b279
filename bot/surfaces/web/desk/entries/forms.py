"""An entry as a form: what is written in it, and the edits that bring it into the file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Any

from bot.curation.draft import propose_wordings
from bot.curation.edit import AddEntry, Edit, Proposal, SetField
from bot.knowledge import Knowledge, Manuscript, Value, plain_spaces
from bot.language import load_pack

NEW = Proposal("", "", "", (), (), "", "", ())
"""An entry of which nothing is written yet."""


@dataclass(frozen=True, slots=True)
class EntryForm:
    """What stands in the form of an entry.

    Attributes:
        written: the entry as it was typed, without the proposed wordings that are ticked.
        taken: those that are ticked.
        approved: whether the bot may answer with it.
        begun: the sentence from which it was begun; its passages held that sentence from the first.
        quoted: whether a note is to quote that sentence too.
        token: what tells this form from the same one in another window.
    """

    written: Proposal
    taken: tuple[str, ...] = ()
    approved: bool = True
    begun: str = ""
    quoted: bool = False
    token: str = field(default_factory=lambda: token_hex(8))

    @property
    def proposal(self) -> Proposal:
        """The entry as it is to be saved: a note says what its sentence does not, and quotes it only where that is wanted."""
        wordings = dict.fromkeys((*self.written.phrasings, *self.taken))
        noted = self.written.note and not self.written.answer and not self.quoted
        passages = () if noted and self.written.passages == (self.begun,) else self.written.passages
        phrasings = tuple(wording for wording in wordings if wording != self.written.question)
        return replace(self.written, phrasings=phrasings, passages=passages)


def form_in(form: Any) -> EntryForm:
    """Return what a form that was sent holds; wordings stand one a line, and so do passages."""
    question, answer, note, topic, begun = (_line(form, name) for name in ("question", "answer", "note", "topic", "begun"))
    passages, phrasings = tuple(_lines(form, "passages")), tuple(_lines(form, "phrasings"))
    return EntryForm(
        Proposal(question, answer, note, passages, phrasings, topic, str(form.get("id", "")), ()),
        taken=tuple(plain_spaces(str(one)) for one in form.getall("proposed", [])),
        approved="approved" in form,
        begun=begun,
        quoted="quoted" in form,
    )


def proposed_for(form: EntryForm, knowledge: Knowledge) -> tuple[tuple[str, bool], ...]:
    """Return wordings that an entry in a form may have too, each with whether it is ticked."""
    proposal = form.written
    if not proposal.question:
        return ()
    pack = load_pack(knowledge.article.language)
    found = propose_wordings(proposal.question, proposal.answer, " ".join(proposal.passages), pack)
    known: Collection[str] = (proposal.question, *proposal.phrasings)
    return tuple((one, one in form.taken) for one in found if one in form.taken or one not in known)


def _line(form: Any, name: str) -> str:
    return plain_spaces(str(form.get(name, "")))


def _lines(form: Any, name: str) -> Iterator[str]:
    return filter(None, map(plain_spaces, str(form.get(name, "")).splitlines()))


def edits_for(manuscript: Manuscript, proposal: Proposal, approved: bool) -> list[Edit]:
    """Return the edits that bring an entry into a file: a new one whole, of one that is there what is different."""
    if proposal.id not in manuscript.written:
        return [AddEntry(proposal, draft=not approved)]
    draft = manuscript.written[proposal.id][1].draft == "true"
    mark = [SetField(proposal.id, "draft", None if approved else "true")] if approved == draft else []
    return [*_changes(manuscript, proposal), *mark]


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
