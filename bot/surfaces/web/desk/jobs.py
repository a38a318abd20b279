"""Long works, begun by a page and watched by it: each in a thread of its own, with how far it is."""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

_KEPT = 20  # finished works whose results can still be asked for

Progress = Callable[[str, float], None]
"""Takes what is being done, and how much of the whole is done (0..1)."""


@dataclass
class Job:
    """A work under way or done.

    Attributes:
        id: what it is asked for by.
        step: what is being done.
        done: the share of the whole that is done, 0..1.
        result: what it gives, or why it gives nothing.
    """

    id: str
    step: str = ""
    done: float = 0.0
    result: Future[Any] = field(default_factory=Future)

    def report(self, step: str, done: float) -> None:
        """Take how far the work is."""
        self.step, self.done = step, done


class Jobs:
    """Runs works one after another, and keeps the results of the last ones."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._jobs: dict[str, Job] = {}
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()

    def start(self, work: Callable[[Progress], Any]) -> Job:
        """Begin a work; it is given what it reports its progress to."""
        with self._lock:
            job = Job(str(next(self._numbers)))
            self._jobs[job.id] = job
            for old in [one for one in self._jobs.values() if one.result.done()][:-_KEPT]:
                del self._jobs[old.id]
        job.result = self._pool.submit(work, job.report)
        return job

    def find(self, id_: str) -> Job:
        """Return a work by its id.

        Raises:
            LookupError: there is none, or it was long ago.
        """
        return self._jobs[id_]

    def close(self) -> None:
        """Begin nothing more; what is under way is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)
