"""The first page: what there is to work on."""

import asyncio
from urllib.parse import quote

from aiohttp import web

from bot.errors import KnowledgeError
from bot.surfaces.web.desk.pages import lines_of, page
from bot.surfaces.web.desk.shelf import Shelf
from bot.surfaces.web.desk.state import DESK


async def home(request: web.Request) -> web.StreamResponse:
    """Lead to the only article there is, else list them."""
    names = await asyncio.to_thread(request.app[DESK].shelf.names)
    if len(names) == 1:
        raise web.HTTPSeeOther(f"/of/{quote(names[0], safe='')}/ask")
    waiting = await asyncio.to_thread(lambda: {name: _waiting(request.app[DESK].shelf, name) for name in names})
    fault = await asyncio.to_thread(request.app[DESK].shelf.unreadable)
    values = {"waiting": waiting, "lines": lines_of(fault) if fault else ()}
    return await page(request, "home.html", values, 409 if fault else 200)


def _waiting(shelf: Shelf, name: str) -> int:
    """Return how many drafts of an article wait to be decided; a file that cannot be read has none."""
    try:
        return len(shelf.open(name).knowledge.drafts)
    except (KnowledgeError, LookupError):
        return 0


ROUTES = (web.get("/", home),)
