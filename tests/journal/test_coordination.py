"""Processes that share a journal answer one message once, and count a member's questions together."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta

import pytest
from sqlalchemy import Interval, literal, update

from bot.journal import Journal, open_journal
from bot.journal.storage.engine import engine_of
from bot.journal.storage.tables import cooldowns
from tests.journal.conftest import KEY
from tests.journal.rows import MEMBER, OTHER
from tests.postgresql import PostgresServer

RATE, WINDOW = 3, 3600.0


@pytest.fixture
def shared(postgresql: PostgresServer) -> str:
    """The address of a journal that several processes can share."""
    return postgresql.new_database()


def several(stack: ExitStack, address: str) -> list[Journal]:
    return [stack.enter_context(open_journal(address, key=KEY)) for _ in range(3)]


def test_a_message_is_claimed_by_one_of_several_that_try_at_once(shared: str) -> None:
    with ExitStack() as stack, ThreadPoolExecutor(12) as threads:
        journals = several(stack, shared)
        tries = [(journal, message) for message in range(100) for journal in journals]
        won = list(threads.map(lambda one: one[0].claim(one[1]), tries))
    claimed = [message for (_, message), taken in zip(tries, won, strict=True) if taken]
    assert claimed == list(range(100))


def test_a_member_is_counted_in_all_processes_together(shared: str) -> None:
    with ExitStack() as stack:
        one, two, three = several(stack, shared)
        assert [journal.wait(MEMBER, RATE, WINDOW) for journal in (one, two, three)] == [0.0] * RATE
        waits = [journal.wait(MEMBER, RATE, WINDOW) for journal in (one, two, three)]
        assert all(WINDOW - 60 < wait <= WINDOW for wait in waits)
        assert two.wait(OTHER, RATE, WINDOW) == 0.0


def test_a_window_that_is_over_begins_anew(shared: str) -> None:
    with open_journal(shared, key=KEY) as journal:
        for _ in range(RATE + 1):
            journal.wait(MEMBER, RATE, WINDOW)
        engine = engine_of(shared)
        with engine.begin() as connection:
            connection.execute(update(cooldowns).values(time=cooldowns.c.time - literal(timedelta(seconds=WINDOW), Interval)))
        engine.dispose()
        assert [journal.wait(MEMBER, RATE, WINDOW) for _ in range(RATE)] == [0.0] * RATE
        assert journal.wait(MEMBER, RATE, WINDOW) > 0


def test_processes_count_together_however_many_ask_at_once(shared: str) -> None:
    with ExitStack() as stack, ThreadPoolExecutor(12) as threads:
        journals = several(stack, shared)
        waits = list(threads.map(lambda journal: journal.wait(MEMBER, RATE, WINDOW), journals * 10))
    assert waits.count(0.0) == RATE


def test_where_the_database_is_gone_replies_go_on(shared: str, postgresql: PostgresServer) -> None:
    with open_journal(shared, key=KEY) as journal:
        postgresql.stop()
        try:
            assert journal.claim(1)
            assert not journal.claim(1)
            assert [journal.wait(MEMBER, 1, WINDOW) for _ in range(3)] == [0.0] * 3
        finally:
            postgresql.start()
