"""Pages from templates: everything that is filled in is shown as text, whatever it holds."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

import jinja2
from aiohttp import web
from markupsafe import Markup

from bot.errors import BotError, KnowledgeError
from bot.language import harmless
from bot.surfaces.web.desk.discord_markdown import html
from bot.surfaces.web.desk.state import CSRF, DESK

log = logging.getLogger(__name__)

_T = TypeVar("_T")
_NOTHING: Mapping[str, Any] = MappingProxyType({})
PLACES = (
    ("ask", "Ask and see"),
    ("article", "Article"),
    ("probe", "Probe"),
    ("asked", "What was asked"),
    ("learn", "Learn"),
)
"""The pages about one article, in the order in which they are listed."""


@cache
def _environment() -> jinja2.Environment:
    loader = jinja2.PackageLoader("bot.surfaces.web.desk")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["percent"] = lambda share: f"{100 * share:.0f} %"
    environment.filters["sum_values"] = lambda counts: sum(counts.values())
    environment.filters["seconds"] = lambda seconds: f"{1000 * seconds:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
    environment.filters["discord"] = lambda text: Markup(html(text))  # it escapes what it is given
    environment.globals["places"] = PLACES
    return environment


def fragment(template: str, values: Mapping[str, Any]) -> str:
    """Return a template filled in; a value that it needs and is not given is an error."""
    return _environment().get_template(template).render(values)


async def page(request: web.Request, template: str, values: Mapping[str, Any] = _NOTHING, status: int = 200) -> web.Response:
    """Return a whole page with the desk's frame around it."""
    names = await asyncio.to_thread(request.app[DESK].shelf.names)
    name = request.match_info.get("name", "")
    place = request.path.strip("/").rpartition("/")[2]
    frame = {"names": names, "name": name, "place": place, "csrf": request.app[CSRF]}
    text = fragment(template, {**frame, **values})
    return web.Response(text=text, content_type="text/html", status=status)


async def refused(request: web.Request, error: BotError, kept: Mapping[str, str] = _NOTHING, status: int = 422) -> web.Response:
    """Tell why nothing was written, and give back what was typed: nothing of it may be lost."""
    return await page(request, "refused.html", {"lines": lines_of(error), "kept": kept}, status)


def lines_of(error: BaseException) -> tuple[str, ...]:
    """Return what an error says, line by line, as a page may show it."""
    return tuple(map(harmless, str(error).splitlines()))


async def off_loop(work: Callable[[], _T]) -> _T:
    """Do what takes longer than a moment in another thread; faults of the knowledge and unknown names become pages."""
    return await asyncio.to_thread(work)


@web.middleware
async def told(request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
    """Tell on a page, in words, what cannot be done: a name that nothing has, and faults of the knowledge."""
    try:
        response: web.StreamResponse = await handler(request)
    except LookupError:
        gone = ("There is no such page, or what it was about is gone.",)
        return await page(request, "told.html", {"title": "Not here", "lines": gone}, 404)
    except KnowledgeError as error:
        return await page(request, "told.html", {"title": "To be mended first", "lines": lines_of(error)}, 409)
    except ValueError:  # a number that is none, or far too long
        log.exception("%s %s", request.method, request.rel_url.raw_path)
        senseless = ("Something in this address, or in the form that was sent, cannot be meant. Nothing was changed.",)
        return await page(request, "told.html", {"title": "Not understood", "lines": senseless}, 400)
    return response
