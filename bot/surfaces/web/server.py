"""The HTTP server: answers GET and HEAD on three paths, and says nothing of what it is made of."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web, web_response

from bot.errors import SettingsError
from bot.surfaces.web.health import Checks, healthz, readyz
from bot.surfaces.web.metrics import Metrics

_IDLE = 15.0  # seconds for which a connection is kept open for another request
_LEAVE = 1.0  # seconds that a stop waits for requests under way

web_response.SERVER_SOFTWARE = "onrecord"  # type: ignore[attr-defined]  # aiohttp's own names its version, and Python's


@asynccontextmanager
async def serving(host: str, port: int | None, checks: Checks, metrics: Metrics) -> AsyncIterator[None]:
    """Serve health and metrics while the block runs; without a port, nothing is served.

    Raises:
        SettingsError: nothing can listen there.
    """
    if port is None:
        yield
        return
    runner = web.AppRunner(_app(checks, metrics), access_log=None, keepalive_timeout=_IDLE, shutdown_timeout=_LEAVE)
    await runner.setup()
    try:
        await _listen(runner, host, port)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        reason = (error.strerror or str(error)).rpartition(": ")[2]
        mend = "choose another port or address, or end what uses this one"
        raise SettingsError(f"HTTP_PORT, HTTP_HOST: cannot listen at {host}:{port} ({reason}); {mend}") from None


def _app(checks: Checks, metrics: Metrics) -> web.Application:
    app = web.Application()
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz(checks))
    app.router.add_get("/metrics", metrics.answer)
    return app
