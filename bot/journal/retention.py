"""What leaves the journal: rows that are too old, and all of a member who wants to be forgotten."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import Connection, delete, update

from bot.journal.records import now
from bot.journal.storage.engine import take_time
from bot.journal.storage.tables import OF_MEMBERS, claims, cooldowns, questions, replies, reports, votes

FOLLOW_MINUTES = 15
"""How long a reply follows what happens to the message that it replies to."""


def sweep(connection: Connection, days: int, texts: bool) -> None:
    """Delete what is older than so many days, or needed no more, and the texts of questions where they are not kept."""
    take_time(connection)
    oldest = now() - timedelta(days=days)
    for table in (questions, votes, reports):
        connection.execute(delete(table).where(table.c.time < oldest))
    recent = now() - timedelta(minutes=FOLLOW_MINUTES)
    for table in (replies, claims, cooldowns):
        connection.execute(delete(table).where(table.c.time < recent))
    if not texts:
        connection.execute(update(questions).where(questions.c.text != "").values(text=""))


def erase(connection: Connection, names: Sequence[str]) -> int:
    """Delete all rows of a member, by all that they may be called, and return how many those were."""
    take_time(connection)
    return sum(connection.execute(delete(table).where(table.c.member.in_(names))).rowcount for table in OF_MEMBERS)
