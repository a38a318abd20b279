"""The bot as a process: starts, stops cleanly on a signal, and says in one line why it could not start."""

import asyncio
import logging
import os
from pathlib import Path

from threadpoolctl import threadpool_limits

from bot.errors import BotError
from bot.journal import OFF, Journal, open_journal
from bot.settings import Settings
from bot.surfaces.discord.client import Connection, OnRecordClient
from bot.surfaces.discord.connection.endpoint import point_to
from bot.surfaces.discord.keeping.kept import Kept
from bot.surfaces.discord.pages.kept import Keeping
from bot.surfaces.discord.process.first import first
from bot.surfaces.discord.process.gateway import Gateway, GatewayDeadError
from bot.surfaces.discord.process.loading.prepare import Build
from bot.surfaces.discord.process.loading.reload import Reloader
from bot.surfaces.discord.process.logs import log_to_stderr
from bot.surfaces.discord.process.measured import MeasuredCooldown, MeasuredInFlight
from bot.surfaces.discord.process.signals import obey
from bot.surfaces.discord.process.supervisor import Supervisor
from bot.surfaces.discord.process.watch import watch
from bot.surfaces.web import Checks, Metrics, serving

_FLUSH = 3.0  # seconds that a stop waits for the journal, after the replies: supervisors kill after ten

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
        _run_with_journal(settings, path, build)
    except GatewayDeadError as error:
        log.error("%s", error)
        raise SystemExit(1) from None
    except BotError as error:
        if settings.log_format == "text":
            raise
        for line in str(error).splitlines():
            log.critical("%s", line)
        raise SystemExit(2) from None


def _run_with_journal(settings: Settings, path: Path, build: Build) -> None:
    texts = settings.journal_questions == "on"
    journal = open_journal(settings.journal_address, key=settings.journal_key, days=settings.journal_days, texts=texts)
    try:
        asyncio.run(_Process(settings, path, build, journal).run())
    finally:
        journal.close(_FLUSH)


def _keeping(settings: Settings) -> Keeping:
    days = None if settings.journal_address == OFF else settings.journal_days
    return Keeping(days, settings.journal_questions == "on")


class _Process:
    """The parts of the process, put together."""

    def __init__(self, settings: Settings, path: Path, build: Build, journal: Journal) -> None:
        self._settings = settings
        self._path = path
        self._supervisor = Supervisor(os.environ)
        self._metrics = Metrics()
        self._metrics.watch_journal(lambda: journal.numbers)
        self._kept = Kept(journal, self._metrics.observe)
        self._cooldown = MeasuredCooldown(self._metrics)
        self._reloader = Reloader(path, build, _keeping(settings), self._supervisor, self._metrics)
        self._gateway = Gateway(self._client, settings, lambda: self._supervisor.ready("Waiting for Discord"))

    async def run(self) -> None:
        """Run until a signal to stop."""
        stop = asyncio.Event()
        obey(stop.set, self._reloader.request)
        self._metrics.count_errors()
        async with serving(self._settings.http_host, self._settings.http_port, self._checks(), self._metrics):
            watching = watch(self._path, self._reloader.reload)
            await first(self._until(stop), self._supervisor.keep_awake(), watching, self._kept.look(), self._answer())
        log.info("Stopped.")

    def _checks(self) -> Checks:
        checks = {"gateway": lambda: self._gateway.connected, "knowledge": lambda: self._reloader.loaded}
        kept = {} if self._settings.journal_address == OFF else {"journal": lambda: self._kept.works}
        return checks | kept

    async def _until(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._supervisor.stopping()

    async def _answer(self) -> None:
        log.info("Preparing the knowledge at %s.", self._path)
        await self._reloader.start()
        with threadpool_limits(1):  # one question is too little work to share: other threads would only spin
            await first(self._gateway.keep(), self._gateway.until_dead())

    def _client(self) -> OnRecordClient:
        in_flight = MeasuredInFlight(self._metrics)
        return OnRecordClient(self._reloader, self._settings, in_flight, self._cooldown, self._kept, self._heard)

    def _heard(self, what: Connection) -> None:
        self._metrics.connections.labels(what).inc()
        if what == "ready":
            self._supervisor.ready("Answering questions")
