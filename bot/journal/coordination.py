"""How several processes that share a journal answer one message once, and count together how often a member asks.

SQLite is for one process. That one knows by itself what it has answered, and its own cooldown sees every question, so that
nothing is written there: claims are held in memory, and the shared cooldown lets everybody pass.
"""

import threading
from datetime import timedelta

from cachetools import TTLCache
from sqlalchemy import Connection, Interval, case, func, literal, select
from sqlalchemy.dialects.postgresql import insert

from bot.journal.records import now
from bot.journal.retention import FOLLOW_MINUTES
from bot.journal.storage.tables import claims, cooldowns

_REMEMBERED = 10_000  # messages


class OwnClaims:
    """The claims of one process, in memory, for as long as those of a database."""

    def __init__(self) -> None:
        self._claimed: TTLCache[int, None] = TTLCache(_REMEMBERED, FOLLOW_MINUTES * 60)
        self._lock = threading.Lock()

    def claim(self, message: int) -> bool:
        """Return whether the message was not claimed before."""
        with self._lock:
            known = message in self._claimed
            self._claimed[message] = None
        return not known


def claim(connection: Connection, message: int) -> bool:
    """Return whether no process claimed the message before."""
    row = insert(claims).values(message=message, time=now()).on_conflict_do_nothing().returning(claims.c.message)
    return connection.execute(row).first() is not None


def lock(connection: Connection, number: int) -> None:
    """Let no other process that locks the same number go on until this transaction ends; SQLite has no other process."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(number)))


def wait(connection: Connection, member: str, rate: int, window: float) -> float:
    """Count a question of a member and return the seconds to wait before it would be taken; 0.0 where it is.

    A window begins with the first question after the last one, and takes so many questions; the database's clock tells when.
    """
    clock, length, counted = func.clock_timestamp(), literal(timedelta(seconds=window), Interval), cooldowns.c
    over = counted.time <= clock - length
    first = insert(cooldowns).values(member=member, time=clock, asked=1)
    later = {"time": case((over, clock), else_=counted.time), "asked": case((over, 1), else_=counted.asked + 1)}
    left = func.extract("epoch", counted.time + length - clock)
    row = first.on_conflict_do_update(index_elements=["member"], set_=later).returning(counted.asked, left)
    asked, seconds = connection.execute(row).one()
    return max(0.0, float(seconds)) if asked > rate else 0.0
