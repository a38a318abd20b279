"""What is said where nothing was taken or written: why, and all that would else be lost."""

from aiohttp import web

from bot.surfaces.web.desk.learning.bench import Bench
from bot.surfaces.web.desk.pages import page

CHANGED = "The file was changed meanwhile, by another page or person, and"
"""The beginning of what is told of a file that is no longer the one that was shown."""


async def unwritten(
    request: web.Request, bench: Bench, lines: tuple[str, ...], status: int, typed: tuple[tuple[str, str], ...] = ()
) -> web.Response:
    """Tell why nothing was written, with what was typed, or all that is gathered, which is kept."""
    return await page(request, "unwritten.html", {"lines": lines, "bench": bench, "typed": typed, "place": "learn"}, status)
