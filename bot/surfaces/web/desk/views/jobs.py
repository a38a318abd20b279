"""How far a long work is."""

from aiohttp import web

from bot.errors import BotError
from bot.surfaces.web.desk.pages import lines_of, page
from bot.surfaces.web.desk.state import DESK, Desk


def watch(job: str, then: str) -> web.HTTPSeeOther:
    """Return what leads to the page that watches a work, and from there to the address that shows its result."""
    return web.HTTPSeeOther(f"/job/{job}?then={then}")


def failure(desk: Desk, job: str) -> tuple[str, ...]:
    """Return why a work gave nothing, line by line; nothing where it gave something, is under way, or was long ago."""
    try:
        error = desk.jobs.find(job).result.exception(0) if job else None
    except (LookupError, TimeoutError):
        return ()
    if error and not isinstance(error, BotError):
        raise error
    return lines_of(error) if error else ()


async def show(request: web.Request) -> web.StreamResponse:
    """Show how far a work is; once it is done, lead on to what shows its result."""
    job, then = request.app[DESK].jobs.find(request.match_info["job"]), request.query.get("then", "/")
    if job.result.done():
        raise web.HTTPSeeOther(then if then.startswith("/") and not then.startswith(("//", "/\\")) else "/")
    return await page(request, "job.html", {"job": job, "then": then})


async def state(request: web.Request) -> web.Response:
    """Tell the page's script how far a work is."""
    job = request.app[DESK].jobs.find(request.match_info["job"])
    return web.json_response({"step": job.step, "done": round(job.done, 3), "finished": job.result.done()})


ROUTES = (web.get("/job/{job}", show), web.get("/job/{job}/state", state))
