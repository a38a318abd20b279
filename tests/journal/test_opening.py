"""A journal that cannot be opened is told in one line that mends it; one that opens is its owner's alone."""

import os
import re
import resource
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.errors import JournalError
from bot.journal import open_journal
from tests.journal.conftest import KEY, Opened
from tests.journal.rows import EVER, question
from tests.loopback.process import REPO
from tests.postgresql import PostgresServer


def refusal(address: str, key: str = KEY) -> str:
    """Return the one line that a journal which cannot be opened is told with."""
    with pytest.raises(JournalError) as raised:
        open_journal(address, key=key)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_only_its_owner_reads_an_sqlite_journal_its_log_and_its_key(tmp_path: Path) -> None:
    folder = tmp_path / "share" / "onrecord"
    with open_journal(f"sqlite:///{folder}/journal.sqlite") as journal:
        journal.record(question(), 1)
        assert journal.flush()
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes == dict.fromkeys(("journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "journal.key"), 0o600)


def test_a_path_may_hold_anything(tmp_path: Path) -> None:
    path = tmp_path / "a b?c=%20&#" / "jöurnal.sqlite"
    open_journal(f"sqlite:///{path}", key=KEY).close()
    assert path.is_file()


def test_what_is_no_database_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.write_bytes(b"something else" * 1000)
    assert "is not a database" in refusal(f"sqlite:///{path}")
    assert path.read_bytes() == b"something else" * 1000


def damaged(path: Path) -> None:
    open_journal(f"sqlite:///{path}", key=KEY).close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, damaged], ids=["a folder", "a pipe", "damaged"])
def test_what_cannot_be_opened_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "journal.sqlite"
    make(path)
    assert f"the journal {path} cannot be used" in refusal(f"sqlite:///{path}")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be used" in refusal(f"sqlite:///{tmp_path}/file/journal.sqlite")


def test_a_full_disk_is_told_in_one_line_with_exit_code_2(tmp_path: Path) -> None:
    def fill() -> None:  # no file may grow beyond this, which is what a disk without space does to SQLite
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    environment = {**os.environ, "JOURNAL_URL": f"sqlite:///{tmp_path}/journal.sqlite", "JOURNAL_KEY": KEY}
    command = [sys.executable, "-m", "bot", "forget", "1"]
    done = subprocess.run(command, cwd=REPO, env=environment, preexec_fn=fill, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "free some space" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_journal_of_a_newer_version_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    with open_journal(f"sqlite:///{path}", key=KEY) as journal:
        journal.record(question())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE journal_version SET version_num = '9999'")
        connection.commit()
    assert "newer version of this program (9999)" in refusal(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM questions").fetchone() == (1,)


def test_postgresql_needs_a_key_of_its_own() -> None:
    assert refusal("postgresql://me@127.0.0.1:1/x", key="").startswith("JOURNAL_KEY: not set")


def test_postgresql_without_its_library_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "onrecord[postgres]" in refusal("postgresql://me@127.0.0.1:1/x")


@pytest.mark.parametrize("address", ["postgresql://me:hidden@host:port/x", "postgresql://me:hidden@[::1/x"])
def test_an_address_that_is_none_is_refused_without_its_password(address: str) -> None:
    line = refusal(address)
    assert line.startswith("JOURNAL_URL: not an address")
    assert "hidden" not in line


def test_postgresql_that_refuses_the_password_is_told_without_it(postgresql: PostgresServer) -> None:
    address = postgresql.new_database().replace("onrecord:", "onrecord:hidden")
    line = refusal(address)
    assert "password authentication failed" in line
    assert "hidden" not in line


def test_postgresql_without_the_database_is_told(postgresql: PostgresServer) -> None:
    assert "does not exist" in refusal(postgresql.new_database() + "nowhere")


def test_a_user_who_may_make_no_tables_is_told(postgresql: PostgresServer) -> None:
    address = postgresql.new_database()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE ROLE reader LOGIN PASSWORD 'reader'")
    assert "permission denied" in refusal(re.sub("//.*@", "//reader:reader@", address))


def test_postgresql_that_is_not_there_yet_is_waited_for(postgresql: PostgresServer, caplog: pytest.LogCaptureFixture) -> None:
    address = postgresql.new_database()
    postgresql.stop()
    try:
        journal = open_journal(address, key=KEY)
        stored = journal.record(question())
        assert not journal.works()
    finally:
        postgresql.start()
    assert stored.result(60)
    assert len(list(journal.questions(EVER))) == 1
    journal.close()
    assert "trying again until it can be reached" in caplog.text


def test_a_member_has_the_same_name_after_a_restart(opened: Opened) -> None:
    with opened(key=KEY) as journal:
        journal.record(question(), 5)
    with opened(key=KEY) as journal:
        journal.record(question(), 5)
        assert journal.flush()
        assert len({kept.member for kept in journal.questions(EVER)}) == 1
