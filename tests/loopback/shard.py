"""Ids and shards: when an id was given, and which connection hears of what."""

import time
from typing import Any, NamedTuple

_EPOCH = 1420070400  # Discord's, in seconds
_TIME = 22  # bits of an id below its time in milliseconds


def snowflake() -> int:
    """Return an id as Discord gives them now: whoever gets it can tell when that was."""
    return int((time.time() - _EPOCH) * 1000) << _TIME


class Shard(NamedTuple):
    """Which of how many shards a connection is."""

    number: int
    of: int


def belongs(event: str, data: dict[str, Any] | None, shard: Shard) -> bool:
    """Return whether an event goes to a shard: those of a server to its own, all others to the first."""
    told = data or {}  # a malformed event may have none
    guild = told.get("guild_id") or (told.get("id", 0) if event.startswith("GUILD_") else 0)
    return (int(guild) >> _TIME) % shard.of == shard.number
