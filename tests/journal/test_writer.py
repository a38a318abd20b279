"""Rows wait for a database that fails, up to a number; what is lost is counted and told."""

import logging
import resource
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.errors import JournalError
from bot.journal import Numbers, ServerSettings, open_journal
from bot.journal.records import now
from bot.journal.storage.database import Database
from bot.journal.storage.tables import claims
from bot.journal.writer import Writer
from tests.journal.conftest import KEY, Opened
from tests.journal.rows import EVER, MEMBER, question
from tests.postgresql import PostgresServer

PATIENCE = 60
NEVER = 1e9


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of an SQLite file, as another program may."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(f"sqlite:///{path}")
    database.run(lambda connection: connection.execute(select(1)))
    yield database
    database.close()


def test_a_locked_database_costs_no_row_and_no_reply(path: Path) -> None:
    with open_journal(f"sqlite:///{path}", key=KEY) as journal:
        with locked(path):
            stored = journal.record(question())
            assert (journal.claim(1), journal.server(7), journal.wait(MEMBER, 1, 9.0)) == (True, ServerSettings(7), 0.0)
            assert not stored.done()
            assert journal.numbers.queued == 1
        assert stored.result(PATIENCE)
        assert journal.numbers == Numbers(queued=0, kept=1, lost=0)


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, which is what a disk without space does to SQLite."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, usual)


def test_rows_wait_while_the_disk_is_full(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_journal(f"sqlite:///{path}", key=KEY) as journal:
        journal.choose(7, lambda _: ServerSettings(7, "es"))
        with full_disk(path.with_name("journal.sqlite-wal").stat().st_size):
            stored = [journal.record(question(entry=str(place))) for place in range(300)]
            assert not journal.flush(1.0)
            assert journal.server(7) == ServerSettings(7, "es")
        assert all(row.result(PATIENCE) for row in stored)
        assert [kept.entry for kept in journal.questions(EVER)] == [str(place) for place in range(300)]
    assert "free some space" in caplog.text


def test_rows_wait_for_a_server_that_is_down_and_are_stored_in_their_order(
    postgresql: PostgresServer, caplog: pytest.LogCaptureFixture
) -> None:
    with open_journal(postgresql.new_database(), key=KEY) as journal:
        journal.choose(7, lambda _: ServerSettings(7, "es"))
        postgresql.stop()
        try:
            stored = [journal.record(question(entry=str(place)), MEMBER) for place in range(700)]
            assert not journal.works()
            assert journal.server(7) == ServerSettings(7, "es")
            assert not journal.flush(1.0)
            with pytest.raises(JournalError):
                journal.choose(7, lambda _: ServerSettings(7, "ru"))
        finally:
            postgresql.start()
        assert all(row.result(PATIENCE) for row in stored)
        assert [kept.entry for kept in journal.questions(EVER)] == [str(place) for place in range(700)]
    lines = [record.getMessage() for record in caplog.records]
    assert len([line for line in lines if "rows waiting" in line and "cannot be used" in line]) == 1
    assert len([line for line in lines if "works again" in line]) == 1


def test_what_finds_the_queue_full_is_counted_and_told_once(
    path: Path, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    writer = Writer(database, lambda: None, NEVER, capacity=3)
    with locked(path):
        stored = [writer.put(insert(claims), {"message": place, "time": now()}) for place in range(100)]
        assert writer.numbers == Numbers(queued=3, kept=0, lost=97)
    assert [row.result(PATIENCE) for row in stored] == [True] * 3 + [False] * 97
    assert [record.getMessage() for record in caplog.records] == ["Journal: the queue is full; rows waiting: 3, lost: 1."]
    writer.close(PATIENCE)
    assert caplog.records[-1].getMessage() == "Journal: closed; rows stored: 3, lost: 97."


def test_a_row_that_is_refused_costs_no_other(opened: Opened) -> None:
    journal = opened()
    entries = [None, *"abcdefgh"]
    stored = [journal.record(question(entry=entry, guild=1 if entry else 2**70)) for entry in entries]
    assert [row.result(PATIENCE) for row in stored] == [False] + [True] * 8
    assert [kept.entry for kept in journal.questions(EVER)] == entries[1:]
    assert journal.numbers == Numbers(queued=0, kept=8, lost=1)


def test_a_question_that_nobody_waits_for_any_more_is_kept_all_the_same(opened: Opened) -> None:
    journal = opened()
    assert not journal.record(question()).cancel()
    assert journal.flush()
    assert len(list(journal.questions(EVER))) == 1


def test_what_waits_is_stored_at_the_end(opened: Opened) -> None:
    journal = opened()
    for _ in range(2000):
        journal.record(question())
    journal.close()
    assert len(list(opened().questions(EVER))) == 2000


def test_nothing_is_taken_after_the_end(opened: Opened) -> None:
    journal = opened()
    journal.close()
    assert not journal.record(question()).result(PATIENCE)


def test_a_server_that_is_back_is_tried_once_more_at_the_end(postgresql: PostgresServer) -> None:
    address = postgresql.new_database()
    with open_journal(address, key=KEY) as journal:
        postgresql.stop()
        try:
            stored = journal.record(question())
            assert not journal.flush(3.0)
        finally:
            postgresql.start()
    assert stored.result(PATIENCE)


def test_what_cannot_be_stored_at_the_end_is_told(postgresql: PostgresServer, caplog: pytest.LogCaptureFixture) -> None:
    journal = open_journal(postgresql.new_database(), key=KEY)
    postgresql.stop()
    try:
        stored = [journal.record(question()) for _ in range(5)]
        journal.close()
    finally:
        postgresql.start()
    assert [row.result(PATIENCE) for row in stored] == [False] * 5
    assert caplog.records[-1].getMessage() == "Journal: closed; rows stored: 0, lost: 5."


def test_the_log_holds_no_word_of_a_question(opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    journal = opened(texts=True)
    assert not journal.record(question(text="unmistakable", guild=2**70), MEMBER).result(PATIENCE)
    assert "a row is refused" in caplog.text
    assert "unmistakable" not in caplog.text


def refuse(listening: socket.socket, refused: list[None]) -> None:
    """Close every connection at once, until nobody listens any more."""
    with suppress(OSError):
        while True:
            listening.accept()[0].close()
            refused.append(None)


def test_a_server_that_fails_is_not_asked_for_every_message() -> None:
    refused: list[None] = []
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        server = threading.Thread(target=refuse, args=(listening, refused))
        server.start()
        with open_journal(f"postgresql://me@127.0.0.1:{listening.getsockname()[1]}/x", key=KEY) as journal:
            assert {journal.server(guild) == ServerSettings(guild) for guild in range(500)} == {True}
        listening.shutdown(socket.SHUT_RDWR)
        server.join()
    assert 1 <= len(refused) < 20
