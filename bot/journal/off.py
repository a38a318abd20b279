"""What stands in for the database where the operator wants no journal: nothing is kept, and replies go on."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any, NoReturn

from sqlalchemy import Connection, Executable

from bot.errors import JournalError
from bot.journal.records import Numbers


class Nowhere:
    """A database that holds nothing."""

    dialect = "none"

    def run(self, _: Callable[[Connection], object], *, immediate: bool = False) -> NoReturn:  # noqa: ARG002 - as a database
        """Refuse the work.

        Raises:
            JournalError: always.
        """
        raise JournalError("the journal is off (JOURNAL_URL): nothing is kept")

    def erase_remains(self) -> None:
        """Do nothing: nothing remains."""

    def close(self) -> None:
        """Do nothing."""


class Discard:
    """A writer that stores nothing, and counts nothing as lost."""

    numbers = Numbers(0, 0, 0)

    def put(self, _: Executable, __: Mapping[str, Any]) -> "Future[bool]":
        """Return that the row is not stored."""
        dropped: Future[bool] = Future()
        dropped.set_result(False)
        return dropped

    def flush(self, _: float) -> bool:
        """Return that nothing waits."""
        return True

    def close(self, _: float) -> None:
        """Do nothing."""
