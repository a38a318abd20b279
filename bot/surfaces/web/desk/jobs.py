"""Long works, begun by a page and watched by it: done one after another in a thread, with how far each is."""

import itertools
import logging
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from bot.errors import BotError

log = logging.getLogger(__name__)

_KEPT = 20  # finished works whose results can still be asked for

Progress = Callable[[str, float], None]
"""Takes what is being done, and how much of the whole is done (0..1); raises where nobody waits for the work any more."""
Kind = tuple[str, str]
"""The article that a work is about, and what is done."""


class StoppedError(Exception):
    """Raised inside a work when the desk ends; nothing shows it."""


class BrokenError(BotError):
    """A work broke for a reason that is nobody's on the page; the log tells it under the same number."""

    def __init__(self) -> None:
        self.number = secrets.token_hex(4)
        super().__init__(f"This broke for a reason that the desk did not foresee. Its log tells more, under {self.number}.")


@dataclass
class Job:
    """A work under way or done.

    Attributes:
        id: what it is asked for by.
        stopped: set when the desk ends.
        then: the address that shows its result.
        tells: whether that address tells why it gave none, too.
        step: what is being done.
        done: the share of the whole that is done, 0..1.
        result: what it gives, or a BotError that tells why it gives nothing.
    """

    id: str
    stopped: threading.Event
    then: str = "/"
    tells: bool = False
    step: str = ""
    done: float = 0.0
    result: Future[Any] = field(default_factory=Future)

    def report(self, step: str, done: float) -> None:
        """Take how far the work is; a work that reports often can be ended soon."""
        if self.stopped.is_set():
            raise StoppedError
        self.step, self.done = step, done


Work = Callable[[Progress], Any]


class Jobs:
    """Runs works one after another, and keeps the results of the last ones."""

    def __init__(self) -> None:
        self._jobs: dict[str, Job] = {}
        self._waiting: dict[Kind, tuple[Job, Work]] = {}
        self._numbers = itertools.count(1)
        self._changed = threading.Condition()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, work: Work, kind: Kind) -> Job:
        """Begin a work, which is given what it reports its progress to.

        It takes the place of one of its kind that still waits for its turn: who asks for that one is given this one.
        """
        with self._changed:
            job = Job(str(next(self._numbers)), self._stopped)
            older, _ = self._waiting.get(kind, (None, None))
            self._jobs = {id_: job if known is older else known for id_, known in self._jobs.items()} | {job.id: job}
            for old in [id_ for id_, known in self._jobs.items() if known.result.done()][:-_KEPT]:
                del self._jobs[old]
            self._waiting[kind] = job, work
            self._changed.notify()
            self._begin()
        return job

    def find(self, id_: str) -> Job:
        """Return a work by its id.

        Raises:
            LookupError: there is none, or it was long ago.
        """
        return self._jobs[id_]

    def close(self) -> None:
        """Begin nothing more, and end what is under way at its next report; it is not waited for."""
        self._stopped.set()
        with self._changed:
            self._changed.notify()

    def _begin(self) -> None:
        """Start the thread. The program may end while it works: whatever is written is written whole or not at all."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="desk", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while following := self._next():
            _do(*following)

    def _next(self) -> tuple[Job, Work] | None:
        """Wait for the next work; None once the desk ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopped.is_set())
            return None if self._stopped.is_set() else self._waiting.pop(next(iter(self._waiting)))


def _do(job: Job, work: Work) -> None:
    try:
        given = work(job.report)
    except (BotError, StoppedError) as error:
        job.result.set_exception(error)
    except Exception as error:
        broken = BrokenError()
        log.exception("work %s broke (%s)", job.id, broken.number)
        broken.__cause__ = error
        job.result.set_exception(broken)
    else:
        job.result.set_result(given)
