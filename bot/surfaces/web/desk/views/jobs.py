"""How far a long work is."""

from aiohttp import web

from bot.surfaces.web.desk.jobs import Job
from bot.surfaces.web.desk.pages import lines_of, page
from bot.surfaces.web.desk.state import DESK, Desk


def watch(job: Job, then: str, *, tells: bool = False) -> web.HTTPSeeOther:
    """Return what leads to the page that watches a work, and from there to the address that shows its result.

    Args:
        job: the work.
        then: the address.
        tells: whether what is there tells itself why the work gave nothing.
    """
    job.then, job.tells = then, tells
    return web.HTTPSeeOther(f"/job/{job.id}")


def failure(desk: Desk, job: str) -> tuple[str, ...]:
    """Return why a work gave nothing, line by line; nothing where it gave something, is under way, or was long ago."""
    try:
        error = desk.jobs.find(job).result.exception(0) if job else None
    except (LookupError, TimeoutError):
        return ()
    return lines_of(error) if error else ()


async def show(request: web.Request) -> web.StreamResponse:
    """Show how far a work is; once it is done, lead on to what shows its result, or tell why it gave none."""
    desk = request.app[DESK]
    job = desk.jobs.find(request.match_info["job"])
    told = () if job.tells else failure(desk, job.id)
    if told:
        return await page(request, "failed.html", {"lines": told, "then": job.then}, 409)
    if job.result.done():
        raise web.HTTPSeeOther(job.then)
    return await page(request, "job.html", {"job": job})


async def state(request: web.Request) -> web.Response:
    """Tell the page's script how far a work is."""
    job = request.app[DESK].jobs.find(request.match_info["job"])
    return web.json_response({"step": job.step, "done": round(job.done, 3), "finished": job.result.done()})


ROUTES = (web.get("/job/{job}", show), web.get("/job/{job}/state", state))
