"""Events that discord.py cannot read: each costs one line of the log, where the library would end the process.

discord.py has no public setting for this. It takes the function that reads an event from one table, by the event's name,
and whatever that function raises ends the connection of every shard. Session and sequence are noted before, so a
connection whose READY or RESUMED is skipped goes on and can be resumed. Kept in one file because it leans on discord.py's
inside (2.7).
"""

import logging
from collections.abc import Callable
from typing import Any

import discord

_Read = Callable[[Any], None]

log = logging.getLogger(__name__)


def skip_unreadable(client: discord.Client) -> None:
    """Let the client skip, with a line in the log, every event that it cannot read."""
    table: dict[str, _Read] = client._connection.parsers
    table.update({event: _skipping(event, read) for event, read in table.items()})


def _skipping(event: str, read: _Read) -> _Read:
    def read_or_skip(data: Any) -> None:
        try:
            read(data)
        except Exception as error:  # its text may quote the event, so the log gets its type alone
            log.warning("Discord sent an event that cannot be read; it is skipped: %s (%s)", event, type(error).__name__)

    return read_or_skip
