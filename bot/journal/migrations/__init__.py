"""Brings a database's tables up to date, by one file of `versions` a change; several processes may begin at once."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from bot.errors import JournalError
from bot.journal.storage.engine import take_time

VERSION_TABLE = "journal_version"
_LOCK = 0x0C0DE  # the number of PostgreSQL's advisory lock while tables change

logging.getLogger("alembic").setLevel(logging.WARNING)


def config() -> Config:
    """Return Alembic's configuration: where the migrations are."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return found


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, in one transaction; the rows stay.

    Raises:
        JournalError: a newer version of the program has been here.
    """
    script = ScriptDirectory.from_config(config())
    with engine.connect() as connection:
        current = _current(connection)
    if current == script.get_current_head():
        return
    if current is not None and current not in {known.revision for known in script.walk_revisions()}:
        raise JournalError(f"the journal was written by a newer version of this program ({current}); update, or name another")
    with engine.connect().execution_options(immediate=True) as connection, connection.begin():
        _take_turns(connection)
        _upgrade(connection)


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE}).get_current_revision()


def _take_turns(connection: Connection) -> None:
    """Wait until no other process changes the tables; SQLite has taken its lock with the transaction."""
    if connection.dialect.name == "postgresql":
        take_time(connection)
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _upgrade(connection: Connection) -> None:
    alembic = config()
    alembic.attributes["connection"] = connection
    command.upgrade(alembic, "head")
