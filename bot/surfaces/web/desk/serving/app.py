"""The desk's pages by their addresses."""

from pathlib import Path

from aiohttp import web

from bot.surfaces.web.desk.pages import told
from bot.surfaces.web.desk.serving.guard import Gate
from bot.surfaces.web.desk.state import CSRF, DESK, Desk
from bot.surfaces.web.desk.views import article, ask, asked, entry, home, jobs, learn, new, probe, write

_STATIC = Path(__file__).parent.with_name("static")
_LARGEST = 6_000_000  # bytes of a request; an article may have five million


def desk_app(desk: Desk, gate: Gate) -> web.Application:
    """Return the web application of a desk."""
    app = web.Application(middlewares=[gate.__call__, told], client_max_size=_LARGEST)
    app[DESK], app[CSRF] = desk, gate.csrf
    app.router.add_static("/static", _STATIC)
    views = (home, jobs, new, ask, article, entry, probe, asked, learn, write)
    app.router.add_routes([route for view in views for route in view.ROUTES])
    return app
