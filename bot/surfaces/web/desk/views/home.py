"""The first page: what there is to work on."""

import asyncio

from aiohttp import web

from bot.surfaces.web.desk.pages import page
from bot.surfaces.web.desk.state import DESK


async def home(request: web.Request) -> web.StreamResponse:
    """Lead to the only article there is, else list them."""
    names = await asyncio.to_thread(request.app[DESK].shelf.names)
    if len(names) == 1:
        raise web.HTTPSeeOther(f"/of/{names[0]}/ask")
    return await page(request, "home.html")


ROUTES = (web.get("/", home),)
