"""What a curator does to entries and sentences: the edits of each change, and what is told of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.curation import unsupported_by
from bot.curation.edit import ArticleField, Edit, RemoveEntry, SetArticle, SetField, edited
from bot.errors import BotError, Fault
from bot.knowledge import Manuscript, plain_spaces, short
from bot.surfaces.web.desk.entries.forms import edits_for, form_in
from bot.surfaces.web.desk.entries.worksheet import Worksheet, number_in, worksheet

TOLD: tuple[ArticleField, ...] = ("title", "publisher", "dateline", "url")
"""What is said of an article itself."""


class UnsupportedError(BotError):
    """Nothing that an entry cites stands behind what it says; the message has one line a fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(f"{fault.what}; {fault.fix}" for fault in faults))


@dataclass(frozen=True, slots=True)
class Change:
    """A change to be made.

    Attributes:
        told: what it did, in a sentence.
        ahead: what is at hand after it, as a query.
        back: what is at hand after it was undone.
    """

    edits: Sequence[Edit]
    told: str
    ahead: Mapping[str, str] = field(default_factory=dict)
    back: Mapping[str, str] = field(default_factory=dict)


def change_in(manuscript: Manuscript, form: Any) -> Change:
    """Return the change that a form asks for.

    Raises:
        LookupError: there is no such change, or nothing of what it is about.
    """
    return _WORKS[str(form.get("do", ""))](manuscript, form)


def proven(manuscript: Manuscript, change: Change) -> Manuscript:
    """Return the file with a change made; nothing is written.

    Raises:
        KnowledgeError: the file would have a fault.
        UnsupportedError: an entry would be approved that says more than what it cites.
        OutputError: the file cannot be changed in place.
    """
    after = edited(manuscript, change.edits)
    faults = unsupported_by(manuscript, after)
    if faults:
        raise UnsupportedError(faults)
    return after


def ahead(change: Change, before: Manuscript, after: Manuscript) -> Mapping[str, str]:
    """Return what is at hand after a change: an entry that is new, else what the change leads to."""
    new = [id_ for id_ in after.written if id_ not in before.written]
    return {"e": new[0], **change.ahead} if new else change.ahead


def _take(manuscript: Manuscript, form: Any) -> Change:
    id_ = str(form["id"])
    told = f"Approved “{_question(manuscript, id_)}”."
    return Change([SetField(id_, "draft", None)], told, _next(manuscript, id_), {"e": id_})


def _drop(manuscript: Manuscript, form: Any) -> Change:
    id_ = str(form["id"])
    wordings = len(manuscript.written[id_][1].phrasings) if id_ in manuscript.written else 0
    told = f"Dropped “{_question(manuscript, id_)}” with {_counted(wordings, 'other wording')}."
    return Change([RemoveEntry(id_)], told, _next(manuscript, id_), {"e": id_})


def _save(manuscript: Manuscript, form: Any) -> Change:
    sent = form_in(form)
    proposal, approved = sent.proposal, sent.approved and "draft" not in form
    edits = edits_for(manuscript, proposal, approved)
    told = f"Saved “{short(proposal.question)}”{'' if approved else ' as a draft'}."
    if proposal.id:
        return Change(edits, told, _next(manuscript, proposal.id), {"e": proposal.id})
    at = {"s": str(form.get("s", ""))}
    beside = str(form.get("gaps", ""))  # the entry beside which it was proposed
    return Change(edits, told, {"e": beside, "gaps": ""} if beside else at, {"e": beside} if beside else at)


def _caption(manuscript: Manuscript, form: Any) -> Change:
    """Mark a line as a caption, or as none; with a caption go the drafts that stand on it, since it is never cited."""
    number, sheet = _sentence(manuscript, form)
    marked = [line.text for line in sheet.lines if line.caption]
    told = "Marked as a caption", "Marked as no caption"
    return _marked("captions", marked, sheet, number, sheet.gone_with_caption(number), told)


def _skipped(manuscript: Manuscript, form: Any) -> Change:
    """Mark a sentence as one that needs no entry, or as one that does; its drafts go."""
    number, sheet = _sentence(manuscript, form)
    marked = [line.text for line in sheet.lines if line.skipped]
    told = "Marked as a sentence that needs no entry", "Marked as a sentence that needs an entry"
    return _marked("skipped", marked, sheet, number, sheet.gone_with_skip(number), told)


def _marked(
    name: ArticleField, marked: Sequence[str], sheet: Worksheet, number: int, drafts: Sequence[str], told: tuple[str, str]
) -> Change:
    """Mark a sentence, and its drafts go; or take the mark away. All sentences of a text are marked together."""
    text = sheet.lines[number - 1].text
    known, at = text in marked, {"s": str(number)}
    left = [one for one in marked if one != text] if known else [*marked, text]
    gone = () if known else drafts
    edits: list[Edit] = [*map(RemoveEntry, gone), SetArticle(name, tuple(dict.fromkeys(left)))]
    return Change(edits, f"{told[known]}{_gone(gone)}.", at, at)


def _about(manuscript: Manuscript, form: Any) -> Change:
    """Say what the article is called, who published it, where and when."""
    article = manuscript.knowledge.article
    told = {name: plain_spaces(str(form.get(name, ""))) for name in TOLD}
    edits = [SetArticle(name, text) for name, text in told.items() if text != getattr(article, name)]
    return Change(edits, "Saved what is told of the article.")


def _sentence(manuscript: Manuscript, form: Any) -> tuple[int, Worksheet]:
    sheet = worksheet(manuscript.knowledge)
    number = number_in(str(form.get("s", "")), len(sheet.lines))
    if not number:
        raise LookupError("sentence")
    return number, sheet


def _gone(drafts: Sequence[str]) -> str:
    return f"; {_counted(len(drafts), 'draft')} of it went" if drafts else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _question(manuscript: Manuscript, id_: str) -> str:
    return short(manuscript.written[id_][1].question) if id_ in manuscript.written else id_


def _next(manuscript: Manuscript, id_: str) -> Mapping[str, str]:
    return {"e": worksheet(manuscript.knowledge).after(id_) or id_}


_WORKS: Mapping[str, Callable[[Manuscript, Any], Change]] = {
    "take": _take, "drop": _drop, "save": _save, "caption": _caption, "skip": _skipped, "about": _about,
}  # fmt: skip
