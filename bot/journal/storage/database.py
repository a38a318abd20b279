"""The database as everyone in the journal uses it: one piece of work, one transaction, and no waiting for one that is down."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from typing import TypeVar

from sqlalchemy import Connection, exc

from bot.errors import JournalError
from bot.journal.migrations import migrate
from bot.journal.storage.engine import engine_of, explain

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0  # seconds

_T = TypeVar("_T")


class Database:
    """An SQLite file or a PostgreSQL database, with its tables brought up to date before anything else is done there.

    Safe to use from several threads.

    Args:
        address: `sqlite:///PATH` or `postgresql://…`.

    Raises:
        JournalError: the address cannot be used.
    """

    def __init__(self, address: str) -> None:
        self._engine = engine_of(address)
        self._breaker = _CircuitBreaker()
        self._migrating = threading.Lock()
        self._migrated = False

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    @property
    def pause(self) -> float:
        """Seconds for which the database is left alone, because it failed; 0.0 while it works."""
        return self._breaker.pause

    def run(self, work: Callable[[Connection], _T], *, immediate: bool = False) -> _T:
        """Return what the work gives, all of it in one transaction.

        Args:
            work: what is done; given a connection.
            immediate: whether it reads before it writes: SQLite must then be locked from the beginning on.

        Raises:
            JournalError: the database cannot be used, or failed a moment ago and is left alone.
            Exception: what else the work raises; the database takes no part of it then.
        """
        self._breaker.enter()
        try:
            self._migrate_once()
            engine = self._engine.execution_options(immediate=True) if immediate else self._engine
            with engine.begin() as connection:
                done = work(connection)
        except (exc.DataError, exc.IntegrityError):
            raise
        except exc.DBAPIError as error:
            explained = explain(self._engine, error)
            self._breaker.failed(str(explained))
            raise explained from None
        except exc.TimeoutError:
            raise JournalError("all connections of the journal are in use") from None
        self._breaker.worked()
        return done

    def erase_remains(self) -> None:
        """Clear what was deleted from the log that SQLite writes first; where that is in use, the next time will."""
        if self.dialect == "sqlite":
            with suppress(sqlite3.Error), closing(self._engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def retry(self) -> None:
        """Try at once what comes next, also where a pause is not over."""
        self._breaker.worked()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def _migrate_once(self) -> None:
        with self._migrating:
            if not self._migrated:
                migrate(self._engine)
                self._migrated = True


class _CircuitBreaker:
    """Keeps everyone from a database that failed, for a pause that doubles for as long as it fails.

    When a pause is over, one may try; the others are kept off until it is known how that went.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._length = 0.0
        self._until = 0.0
        self._trying = False
        self._reason = ""

    @property
    def pause(self) -> float:
        return max(0.0, self._until - time.monotonic()) if self._length else 0.0

    def enter(self) -> None:
        with self._lock:
            if self.pause:
                raise JournalError(self._reason)
            self._until = time.monotonic() + self._length
            self._trying = True

    def failed(self, reason: str) -> None:
        with self._lock:
            if self.pause and not self._trying:  # begun before the failure that is counted already
                return
            self._reason, self._trying = reason, False
            self._length = min(max(self._length * 2, _FIRST_PAUSE), _LONGEST_PAUSE)
            self._until = time.monotonic() + self._length

    def worked(self) -> None:
        with self._lock:
            self._length = 0.0
