"""Changes to entries: take, mend, drop, add; and what speaks against one while it is typed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from aiohttp import web

from bot.curation import Remark, remarks
from bot.curation.edit import ArticleField, ChangedMeanwhileError, Edit, Proposal, RemoveEntry, SetArticle, SetField, edited, save
from bot.errors import BotError
from bot.knowledge import Manuscript, plain_spaces
from bot.surfaces.web.desk.entries.forms import edits_for, proposal_in, proposed_for, taken_in
from bot.surfaces.web.desk.entries.worksheet import Worksheet, worksheet
from bot.surfaces.web.desk.pages import fragment, off_loop, refused
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import opened


async def change(request: web.Request) -> web.StreamResponse:
    """Make one change to the file, and lead on to what is at hand next."""
    form = await request.post()
    work = _WORKS.get(str(form.get("do", "")))
    if work is None:
        raise web.HTTPBadRequest(text="No such change.\n")
    try:
        where = await off_loop(lambda: _changed(opened(request), form, work))
    except ChangedMeanwhileError as error:
        return await refused(request, error, _typed(form), 409)
    except BotError as error:
        return await refused(request, error, _typed(form))
    raise web.HTTPSeeOther(f"/of/{quote(request.match_info['name'], safe='')}/article?{urlencode(where)}")


async def typed(request: web.Request) -> web.Response:
    """Tell what speaks against the entry in a form."""
    form = await request.post()

    def work() -> dict[str, Any]:
        found, proposal = opened(request), proposal_in(form)
        proposed = proposed_for(proposal, taken_in(form), found.knowledge)
        return {"remarks": _remarks(found, proposal), "proposed": proposed}

    return web.Response(text=fragment("remarks.html", await off_loop(work)), content_type="text/html")


def _remarks(found: Opened, proposal: Proposal) -> tuple[Remark, ...] | None:
    """Return what speaks against an entry; None while there is too little of it."""
    if not proposal.question or not (proposal.answer or proposal.note):
        return None
    manuscript = _manuscript(found)
    return remarks(found.answerer, manuscript, edits_for(manuscript, proposal, approved=True), proposal)


_Work = Callable[[Opened, Manuscript, Any], tuple[Sequence[Edit], Mapping[str, str]]]
"""Gives the edits of a change, and what is at hand after it."""


def _changed(found: Opened, form: Any, work: _Work) -> Mapping[str, str]:
    manuscript = _manuscript(found)
    if found.knowledge.digest != form.get("digest"):
        raise ChangedMeanwhileError(manuscript.path)
    edits, where = work(found, manuscript, form)
    if edits:
        save(manuscript, edited(manuscript, edits).text)
    return where


def _manuscript(found: Opened) -> Manuscript:
    if found.manuscript is None:
        raise LookupError(found.name)
    return found.manuscript


def _take(found: Opened, _: Manuscript, form: Any) -> tuple[Sequence[Edit], Mapping[str, str]]:
    id_ = str(form["id"])
    return [SetField(id_, "draft", None)], _next(found, id_)


def _drop(found: Opened, _: Manuscript, form: Any) -> tuple[Sequence[Edit], Mapping[str, str]]:
    id_ = str(form["id"])
    return [RemoveEntry(id_)], _next(found, id_)


def _save(found: Opened, manuscript: Manuscript, form: Any) -> tuple[Sequence[Edit], Mapping[str, str]]:
    proposal = proposal_in(form)
    edits = edits_for(manuscript, proposal, approved="approved" in form)
    return edits, _next(found, proposal.id) if proposal.id else {"s": str(form.get("s", ""))}


def _caption(found: Opened, _: Manuscript, form: Any) -> tuple[Sequence[Edit], Mapping[str, str]]:
    """Mark a line as a caption, or as none; with a caption go the drafts that stand on it, since it is never cited."""
    number = int(str(form["s"]))
    sheet = worksheet(found.knowledge)
    marked = [line.number for line in sheet.lines if line.caption]
    drafts = () if number in marked else [RemoveEntry(card.entry.id) for card in sheet.drafts if number in card.sentences]
    return [*drafts, SetArticle("captions", _toggled(sheet, marked, number))], {"s": str(number)}


def _skipped(found: Opened, _: Manuscript, form: Any) -> tuple[Sequence[Edit], Mapping[str, str]]:
    """Mark a sentence as one that needs no entry, or as one that does; its drafts go."""
    number, sheet = int(str(form["s"])), worksheet(found.knowledge)
    marked = [line.number for line in sheet.lines if line.skipped]
    drafts = () if number in marked else [RemoveEntry(card.entry.id) for card in sheet.drafts if card.sentences == (number,)]
    return [*drafts, SetArticle("skipped", _toggled(sheet, marked, number))], {"s": str(number)}


def _toggled(sheet: Worksheet, marked: Sequence[int], number: int) -> tuple[str, ...]:
    """Return the texts of the marked sentences, with one more or one less."""
    wanted = {*marked} ^ {number}
    return tuple(dict.fromkeys(line.text for line in sheet.lines if line.number in wanted))


def _about(found: Opened, _: Manuscript, form: Any) -> tuple[Sequence[Edit], Mapping[str, str]]:
    """Say what the article is called, who published it, where and when."""
    article = found.knowledge.article
    told = {field: plain_spaces(str(form.get(field, ""))) for field in _TOLD}
    return [SetArticle(field, text) for field, text in told.items() if text != getattr(article, field)], {}


def _next(found: Opened, id_: str) -> Mapping[str, str]:
    following = worksheet(found.knowledge).after(id_)
    return {"e": following} if following else {"e": id_}


def _typed(form: Any) -> Mapping[str, str]:
    return {name: str(form[name]) for name in ("question", "answer", "note", "phrasings", "passages") if form.get(name)}


_TOLD: tuple[ArticleField, ...] = ("title", "publisher", "dateline", "url")
_WORKS: Mapping[str, _Work] = {
    "take": _take, "drop": _drop, "save": _save, "caption": _caption, "skip": _skipped, "about": _about,
}  # fmt: skip
ROUTES = (web.post("/of/{name}/entry", change), web.post("/of/{name}/entry/remarks", typed))
