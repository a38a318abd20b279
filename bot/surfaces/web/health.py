"""Whether the process lives, and whether it can answer."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

Checks = Mapping[str, Callable[[], bool]]
"""What has to be so before the bot can answer: a name for each check, and what tells whether it holds, at once."""
_READY, _NOT_READY = 200, 503


async def healthz(_: web.Request) -> web.Response:
    """Say that the process lives: its event loop got round to this."""
    return web.Response(text="ok\n")


def readyz(checks: Checks) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return what answers with the outcome of every check as JSON; the status is 200 where all hold, else 503."""

    async def answer(_: web.Request) -> web.Response:
        found = {name: check() for name, check in checks.items()}
        return web.json_response(found, status=_READY if all(found.values()) else _NOT_READY)

    return answer
