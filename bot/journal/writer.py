"""Writes rows in a thread of its own, so that no reply waits for a disk or a network."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, Executable

from bot.errors import JournalError
from bot.journal.records import Numbers
from bot.journal.storage.database import Database

CAPACITY = 10_000
"""Rows that wait at most; those that come while as many wait are lost."""
_BATCH = 500  # rows of one transaction
_RETRY = 0.5  # seconds until what failed is tried again, at least
_BETWEEN_LINES = 60.0  # seconds between two lines about losses

log = logging.getLogger(__name__)


class _Row:
    """What is stored by which statement, and what becomes of it."""

    def __init__(self, statement: Executable, values: Mapping[str, Any]) -> None:
        self.statement = statement
        self.values = values
        self.stored: Future[bool] = Future()
        self.stored.set_running_or_notify_cancel()  # who no longer waits for it takes nothing back


class Writer:
    """A bounded queue of rows and the thread that stores them in order, as many in one transaction as wait.

    While the database fails rows wait, and it is tried again after growing pauses. Rows that find the queue full, or that
    the database will not have, are lost: that is counted, and logged once a minute.

    Args:
        database: where to.
        chore: what else is done in this thread, every so many seconds.
        every: those seconds.
        capacity: the rows that may wait.
    """

    def __init__(self, database: Database, chore: Callable[[], object], every: float, capacity: int = CAPACITY) -> None:
        self._database = database
        self._chore, self._every = chore, every
        self._due = time.monotonic() + every
        self._capacity = capacity
        self._rows: deque[_Row] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._singly = 0  # rows to store one by one, because one of them is refused
        self._kept = self._lost = 0
        self._failing = False
        self._told = -_BETWEEN_LINES
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    @property
    def numbers(self) -> Numbers:
        """How many rows wait, are stored, are lost."""
        with self._changed:
            return Numbers(len(self._rows), self._kept, self._lost)

    def put(self, statement: Executable, values: Mapping[str, Any]) -> "Future[bool]":
        """Take a row without waiting; the future tells whether it is stored for good (True) or lost (False).

        Args:
            statement: stores the row; the same object for all rows of a kind, so that they are stored together.
            values: what it stores.
        """
        row = _Row(statement, values)
        with self._changed:
            refused = self._closing or len(self._rows) >= self._capacity
            if not refused:
                self._rows.append(row)
                self._changed.notify_all()
        if refused:
            self._lose([row], "the queue is full")
        return row.stored

    def flush(self, timeout: float) -> bool:
        """Wait until all that was put before is stored or lost; return False if that takes longer than so many seconds."""
        with self._changed:
            last = self._rows[-1] if self._rows else None
        if last is None:
            return True
        try:
            last.stored.result(timeout)
        except TimeoutError:
            return False
        return True

    def close(self, timeout: float) -> None:
        """Store what waits, and end; what is not stored by so many seconds, or by one last try, is lost."""
        self._database.retry()
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        if self._lost or self._rows:
            log.warning("Journal: closed; rows stored: %d, lost: %d.", self._kept, self._lost + len(self._rows))

    def _run(self) -> None:
        while not (self._closing and not self._rows):
            if time.monotonic() >= self._due:
                self._due = time.monotonic() + self._every
                self._do_chore()
            batch = self._next_batch()
            if batch:
                self._store(batch)

    def _next_batch(self) -> list[_Row]:
        """Wait for rows, or for the chore to be due."""
        with self._changed:
            self._changed.wait_for(lambda: self._rows or self._closing, max(0.0, self._due - time.monotonic()))
            return list(islice(self._rows, 1 if self._singly else _BATCH))

    def _do_chore(self) -> None:
        try:
            self._chore()
        except Exception as error:
            self._tell(_reason(error))

    def _store(self, batch: list[_Row]) -> None:
        try:
            self._database.run(lambda connection: _execute(connection, batch))
        except JournalError as error:
            self._wait_or_give_up(str(error))
        except Exception as error:  # a row failed, not the database: only that one is lost
            if len(batch) == 1:
                self._lose(self._take(batch), _reason(error))
            else:
                self._singly = len(batch)
        else:
            self._keep(self._take(batch))

    def _take(self, batch: list[_Row]) -> list[_Row]:
        with self._changed:
            for _ in batch:
                self._rows.popleft()
        self._singly = max(0, self._singly - len(batch))
        return batch

    def _keep(self, batch: list[_Row]) -> None:
        self._kept += len(batch)
        for row in batch:
            row.stored.set_result(True)
        if self._failing:
            self._failing = False
            log.warning("Journal: works again; rows waiting: %d, lost: %d.", len(self._rows), self._lost)

    def _wait_or_give_up(self, reason: str) -> None:
        self._failing = True
        self._tell(reason)
        if self._closing:
            self._lose(self._take(list(self._rows)), reason)
            return
        with self._changed:
            self._changed.wait_for(lambda: self._closing, max(self._database.pause, _RETRY))

    def _lose(self, rows: list[_Row], reason: str) -> None:
        with self._changed:
            self._lost += len(rows)
        self._tell(reason)
        for row in rows:
            row.stored.set_result(False)

    def _tell(self, reason: str) -> None:
        if time.monotonic() - self._told >= _BETWEEN_LINES:
            self._told = time.monotonic()
            log.warning("Journal: %s; rows waiting: %d, lost: %d.", reason, len(self._rows), self._lost)


def _execute(connection: Connection, batch: list[_Row]) -> None:
    for statement, rows in groupby(batch, lambda row: row.statement):
        connection.execute(statement, [row.values for row in rows])


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, JournalError) else f"a row is refused ({type(error).__name__})"
