"""How far a long work is."""

from aiohttp import web

from bot.surfaces.web.desk.pages import page
from bot.surfaces.web.desk.state import DESK


def watch(job: str, then: str) -> web.HTTPSeeOther:
    """Return what leads to the page that watches a work, and from there to the address that shows its result."""
    return web.HTTPSeeOther(f"/job/{job}?then={then}")


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
