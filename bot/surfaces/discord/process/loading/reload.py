"""The knowledge that is served: loaded at the start, loaded anew on demand, and exchanged whole or not at all."""

import asyncio
import gc
import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.errors import Fault, KnowledgeError
from bot.knowledge import Knowledge, load_all
from bot.language import harmless
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.pages.kept import Keeping
from bot.surfaces.discord.process.loading.prepare import Build, fill_cache, prepare
from bot.surfaces.discord.process.supervisor import Supervisor
from bot.surfaces.web import Metrics

_DIGITS = 12  # of a hash: enough to compare by eye

log = logging.getLogger(__name__)


class Reloader:
    """Loads the knowledge and serves it.

    Args:
        path: where the knowledge is.
        build: makes what answers from it.
        keeping: what is kept of what it is asked.
        supervisor: is told when it is loaded anew.
        metrics: count what is refused, and name what is served.

    Attributes:
        refused: why some of the newest knowledge is not served, one line a fault; none where all of it is.
    """

    def __init__(self, path: Path, build: Build, keeping: Keeping, supervisor: Supervisor, metrics: Metrics) -> None:
        self.refused: Sequence[str] = ()
        self._path = path
        self._build = build
        self._keeping = keeping
        self._supervisor = supervisor
        self._metrics = metrics
        self._library: tuple[Knowledge, ...] = ()
        self._controller: Controller | None = None
        self._running: asyncio.Task[Any] | None = None
        self._queued: asyncio.Task[Any] | None = None

    @property
    def loaded(self) -> bool:
        """Whether there is knowledge to serve."""
        return self._controller is not None

    @property
    def controller(self) -> Controller:
        """Answers from the knowledge that is served."""
        assert self._controller, "nobody asks before the knowledge is loaded"
        return self._controller

    async def start(self) -> None:
        """Load the knowledge for the first time; what of it has faults is left out.

        Raises:
            KnowledgeError: none of it can be used; with every fault.
        """
        self._running = asyncio.create_task(self._load())
        await self._running

    async def reload(self) -> None:
        """Load the knowledge anew and serve it; if it cannot be used, its faults are kept and the old one serves on."""
        await asyncio.shield(self.request())

    def request(self) -> "asyncio.Task[Any]":
        """Begin a reload, or queue it after the one that runs; one that waits already does for all who ask meanwhile."""
        if self._queued is None:
            self._queued = asyncio.create_task(self._reload_after(self._running))
        return self._queued

    async def _reload_after(self, before: "asyncio.Task[Any] | None") -> None:
        if before:
            await asyncio.wait([before])
        self._running, self._queued = self._queued, None
        log.info("Loading the knowledge at %s anew.", self._path)
        self._supervisor.reloading()
        await self._reload()
        self._supervisor.ready("Answering questions")

    async def _reload(self) -> None:
        try:
            await self._load()
        except KnowledgeError as error:
            self._refuse(error.faults)
        except Exception as error:
            log.exception("The knowledge could not be loaded anew")
            self._tell([f"{self._path.name}: cannot be loaded ({type(error).__name__}); the log says more"])

    async def _load(self) -> None:
        """Load what has no faults, and serve it where it is not what is served already.

        Raises:
            KnowledgeError: nothing can be used, or was before; with every fault.
        """
        library = await asyncio.to_thread(load_all, self._path, self._library)  # a bad file is refused at once
        if library.knowledge != self._library or not library.faults:
            if self.loaded:
                await fill_cache(self._path)
            self._serve(library.knowledge, await prepare(library.knowledge, self._build, self._keeping))
        if library.faults:
            self._refuse(library.faults)

    def _refuse(self, faults: Sequence[Fault]) -> None:
        for fault in faults:
            log.error("Refused: %s", harmless(str(fault)))
        self._tell([harmless(str(replace(fault, path=Path(fault.path.name)))) for fault in faults])

    def _tell(self, refused: Sequence[str]) -> None:
        self.refused = refused
        self._metrics.refused.inc()
        log.warning("Not all of %s can be used; what has no faults, or was loaded before, is served.", self._path)

    def _serve(self, library: tuple[Knowledge, ...], controller: Controller) -> None:
        """Exchange what is served: whoever asks from now on asks the new one, and questions under way keep the old one."""
        self._library, self._controller, self.refused = library, controller, ()
        self._metrics.serves({knowledge.article.name: knowledge.digest for knowledge in library})
        for knowledge in library:
            log.info("Serving %s", _described(knowledge))
        gc.unfreeze()
        gc.collect()
        gc.freeze()  # the knowledge stays for long: a collection that looks at all of it would hold up every reply


def _described(knowledge: Knowledge) -> str:
    """Return what knowledge it is, as one line: its name, how much it holds, and its hash."""
    unanswered = sum(not entry.answered for entry in knowledge.entries)
    wordings = sum(1 + len(entry.phrasings) for entry in knowledge.entries)
    counts = f"{len(knowledge.entries)} entries ({unanswered} unanswered), {wordings} wordings"
    return f"{knowledge.article.name}: {counts}, SHA-256 {knowledge.digest[:_DIGITS]}."
