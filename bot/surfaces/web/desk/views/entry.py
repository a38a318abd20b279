"""Changes to entries: take, mend, drop, add, undo; and what speaks against one while it is typed."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from aiohttp import web

from bot.curation import Remark, remarks
from bot.curation.edit import ChangedMeanwhileError, edited, save
from bot.errors import BotError
from bot.knowledge import Manuscript, read_manuscript
from bot.surfaces.web.desk.entries.changes import ahead, change_in, proven
from bot.surfaces.web.desk.entries.done import Done
from bot.surfaces.web.desk.entries.forms import EntryForm, edits_for, form_in, proposed_for
from bot.surfaces.web.desk.pages import fragment, off_loop
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import DESK, Desk, opened
from bot.surfaces.web.desk.views.article import refused

_UNDONE = "Undone: "
_UNTOLD = 409  # what was typed has been typed further meanwhile


async def change(request: web.Request) -> web.StreamResponse:
    """Make one change to the file, and lead on to what is at hand next; refused, it is all in its form again."""
    form = await request.post()
    work = _undone if form.get("do") == "undo" else _changed
    try:
        where = await off_loop(lambda: work(request.app[DESK], opened(request), form))
    except ChangedMeanwhileError as error:
        return await refused(request, form, error, 409)
    except BotError as error:
        return await refused(request, form, error, 422)
    raise web.HTTPSeeOther(f"/of/{quote(request.match_info['name'], safe='')}/article?{urlencode(where)}")


async def typed(request: web.Request) -> web.Response:
    """Tell what speaks against the entry in a form, unless it was sent anew before its turn came."""
    form = await request.post()
    async with request.app[DESK].turns.of(str(form.get("token", ""))) as wanted:
        if not wanted:
            return web.Response(status=_UNTOLD)
        told = await off_loop(lambda: _looked_at(opened(request), form_in(form)))
    return web.Response(text=fragment("looked_at.html", told), content_type="text/html")


def _looked_at(found: Opened, form: EntryForm) -> dict[str, Any]:
    return {"remarks": _remarks(found, form), "proposed": proposed_for(form, found.knowledge)}


def _remarks(found: Opened, form: EntryForm) -> tuple[Remark, ...] | None:
    """Return what speaks against an entry; None while there is too little of it."""
    proposal, manuscript = form.proposal, _manuscript(found)
    if not proposal.question or not (proposal.answer or proposal.note):
        return None
    return remarks(found.answerer, manuscript, edits_for(manuscript, proposal, approved=True), proposal)


def _changed(desk: Desk, found: Opened, form: Any) -> Mapping[str, str]:
    manuscript = _current(found, form)
    wanted = change_in(manuscript, form)
    if not wanted.edits:
        return wanted.ahead
    after = proven(manuscript, wanted)
    _save(desk, found, after, Done(wanted.told, manuscript.text, after.knowledge.digest, wanted.back))
    return ahead(wanted, manuscript, after)


def _undone(desk: Desk, found: Opened, form: Any) -> Mapping[str, str]:
    """Put the file back to what it was before the last change, as long as nobody has changed it since."""
    manuscript, done = _current(found, form), desk.done.get(found.name)
    if done is None or done.digest != found.knowledge.digest:
        raise ChangedMeanwhileError(manuscript.path)
    before = edited(read_manuscript(manuscript.path, done.before), ())
    _save(desk, found, before, Done(_turned(done.told), manuscript.text, before.knowledge.digest, done.back))
    return done.back


def _turned(told: str) -> str:
    return told.removeprefix(_UNDONE) if told.startswith(_UNDONE) else f"{_UNDONE}{told}"


def _save(desk: Desk, found: Opened, after: Manuscript, done: Done) -> None:
    save(_manuscript(found), after.text)
    desk.done[found.name] = done


def _current(found: Opened, form: Any) -> Manuscript:
    manuscript = _manuscript(found)
    if found.knowledge.digest != form.get("digest"):
        raise ChangedMeanwhileError(manuscript.path)
    return manuscript


def _manuscript(found: Opened) -> Manuscript:
    if found.manuscript is None:
        raise LookupError(found.name)
    return found.manuscript


ROUTES = (web.post("/of/{name}/entry", change), web.post("/of/{name}/entry/remarks", typed))
