"""The journal, open: takes what happens without waiting, and tells what it holds."""

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bot.errors import JournalError
from bot.journal import coordination
from bot.journal.identity import Identities
from bot.journal.off import Discard, Nowhere
from bot.journal.records import Numbers, Question, Report, SentReply, ServerSettings, Vote, now
from bot.journal.retention import FOLLOW_MINUTES, erase
from bot.journal.storage import tables
from bot.journal.storage.database import Database
from bot.journal.writer import Writer

_PAGE = 1000  # rows read at once
_PATIENCE = 5.0  # seconds to wait for the writer

_PUT_QUESTION = insert(tables.questions)
_PUT_REPORT = insert(tables.reports)
_RETRACT = delete(tables.votes).where(tables.votes.c.member == bindparam("voter"), tables.votes.c.answer == bindparam("judged"))
_WITHDRAW = delete(tables.replies).where(tables.replies.c.message == bindparam("withdrawn"))

_T = TypeVar("_T")
_Record = TypeVar("_Record", Question, Vote, Report)


class Journal:
    """Keeps questions, votes, reports, servers' settings, and which reply belongs to which message.

    What is kept goes through a queue: `record`, `vote`, `report`, `replied` and `withdrawn` return at once, a future tells
    later whether it is stored (True) or lost (False). After a loss of the connection a row may be stored twice, never half.
    All the others ask the database, for some seconds at worst: call them off the event loop. Where it fails, `server`,
    `replies_to`, `claim` and `wait` give what lets a reply go on.

    Args:
        database: where all is kept.
        writer: stores rows there.
        identities: how members are called there.
        texts: whether the texts of questions are kept.
    """

    def __init__(self, database: Database | Nowhere, writer: Writer | Discard, identities: Identities, texts: bool) -> None:
        self._database = database
        self._writer = writer
        self._identities = identities
        self._texts = texts
        self._shared = database.dialect == "postgresql"
        own_insert = postgresql.insert if self._shared else sqlite.insert
        self._put_vote = _upsert(own_insert(tables.votes), "member", "answer")
        self._put_reply = _upsert(own_insert(tables.replies), "message")
        self._put_server = _upsert(own_insert(tables.servers), "guild")
        self._own_claims = coordination.OwnClaims()
        self._servers: dict[int, ServerSettings] = {}
        self._choosing = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def keeps(self) -> bool:
        """Whether anything is kept at all."""
        return self._database.dialect != Nowhere.dialect

    @property
    def shared(self) -> bool:
        """Whether several processes may share it, so that `claim` and `wait` ask the database."""
        return self._shared

    @property
    def numbers(self) -> Numbers:
        """How many rows wait, are stored and are lost since the start."""
        return self._writer.numbers

    def record(self, question: Question, member: int | None = None) -> "Future[bool]":
        """Keep a question; its text only where texts are kept."""
        kept = self._values(question, member)
        return self._writer.put(_PUT_QUESTION, kept if self._texts else {**kept, "text": ""})

    def vote(self, vote: Vote, member: int) -> "Future[bool]":
        """Keep a vote, in place of an earlier one of the member on the same answer, by whatever key they were hashed then."""
        current = self._identities.current(member)
        for name in self._identities.all(member):
            if name != current:
                self._writer.put(_RETRACT, {"voter": name, "judged": vote.answer})
        return self._writer.put(self._put_vote, self._values(vote, member))

    def report(self, report: Report, member: int) -> "Future[bool]":
        """Keep what a member tells the owners."""
        return self._writer.put(_PUT_REPORT, self._values(report, member))

    def replied(self, reply: SentReply, member: int | None = None) -> "Future[bool]":
        """Keep which message replies to which, in place of what was kept of the same message."""
        return self._writer.put(self._put_reply, {**self._values(reply, member), "time": now()})

    def withdrawn(self, message: int) -> "Future[bool]":
        """Forget the reply to a message, which is deleted."""
        return self._writer.put(_WITHDRAW, {"withdrawn": message})

    def replies_to(self, messages: Collection[int]) -> tuple[SentReply, ...]:
        """Return the replies to some messages, as far as there are, within the minutes for which they follow the messages."""
        recent = now() - timedelta(minutes=FOLLOW_MINUTES)
        table = tables.replies.c
        found = select(tables.replies).where(table.message.in_(messages), table.time >= recent).order_by(table.message)
        nothing: Sequence[Row[Any]] = ()
        rows = self._ask(lambda connection: connection.execute(found).all(), nothing)
        return tuple(_record(SentReply, row) for row in rows)

    def server(self, guild: int) -> ServerSettings:
        """Return what was chosen for a server; while the database fails, what it was when last read."""
        known = self._servers.get(guild, ServerSettings(guild))
        self._servers[guild] = self._ask(lambda connection: _server(connection, guild), known)
        return self._servers[guild]

    def choose(self, guild: int, change: Callable[[ServerSettings], ServerSettings]) -> ServerSettings:
        """Change what is chosen for a server, whoever else changes it meanwhile, and return what it is then.

        Raises:
            JournalError: it is not stored.
        """

        def changed(connection: Connection) -> ServerSettings:
            coordination.lock(connection, guild)
            chosen = change(_server(connection, guild))
            connection.execute(self._put_server, _values(chosen))
            return chosen

        with self._choosing:
            self._servers[guild] = self._database.run(changed, immediate=True)
            return self._servers[guild]

    def claim(self, message: int) -> bool:
        """Return whether this process is the one to answer a message: the first to ask, of all that share the journal."""
        if not self._own_claims.claim(message):
            return False
        return not self._shared or self._ask(lambda connection: coordination.claim(connection, message), True)

    def wait(self, member: int, rate: int, window: float) -> float:
        """Count a question of a member in all processes, and return the seconds to wait before it would be taken, or 0.0.

        It is for several processes alone: with one, whose own cooldown counts everything, nobody ever waits for it.

        Args:
            member: who asks.
            rate: the questions that are taken in a window.
            window: its seconds.
        """
        if not self._shared:
            return 0.0
        name = self._identities.current(member)
        return self._ask(lambda connection: coordination.wait(connection, name, rate, window), 0.0)

    def forget(self, member: int) -> int:
        """Delete all that is kept of a member, and return how many rows those were.

        Raises:
            JournalError: not all could be deleted; ask again later.
        """
        if not self._writer.flush(_PATIENCE):
            raise JournalError("the journal cannot be written to now; try again later")
        names = self._identities.all(member)
        erased = self._database.run(lambda connection: erase(connection, names))
        self._database.erase_remains()
        return erased

    def questions(self, since: datetime) -> Iterator[Question]:
        """Yield the questions since a time, the first stored first.

        Raises:
            JournalError: the database cannot be read; so do `votes` and `reports`.
        """
        return self._since(tables.questions, Question, since)

    def votes(self, since: datetime) -> Iterator[Vote]:
        """Yield the votes cast since a time."""
        return self._since(tables.votes, Vote, since)

    def reports(self, since: datetime) -> Iterator[Report]:
        """Yield what members told the owners since a time."""
        return self._since(tables.reports, Report, since)

    def works(self) -> bool:
        """Return whether the database answers."""
        return self._ask(lambda connection: connection.execute(select(1)).scalar() == 1, False)

    def flush(self, timeout: float = _PATIENCE) -> bool:
        """Wait until all that was given is stored or lost; return False if that takes longer than so many seconds."""
        return self._writer.flush(timeout)

    def close(self, timeout: float = _PATIENCE) -> None:
        """Store what waits, for so many seconds at most, and close the database."""
        self._writer.close(timeout)
        self._database.close()

    def _ask(self, work: Callable[[Connection], _T], otherwise: _T) -> _T:
        try:
            return self._database.run(work)
        except JournalError:
            return otherwise

    def _values(self, record: Any, member: int | None) -> dict[str, Any]:
        return {**_values(record), "member": self._identities.current(member)}

    def _since(self, table: Table, kind: type[_Record], since: datetime) -> Iterator[_Record]:
        last = 0
        while rows := self._page(table, since, last):
            yield from (_record(kind, row) for row in rows)
            last = rows[-1].id

    def _page(self, table: Table, since: datetime, last: int) -> Sequence[Row[Any]]:
        """Return the next rows, read at once: nobody who takes their time keeps a transaction open."""
        found = select(table).where(table.c.id > last, table.c.time >= since).order_by(table.c.id).limit(_PAGE)
        return self._database.run(lambda connection: connection.execute(found).all())


def _upsert(insert: Any, *key: str) -> Any:
    """Return the statement that inserts a row, in place of the one that has the same key."""
    new = {column.name: insert.excluded[column.name] for column in insert.table.c if not column.primary_key}
    return insert.on_conflict_do_update(index_elements=key, set_=new)


def _values(record: Any) -> dict[str, Any]:
    return {attribute.name: getattr(record, attribute.name) for attribute in fields(record)}


def _server(connection: Connection, guild: int) -> ServerSettings:
    row = connection.execute(select(tables.servers).where(tables.servers.c.guild == guild)).first()
    return _record(ServerSettings, row) if row else ServerSettings(guild)


def _record(kind: type[_T], row: Row[Any]) -> _T:
    return kind(**{attribute.name: row._mapping[attribute.name] for attribute in fields(kind)})  # type: ignore[arg-type]
