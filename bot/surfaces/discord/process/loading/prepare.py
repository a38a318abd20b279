"""Knowledge made ready to be asked: in another thread, and what takes long of it in another process."""

import asyncio
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bot.answering import Answerer
from bot.knowledge import Knowledge
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.pages.kept import Keeping

Texts = Iterable[str]
Build = Callable[[Sequence[Knowledge], Callable[[Texts], Texts]], Answerer]
"""Makes what answers from a library; the function it is given is put around the texts that a long work goes through."""
_NICE = 10  # of a process whose work nobody waits for

log = logging.getLogger(__name__)


class _StoppedError(Exception):
    """Nobody waits for the knowledge any more."""


async def prepare(library: Sequence[Knowledge], build: Build, keeping: Keeping) -> Controller:
    """Build all that a question may need, in another thread, which ends soon after this is cancelled.

    Discord waits three seconds for a reply.
    """
    stopped = threading.Event()
    try:
        return await asyncio.to_thread(_prepare, library, build, keeping, stopped)
    except asyncio.CancelledError:
        stopped.set()
        raise


def _prepare(library: Sequence[Knowledge], build: Build, keeping: Keeping, stopped: threading.Event) -> Controller:
    def check(_: str) -> None:
        if stopped.is_set():
            raise _StoppedError

    def checked(texts: Texts) -> Texts:
        for text in texts:
            check(text)
            yield text

    begun = time.monotonic()
    answerer = build(library, checked)
    answerer.prepare(check)
    controller = Controller(answerer, keeping)
    log.info("Prepared %d knowledge files and articles in %.1f s.", len(library), time.monotonic() - begun)
    return controller


async def fill_cache(path: Path) -> None:
    """Build the indexes of the knowledge at a path in another process, which leaves them in the cache.

    A thread would hold up the replies that go on meanwhile. If it fails, whoever prepares the knowledge finds out why.
    """
    command = [sys.executable, "-P", "-m", "bot", "prepare", "--knowledge", str(path)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        if hasattr(os, "setpriority"):  # not on Windows
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICE)
        await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
