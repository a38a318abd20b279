"""What was asked: a journal of some days in small pictures and lists, to be filtered and taken along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from aiohttp import web

from bot.curation.learn import Filters, Group, OpenQuestion, group
from bot.errors import JournalError
from bot.language import load_pack
from bot.matching import load_encoder
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.learning.plots import HEIGHT, ORDER, WIDTH, columns
from bot.surfaces.web.desk.learning.reading import OFF, Reading, read_for
from bot.surfaces.web.desk.learning.table import csv_of
from bot.surfaces.web.desk.pages import lines_of, off_loop, page
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.web.desk.state import DESK, Desk, opened
from bot.surfaces.web.desk.views.jobs import watch

_FURTHEST = 3650  # days back
_DAYS = 30


@dataclass(frozen=True, slots=True)
class Grouped:
    """What the work of grouping gives."""

    groups: tuple[Group, ...]


async def asked(request: web.Request) -> web.Response:
    """Show what was asked, as far as it passes the filters."""
    filters = filters_of(request.query)
    found, reading = await _read(request, filters)
    groups = _groups(request.app[DESK], request.query.get("groups", ""))
    silence = OFF if reading is None else reading.silence
    values = {
        "opened": found, "reading": reading, "filters": filters, "silence": silence, "groups": groups,
        "query": urlencode(_as_query(filters)),
        "blocks": columns(reading.asked.days) if reading else (), "size": (WIDTH, HEIGHT), "order": ORDER,
    }  # fmt: skip
    return await page(request, "asked.html", values)


async def table(request: web.Request) -> web.Response:
    """Give the same questions as CSV."""
    found, reading = await _read(request, filters_of(request.query))
    text = csv_of(reading.asked.questions if reading else ())
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.name, safe='')}-asked.csv"}
    return web.Response(text=text, content_type="text/csv", charset="utf-8", headers=headers)


async def grouped(request: web.Request) -> web.StreamResponse:
    """Begin to group what got no answer by its meaning."""
    desk, filters = request.app[DESK], filters_of(await request.post())
    found, reading = await _read(request, filters)
    if reading is None:
        raise LookupError
    job = desk.jobs.start(
        lambda progress: Grouped(group_all(found, reading.asked.unanswered, desk, progress)), (found.name, "group")
    )
    where = f"/of/{quote(found.name, safe='')}/asked?{urlencode({**_as_query(filters), 'groups': job.id})}"
    raise watch(job, where)


def group_all(found: Opened, questions: Sequence[OpenQuestion], desk: Desk, progress: Progress) -> tuple[Group, ...]:
    """Return questions without an answer in groups."""
    done = iter(range(1, len(questions) + 1))
    pack, encoder = load_pack(found.knowledge.article.language), load_encoder(desk.encoder, desk.cache)
    return group(questions, pack, encoder, lambda: progress("reading what was asked", next(done) / len(questions)))


def filters_of(given: Mapping[str, Any]) -> Filters:
    """Return the filters that a form holds; what cannot be meant is left out."""
    days = str(given.get("days", ""))
    texts = {name: str(given.get(name, "")).strip() for name in ("outcome", "surface", "entry", "containing")}
    return Filters(days=min(max(int(days), 1), _FURTHEST) if days.isascii() and days.isdigit() else _DAYS, **texts)


def _as_query(filters: Filters) -> dict[str, str]:
    texts = {name: getattr(filters, name) for name in ("outcome", "surface", "entry", "containing")}
    return {"days": str(filters.days), **{name: text for name, text in texts.items() if text}}


async def _read(request: web.Request, filters: Filters) -> tuple[Opened, Reading | None]:
    desk = request.app[DESK]

    def work() -> tuple[Opened, Reading | None]:
        found = opened(request)
        return found, read_for(found, desk.shelf.foreign_ids(found.name), desk.open_journal, filters)

    try:
        return await off_loop(work)
    except JournalError as error:
        told = {"title": "The journal cannot be read", "lines": lines_of(error)}
        shown = await page(request, "told.html", told, 409)
        raise web.HTTPConflict(text=shown.text, content_type="text/html") from None


def _groups(desk: Desk, job: str) -> tuple[Group, ...] | None:
    """Return the groups that a work has found; None where there is none, or it was long ago."""
    try:
        found = desk.jobs.find(job).result if job else None
    except LookupError:
        return None
    given = found.result() if found and found.done() and not found.exception() else None
    return given.groups if isinstance(given, Grouped) else None


ROUTES = (
    web.get("/of/{name}/asked", asked),
    web.get("/of/{name}/asked.csv", table),
    web.post("/of/{name}/asked/groups", grouped),
)
