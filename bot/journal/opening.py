"""Opens the journal that an operator's settings ask for."""

import logging
import secrets

from bot.errors import JournalError
from bot.journal.database import Database
from bot.journal.engine import UnreachableError, sqlite_path
from bot.journal.identity import Identities, keys_of
from bot.journal.journal import Journal
from bot.journal.off import Discard, Nowhere
from bot.journal.retention import FOLLOW_MINUTES, sweep
from bot.journal.writer import Writer

OFF = "off"
_SWEEP = FOLLOW_MINUTES * 60.0  # seconds between two deletions of what is old

log = logging.getLogger(__name__)


def open_journal(address: str, *, key: str = "", days: int = 30, texts: bool = False) -> Journal:
    """Open the journal at an address, made or brought up to date where need be, and delete what is too old.

    Where PostgreSQL cannot be reached yet, the journal opens all the same, and goes on once it can be.

    Args:
        address: `sqlite:///PATH`, `postgresql://…` or `off`.
        key: the keys that members' ids are hashed with, separated by commas, the one for new rows first; with SQLite it may
            be empty: a key is made then, and kept beside the file.
        days: for how long questions, votes and reports are kept.
        texts: whether the texts of questions are kept; where not, those that are there go.

    Raises:
        JournalError: one line: what is wrong with the journal and how to mend it.
    """
    if address == OFF:
        return Journal(Nowhere(), Discard(), Identities([secrets.token_hex()]), texts)
    database = Database(address)
    try:
        path = sqlite_path(address)
        identities = Identities(keys_of(key, path and path.with_suffix(".key")))
        _sweep_first(database, days, texts)
    except JournalError:
        database.close()
        raise
    return Journal(database, Writer(database, lambda: _sweep(database, days, texts), _SWEEP), identities, texts)


def _sweep_first(database: Database, days: int, texts: bool) -> None:
    try:
        _sweep(database, days, texts)
    except UnreachableError as error:
        log.warning("%s; trying again until it can be reached.", error)


def _sweep(database: Database, days: int, texts: bool) -> None:
    database.run(lambda connection: sweep(connection, days, texts))
    database.erase_remains()
