"""The bot as a process: starts, stops cleanly on a signal, and says in one line why it could not start."""

import asyncio
import logging
import os
from pathlib import Path

from threadpoolctl import threadpool_limits

from bot.errors import BotError
from bot.settings import Settings
from bot.surfaces.discord.client import Connection, OnRecordClient
from bot.surfaces.discord.connection.endpoint import point_to
from bot.surfaces.discord.process.first import first
from bot.surfaces.discord.process.gateway import Gateway, GatewayDeadError
from bot.surfaces.discord.process.logs import log_to_stderr
from bot.surfaces.discord.process.measured import MeasuredCooldown, MeasuredInFlight
from bot.surfaces.discord.process.prepare import Build
from bot.surfaces.discord.process.reload import Reloader
from bot.surfaces.discord.process.signals import obey
from bot.surfaces.discord.process.supervisor import Supervisor
from bot.surfaces.discord.process.watch import watch
from bot.surfaces.web import Checks, Metrics, serving

log = logging.getLogger(__name__)


def run(settings: Settings, path: Path, build: Build) -> None:
    """Run the bot until a signal ends it.

    Args:
        settings: how to run it.
        path: where its knowledge is.
        build: makes what answers from the knowledge.

    Raises:
        BotError: something that a person has to mend: the knowledge, a setting, the token.
        SystemExit: with code 1 where Discord is lost, and a new process may find it; with code 2 instead of a BotError where
            the log is JSON, which holds its line then.
    """
    log_to_stderr(settings)
    point_to(settings.api_base)
    try:
        asyncio.run(_Process(settings, path, build).run())
    except GatewayDeadError as error:
        log.error("%s", error)
        raise SystemExit(1) from None
    except BotError as error:
        if settings.log_format == "text":
            raise
        for line in str(error).splitlines():
            log.critical("%s", line)
        raise SystemExit(2) from None


class _Process:
    """The parts of the process, put together."""

    def __init__(self, settings: Settings, path: Path, build: Build) -> None:
        self._settings = settings
        self._path = path
        self._supervisor = Supervisor(os.environ)
        self._metrics = Metrics()
        self._cooldown = MeasuredCooldown(self._metrics)
        self._reloader = Reloader(path, build, self._supervisor, self._metrics)
        self._gateway = Gateway(self._client, settings, lambda: self._supervisor.ready("Waiting for Discord"))

    async def run(self) -> None:
        """Run until a signal to stop."""
        stop = asyncio.Event()
        obey(stop.set, self._reloader.request)
        self._metrics.count_errors()
        checks: Checks = {"gateway": lambda: self._gateway.connected, "knowledge": lambda: self._reloader.loaded}
        async with serving(self._settings.http_host, self._settings.http_port, checks, self._metrics):
            watching = watch(self._path, self._reloader.reload)
            await first(self._until(stop), self._supervisor.keep_awake(), watching, self._answer())
        log.info("Stopped.")

    async def _until(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._supervisor.stopping()

    async def _answer(self) -> None:
        log.info("Preparing the knowledge at %s.", self._path)
        await self._reloader.start()
        with threadpool_limits(1):  # one question is too little work to share: other threads would only spin
            await first(self._gateway.keep(), self._gateway.until_dead())

    def _client(self) -> OnRecordClient:
        return OnRecordClient(
            self._reloader, self._settings.api_base, MeasuredInFlight(self._metrics), self._cooldown, self._heard
        )

    def _heard(self, what: Connection) -> None:
        self._metrics.connections.labels(what).inc()
        if what == "ready":
            self._supervisor.ready("Answering questions")
