"""Opens the journal that an operator's settings ask for."""

import logging
import secrets
from collections.abc import Callable

from bot.errors import JournalError
from bot.journal.identity import Identities, keys_of
from bot.journal.journal import Journal
from bot.journal.off import Discard, Nowhere
from bot.journal.retention import FOLLOW_MINUTES, sweep
from bot.journal.storage.database import Database
from bot.journal.storage.engine import UnreachableError, sqlite_path
from bot.journal.writer import Writer

OFF = "off"
_SWEEP = FOLLOW_MINUTES * 60.0  # seconds between two deletions of what is old

log = logging.getLogger(__name__)


def open_journal(address: str, *, key: str = "", days: int | None = None, texts: bool = False) -> Journal:
    """Open the journal at an address, made or brought up to date where need be.

    Where PostgreSQL cannot be reached yet, or another program holds the SQLite file, the journal opens all the same, and goes
    on once it can.

    Args:
        address: `sqlite:///PATH`, `postgresql://…` or `off`.
        key: the keys that members' ids are hashed with, separated by commas, the one for new rows first; with SQLite it may
            be empty: a key is made then, and kept beside the file.
        days: for how long questions, votes and reports are kept: older ones are deleted now and every quarter of an hour;
            None deletes nothing.
        texts: whether the texts of questions are kept; where not, those that are there go with what is too old.

    Raises:
        JournalError: one line: what is wrong with the journal and how to mend it.
    """
    if address == OFF:
        return Journal(Nowhere(), Discard(), Identities([secrets.token_hex()]), texts)

    def delete_old() -> None:
        database.run(lambda connection: None if days is None else sweep(connection, days, texts))
        database.erase_remains()

    database = Database(address)
    try:
        identities = _identities(address, key)
        _begin_with(delete_old)
    except JournalError:
        database.close()
        raise
    return Journal(database, Writer(database, delete_old, _SWEEP), identities, texts)


def _identities(address: str, key: str) -> Identities:
    path = sqlite_path(address)
    return Identities(keys_of(key, path and path.with_suffix(".key")))


def _begin_with(work: Callable[[], None]) -> None:
    try:
        work()
    except UnreachableError as error:
        log.warning("%s; trying again until it can be reached.", error)
