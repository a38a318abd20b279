"""The first page: what there is to work on."""

import asyncio
from urllib.parse import quote

from aiohttp import web

from bot.surfaces.web.desk.pages import lines_of, page
from bot.surfaces.web.desk.state import DESK


async def home(request: web.Request) -> web.StreamResponse:
    """Lead to the only article there is, else list them."""
    names = await asyncio.to_thread(request.app[DESK].shelf.names)
    if len(names) == 1:
        raise web.HTTPSeeOther(f"/of/{quote(names[0], safe='')}/ask")
    fault = await asyncio.to_thread(request.app[DESK].shelf.unreadable)
    return await page(request, "home.html", {"lines": lines_of(fault) if fault else ()}, 409 if fault else 200)


ROUTES = (web.get("/", home),)
