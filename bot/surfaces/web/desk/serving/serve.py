"""The desk served until it is stopped."""

import asyncio
import signal
from collections.abc import Callable

from aiohttp import web

from bot.errors import SettingsError
from bot.surfaces.web.desk.serving.app import desk_app
from bot.surfaces.web.desk.serving.guard import Gate
from bot.surfaces.web.desk.state import Desk

_LONGEST_LINE = 131_072  # bytes of an address; one holds two of the longest questions, each character in up to 12 bytes
_LEAVE = 2.0  # seconds that a stop waits for requests under way


def serve(desk: Desk, gate: Gate, port: int, listening: Callable[[str], object]) -> None:
    """Serve the desk until SIGINT or SIGTERM.

    Args:
        desk: what is served.
        gate: who may come in, and the address to listen at.
        port: the port; 0 for any that is free.
        listening: called with the address to open, once it can be.

    Raises:
        SettingsError: nothing can listen there.
    """
    asyncio.run(_serve(desk, gate, port, listening))


async def _serve(desk: Desk, gate: Gate, port: int, listening: Callable[[str], object]) -> None:
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    runner = web.AppRunner(desk_app(desk, gate), access_log=None, shutdown_timeout=_LEAVE, max_line_size=_LONGEST_LINE)
    await runner.setup()
    try:
        site = web.TCPSite(runner, gate.host, port)
        await _start(site, gate.host, port)
        listening(_address(gate, runner.addresses[0][1]))
        await stopped.wait()
    finally:
        desk.jobs.close()
        await runner.cleanup()


async def _start(site: web.TCPSite, host: str, port: int) -> None:
    try:
        await site.start()
    except OSError as error:
        reason = (error.strerror or str(error)).rpartition(": ")[2]
        raise SettingsError(f"--port, --host: cannot listen at {host}:{port} ({reason}); choose another with --port") from None


def _address(gate: Gate, port: int) -> str:
    host = f"[{gate.host}]" if ":" in gate.host else gate.host
    return f"http://{host}:{port}/" + (f"?token={gate.token}" if gate.token else "")
