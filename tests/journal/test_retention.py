"""What is too old goes by itself, and nothing of what was erased is left in the files."""

from datetime import timedelta
from pathlib import Path

import psycopg
from sqlalchemy import update

from bot.journal import FOLLOW_MINUTES, SentReply, open_journal
from bot.journal.records import now
from bot.journal.storage.engine import engine_of
from bot.journal.storage.tables import replies
from tests.journal.conftest import KEY, Opened
from tests.journal.rows import EVER, MEMBER, question, report, vote
from tests.postgresql import PostgresServer


def test_what_is_older_than_the_days_allow_goes_at_the_start(opened: Opened) -> None:
    with opened(days=3650) as journal:
        for days in (1, 6, 8, 400):
            journal.record(question(time=now() - timedelta(days=days)))
    left = [kept.time for kept in opened(days=7).questions(EVER)]
    assert [(now() - time).days for time in left] == [1, 6]


def test_a_clock_in_another_zone_does_not_matter(opened: Opened) -> None:
    with opened() as journal:
        journal.record(question(time=now().astimezone()))
    assert len(list(opened(days=1).questions(now() - timedelta(minutes=1)))) == 1


def test_votes_and_reports_go_with_their_time_too(opened: Opened) -> None:
    with opened() as journal:
        journal.vote(vote(1, True), MEMBER)
        journal.report(report(), MEMBER)
    with opened(days=1) as journal:
        assert len([*journal.votes(EVER), *journal.reports(EVER)]) == 2


def test_a_reply_is_followed_for_some_minutes_and_then_forgotten(address: str, opened: Opened) -> None:
    with opened() as journal:
        for message in (1, 2):
            journal.replied(SentReply(message=message, channel=5, reply=6), MEMBER)
    engine = engine_of(address)
    long_ago = now() - timedelta(minutes=FOLLOW_MINUTES, seconds=1)
    with engine.begin() as connection:
        connection.execute(update(replies).where(replies.c.message == 1).values(time=long_ago))
    engine.dispose()
    with opened() as journal:
        assert journal.replies_to([1]) == ()
        assert journal.replies_to([2])
        assert journal.forget(MEMBER) == 1


def test_the_files_hold_no_word_of_a_forgotten_member(tmp_path: Path) -> None:
    with open_journal(f"sqlite:///{tmp_path}/journal.sqlite", key=KEY, texts=True) as journal:
        journal.record(question(text="unmistakable question"), MEMBER)
        journal.report(report(text="unmistakable report"), MEMBER)
        assert journal.flush()
        assert holding(tmp_path, b"unmistakable")
        assert journal.forget(MEMBER) == 2
        assert not holding(tmp_path, b"unmistakable")


def test_a_deletion_on_postgresql_may_take_longer_than_a_reply_may_wait(postgresql: PostgresServer) -> None:
    address = postgresql.new_database()
    with open_journal(address, key=KEY) as journal:
        assert journal.record(question(), MEMBER).result(60)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(
                "CREATE FUNCTION slow() RETURNS trigger AS 'BEGIN PERFORM pg_sleep(2.5); RETURN OLD; END' LANGUAGE plpgsql"
            )
            connection.execute("CREATE TRIGGER slow BEFORE DELETE ON questions FOR EACH ROW EXECUTE FUNCTION slow()")
        assert journal.forget(MEMBER) == 1


def holding(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.iterdir() if words in path.read_bytes()]
