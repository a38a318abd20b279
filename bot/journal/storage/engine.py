"""Opens the database that an address names: an SQLite file that only its owner reads, or PostgreSQL."""

import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from bot.errors import JournalError

_SQLITE = "sqlite:///"
_PATIENCE = 5  # seconds to wait for another process that writes to the same SQLite file
_PATIENCE_OVER_NETWORK = 2  # seconds for PostgreSQL to connect, to confirm, to work a statement out
_PATIENCE_WITH_WORK = 60  # seconds for PostgreSQL to change tables, or to delete much
_SET_UP = (
    "PRAGMA journal_mode=WAL",  # reading waits for no writing
    "PRAGMA synchronous=FULL",  # what was committed survives a loss of power too
    "PRAGMA secure_delete=ON",  # what was deleted is overwritten, not only unlinked
)
_MENDS = {
    "not a database": "move the file away, or name another in JOURNAL_URL",
    "malformed": "restore the file from a copy, or move it away",
    "full": "free some space on its disk",
    "disk i/o error": "free some space on its disk, and check it",
    "locked": "end the program that holds it",
    "readonly": "check the permissions of the file and its folder",
    "unable to open": "check the permissions of the file and its folder",
}
"""What to do, by a part of the database's own words."""
_REFUSALS = ("authentication failed", "does not exist", "pg_hba.conf")
"""What PostgreSQL says where waiting will not help."""


class UnreachableError(JournalError):
    """PostgreSQL cannot be reached or used now, and may be later."""


def engine_of(address: str) -> Engine:
    """Return the engine for `sqlite:///PATH` or `postgresql://…`; a new file has mode 0600, and a new folder 0700.

    Raises:
        JournalError: the address, the file or its folder cannot be used, or psycopg is missing.
    """
    path = sqlite_path(address)
    return _postgresql(address) if path is None else _sqlite(path)


_SQLITE_PASSING = ("locked", "full", "disk I/O error")
"""What SQLite says where somebody else holds the file, or the disk has no room: the next try may go well."""


def sqlite_path(address: str) -> Path | None:
    """Return the file that an address names; None for PostgreSQL."""
    return Path(address.removeprefix(_SQLITE)) if address.startswith(_SQLITE) else None


def take_time(connection: Connection) -> None:
    """Let the statements of this transaction take a minute: elsewhere PostgreSQL gives up sooner."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{_PATIENCE_WITH_WORK}s'")


def explain(engine: Engine, error: DBAPIError | OSError) -> JournalError:
    """Return what a person reads about a database that cannot be used; never a password."""
    words = str(error.orig if isinstance(error, DBAPIError) else error.strerror).strip().partition("\n")[0]
    mend = next((mend for part, mend in _MENDS.items() if part in words.casefold()), "check it and JOURNAL_URL")
    failed = isinstance(error, OperationalError)
    if engine.dialect.name == "postgresql":
        passes = failed and not any(part in words for part in _REFUSALS)
    else:
        passes = failed and any(part in words for part in _SQLITE_PASSING)
    return (UnreachableError if passes else JournalError)(f"the journal {_place(engine.url)} cannot be used ({words}); {mend}")


def _place(url: URL) -> str:
    return f"{url.database}" if url.get_backend_name() == "sqlite" else f"postgresql://{url.host or ''}/{url.database or ''}"


def _sqlite(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    try:
        _make_file(path)
    except OSError as error:
        raise explain(engine, error) from None
    return engine


def _make_file(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "not a file")  # a pipe would never end
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _set_up(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where `_begin` says, not where the library guesses
    for pragma in _SET_UP:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    """Begin a transaction; one that reads before it writes must take the lock first, or it could lose it in between."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("immediate") else "BEGIN")


def _postgresql(address: str) -> Engine:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(url, connect_args=_own_limits(url), pool_pre_ping=True, pool_timeout=_PATIENCE_OVER_NETWORK)
    except (ArgumentError, ValueError):  # their words may hold the password
        raise JournalError("JOURNAL_URL: not an address; write postgresql://USER:PASSWORD@HOST:PORT/DATABASE") from None
    except ModuleNotFoundError:
        raise JournalError("JOURNAL_URL: PostgreSQL needs psycopg; install onrecord[postgres]") from None
    event.listen(engine, "connect", _limit_statements)
    return engine


def _own_limits(url: URL) -> dict[str, Any]:
    limits = {
        "connect_timeout": _PATIENCE_OVER_NETWORK,
        "tcp_user_timeout": _PATIENCE_OVER_NETWORK * 1000,
        "application_name": "onrecord",
    }
    return {name: value for name, value in limits.items() if name not in url.query}


def _limit_statements(connection: Any, _: Any) -> None:
    connection.execute(f"SET statement_timeout = {_PATIENCE_OVER_NETWORK * 1000}")
    connection.commit()
