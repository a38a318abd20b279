"""The tables are what the migrations make, from the first revision on, however many begin at once."""

import subprocess
import sys
from subprocess import PIPE, STDOUT

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from bot.journal.migrations import VERSION_TABLE, config
from bot.journal.storage.engine import engine_of
from bot.journal.storage.tables import metadata
from tests.journal.conftest import KEY, Opened
from tests.journal.rows import EVER
from tests.loopback.process import REPO

_AT_ONCE = 6
_OPEN = f"""
import sys
from bot.journal import open_journal
print("ready", flush=True)
sys.stdin.read()
open_journal(sys.argv[1], key={KEY!r}).close()
"""
_FIRST_ROWS = (
    "INSERT INTO questions (time, outcome, entry, confidence, runner_ups, guards, knowledge, scorer, surface, latency, text, member)"
    """ VALUES ('2026-01-02 03:04:05', 'answer', 'trade', 0.5, '[["olympics", 0.25]]', '["number"]', '0f', '1', 'slash', 0.1, '', 'm')""",
    "INSERT INTO votes (time, answer, entry, helpful, knowledge, member) VALUES ('2026-01-02 03:04:05', 1, 'trade', true, '0f', 'm')",
    "INSERT INTO reports (time, answer, entry, text, knowledge, member) VALUES ('2026-01-02 03:04:05', 1, 'trade', 'No.', '0f', 'm')",
    "INSERT INTO servers (guild, language, private, channels) VALUES (7, 'es', true, '[1, 2]')",
)
"""Rows as the first revision has them: never to be changed."""


def test_the_migrations_make_the_tables_that_are_used(address: str, opened: Opened) -> None:
    opened()
    engine = engine_of(address)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_rows_of_the_first_revision_are_still_read(address: str, opened: Opened) -> None:
    engine = engine_of(address)
    with engine.begin() as connection:
        to_first_revision(connection)
        for row in _FIRST_ROWS:
            connection.execute(text(row.replace(":", r"\:")))
    engine.dispose()
    journal = opened(days=3650)
    (question,), (vote,), (report,) = journal.questions(EVER), journal.votes(EVER), journal.reports(EVER)
    assert (question.entry, question.runner_ups, question.guards) == ("trade", (("olympics", 0.25),), ("number",))
    assert (vote.helpful, report.text, journal.server(7).channels) == (True, "No.", (1, 2))


def to_first_revision(connection: Connection) -> None:
    alembic = config()
    alembic.attributes["connection"] = connection
    command.upgrade(alembic, "0001")


def test_processes_that_open_a_new_journal_at_once_all_open_it(address: str) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", _OPEN, address], cwd=REPO, stdin=PIPE, stdout=PIPE, stderr=STDOUT)
        for _ in range(_AT_ONCE)
    ]
    assert [process.stdout.readline() for process in started if process.stdout] == [b"ready\n"] * _AT_ONCE
    for process in started:
        assert process.stdin
        process.stdin.close()
    assert [process.stdout.read() for process in started if process.stdout] == [b""] * _AT_ONCE
    for process in started:
        assert process.stdout
        process.stdout.close()
        assert process.wait(60) == 0
