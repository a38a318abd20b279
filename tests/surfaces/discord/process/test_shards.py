"""Several processes over one Discord and one PostgreSQL: each has its shards, and what they keep holds for all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.journal import Journal, open_journal
from bot.surfaces.discord.connection.rate_limit import USER_ASKS
from tests.knowledge_files import write
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess, wait_until
from tests.loopback.server import LoopbackDiscord
from tests.postgresql import PostgresServer

QUESTION = "who opened the bridge?"
OPENED = "The mayor opened the new bridge"
KEY = "k" * 32
PROCESSES = 3
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ME = payloads.user(payloads.BOT, bot=True)
Start = Callable[..., BotProcess]


def server_of(shard: int) -> payloads.Json:
    """Return a server whose events go to a shard."""
    guild, channel = str((PROCESSES + shard) << 22), str(700 + shard)
    here = {"id": channel, "type": 0, "name": "general", "position": 0}
    return payloads.SERVER | {
        "guild_id": guild, "guild": {"id": guild, "features": [], "locale": "en-US"}, "channel_id": channel, "channel": here,
        "authorizing_integration_owners": {"0": guild},
    }  # fmt: skip


@pytest.fixture
def address(postgresql: PostgresServer) -> str:
    return postgresql.new_database()


@pytest.fixture
def journal(address: str) -> Iterator[Journal]:
    with open_journal(address, key=KEY) as opened:
        yield opened


@pytest.fixture
def processes(start: Start, address: str, tmp_path: Path) -> list[BotProcess]:
    """Three processes with a shard each."""
    shared = {"JOURNAL_URL": address, "JOURNAL_KEY": KEY, "SHARD_COUNT": str(PROCESSES)}
    started = [start(write(tmp_path), SHARD_IDS=str(number), **shared) for number in range(PROCESSES)]
    for process in started:
        process.wait_for_log("Ready as")
    return started


def test_every_process_answers_its_servers_and_keeps_that_in_one_journal(
    processes: list[BotProcess], discord: LoopbackDiscord, journal: Journal
) -> None:
    for shard in range(PROCESSES):
        assert OPENED in Member.new(discord, server_of(shard)).ask(QUESTION).text
    assert OPENED in discord.reply_to(Member.new(discord, payloads.DIRECT).write(QUESTION)).text
    wait_until(lambda: len(list(journal.questions(LONG_AGO))) == PROCESSES + 1)
    guilds = {kept.guild for kept in journal.questions(LONG_AGO)}
    assert guilds == {None, *(int(server_of(shard)["guild_id"]) for shard in range(PROCESSES))}
    assert [process.stop()[0] for process in processes] == [0] * PROCESSES


def test_one_who_asks_too_often_waits_in_every_process(processes: list[BotProcess], discord: LoopbackDiscord) -> None:
    member = Member.new(discord, server_of(0))
    assert all(OPENED in shown.text for shown in member.ask_at_once(QUESTION, USER_ASKS))
    assert "ask again in" in replace(member, place=server_of(1)).ask(QUESTION).text
    assert OPENED in Member.new(discord, server_of(1)).ask(QUESTION).text
    assert [process.stop()[0] for process in processes] == [0] * PROCESSES


def test_a_vote_is_one_whichever_process_takes_it(
    processes: list[BotProcess], discord: LoopbackDiscord, journal: Journal
) -> None:
    member = Member.new(discord, server_of(0))
    answer = member.ask(QUESTION)
    member.press(answer, "Helpful")
    wait_until(lambda: len(list(journal.votes(LONG_AGO))) == 1)
    replace(member, place=server_of(2)).press(answer, "Not helpful")
    wait_until(lambda: [vote.helpful for vote in journal.votes(LONG_AGO)] == [False])
    assert [process.stop()[0] for process in processes] == [0] * PROCESSES


def test_what_a_server_chose_arrives_in_every_process(
    processes: list[BotProcess], discord: LoopbackDiscord, journal: Journal
) -> None:
    place = server_of(1)
    assert Member.new(discord, place).ask(QUESTION).labels[0] == "In context"
    journal.choose(int(place["guild_id"]), lambda known: replace(known, language="ru"))
    wait_until(lambda: Member.new(discord, place).ask(QUESTION).labels[0] == "В контексте")
    assert [process.stop()[0] for process in processes] == [0] * PROCESSES


def test_a_message_that_two_processes_hear_of_is_answered_once(
    start: Start, discord: LoopbackDiscord, address: str, tmp_path: Path
) -> None:
    shared = {"JOURNAL_URL": address, "JOURNAL_KEY": KEY, "SHARD_IDS": "0", "SHARD_COUNT": "1"}
    processes = [start(write(tmp_path), **shared) for _ in range(2)]
    for process in processes:
        process.wait_for_log("Ready as")
    writers = [Member.new(discord, payloads.DIRECT) for _ in range(10)]
    ids = [writer.write(QUESTION) for writer in writers]
    assert all(OPENED in discord.reply_to(id).text for id in ids)
    assert [process.stop()[0] for process in processes] == [0, 0]
    assert [len(discord.replies_to(id)) for id in ids] == [1] * len(ids)


def test_replies_go_on_while_the_database_is_down(
    processes: list[BotProcess], discord: LoopbackDiscord, journal: Journal, postgresql: PostgresServer
) -> None:
    postgresql.stop()
    try:
        for shard in range(PROCESSES):
            assert OPENED in Member.new(discord, server_of(shard)).ask(QUESTION).text
        assert OPENED in discord.reply_to(Member.new(discord, payloads.DIRECT).write(QUESTION)).text
    finally:
        postgresql.start()
    wait_until(lambda: len(list(journal.questions(LONG_AGO))) == PROCESSES + 1)
    assert [process.stop()[0] for process in processes] == [0] * PROCESSES
