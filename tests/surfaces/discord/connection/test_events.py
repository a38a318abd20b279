"""Events that cannot be read, sent to the real process: one line each, and everything else goes on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from discord.gateway import DiscordWebSocket

from bot.answering import Answerer
from bot.journal import OFF, open_journal
from bot.settings import read_settings
from bot.surfaces.discord.client import OnRecordClient
from bot.surfaces.discord.connection.rate_limit import Cooldown
from bot.surfaces.discord.keeping.kept import Kept
from bot.surfaces.discord.pages.kept import Keeping
from bot.surfaces.discord.process.loading.reload import Reloader
from bot.surfaces.discord.process.supervisor import Supervisor
from bot.surfaces.discord.send import InFlight
from bot.surfaces.web import Metrics
from tests.ferry import DATA
from tests.knowledge_files import write
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess, LogSince
from tests.loopback.server import LoopbackDiscord
from tests.loopback.unreadable import UNREADABLE


@pytest.mark.parametrize(("event", "data", "error"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_event_that_cannot_be_read_costs_one_line_and_nothing_else(
    writer: Member, newsroom: LoopbackDiscord, log: LogSince, event: str, data: payloads.Json, error: str
) -> None:
    identifies = newsroom.identifies
    newsroom.dispatch(event, data)
    assert newsroom.reply_to(writer.write("what treaty was renewed?")).text
    [line] = log.complaints
    assert line.endswith(f"it is skipped: {event} ({error})")
    assert newsroom.identifies == identifies, "the connection goes on"


def test_a_session_whose_ready_cannot_be_read_answers_and_is_resumed(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    discord.untold = {"shard"}
    process = start(write(tmp_path))
    assert discord.reply_to(Member.new(discord, payloads.DIRECT).write("who opened the bridge?")).text
    discord.cut(4000)
    discord.wait_until(lambda: discord.resumes == 1)
    assert discord.reply_to(Member.new(discord, payloads.DIRECT).write("who opened the bridge?")).text
    code, log = process.stop()
    assert (code, discord.identifies) == (0, 1)
    assert log.count("it is skipped: READY (KeyError)") == 1


def test_discord_py_still_takes_what_reads_an_event_from_one_table() -> None:
    metrics = Metrics()
    serving = Reloader(DATA / "ferry.yaml", lambda library, _: Answerer(library), Keeping(), Supervisor({}), metrics)
    journal = open_journal(OFF)
    client = OnRecordClient(serving, read_settings({}), InFlight(), Cooldown(), Kept(journal, metrics.observe), lambda _: None)
    table = client._connection.parsers
    needed = {"READY", "RESUMED", "GUILD_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_CREATE"}
    assert table.keys() >= needed
    assert {read.__name__ for read in table.values()} == {"read_or_skip"}
    assert "_discord_parsers" in DiscordWebSocket.received_message.__code__.co_names
