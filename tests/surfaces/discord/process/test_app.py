"""The bot as a process: how it starts, stops, and says why it could not start."""

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.knowledge_files import write
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess
from tests.loopback.schema import OpenApi
from tests.loopback.server import TOKEN, LoopbackDiscord

OPENED = "The mayor opened the new bridge"
ARTICLE = "The harbour opened in 1901. It closed in 2003.\n"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The smallest knowledge there is, for what is about the process alone."""
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_all_is_prepared_before_the_bot_goes_to_discord(start: Callable[..., BotProcess], bare: Path) -> None:
    process = start(bare)
    process.wait_for_log("Ready as")
    places = [process.log.index(step) for step in ("Prepared", "Serving harbour", "The commands", "Ready as")]
    assert places == sorted(places)
    assert process.stop()[0] == 0


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_bot_cleanly(start: Callable[..., BotProcess], bare: Path, name: signal.Signals) -> None:
    code, log = start(bare).stop(name)
    assert code == 0
    assert log.splitlines()[-1].endswith("Stopped.")


@pytest.mark.parametrize("way", ["command", "message"])
def test_a_reply_under_way_is_finished_before_the_bot_stops(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path, way: str
) -> None:
    process = start(write(tmp_path))
    discord.delay = 0.3
    if way == "command":
        assert OPENED in Member(discord).ask("who opened the bridge?").text
    else:
        assert OPENED in discord.reply_to(discord.say("who opened the bridge?", channel=payloads.DM)).text
    code, log = process.stop()
    assert code == 0
    assert "Traceback" not in log
    assert "not finished" not in log


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_bot_while_it_prepares_its_knowledge(home: Path, tmp_path: Path, name: signal.Signals) -> None:
    (tmp_path / "home").mkdir()  # with an empty cache, so that the shipped knowledge takes long
    process = BotProcess.start(tmp_path / "home", DISCORD_TOKEN=TOKEN, DISCORD_API_URL="http://127.0.0.1:9")
    process.wait_for_log("Preparing the knowledge")
    code, log = process.stop(name)
    assert code == 0
    assert log.splitlines()[-1].endswith("Stopped.")


def test_a_signal_ends_the_bot_while_discord_does_not_answer_its_login(discord: LoopbackDiscord, home: Path, bare: Path) -> None:
    discord.delay = 60.0
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base, KNOWLEDGE=str(bare))
    discord.wait_for(lambda request: request.path == "/users/@me")
    assert process.stop()[0] == 0


def last_line(log: str) -> str:
    *progress, line = log.strip().splitlines()
    assert not [one for one in progress if " INFO " not in one]
    return line


def test_a_refused_token_is_one_clear_line(discord: LoopbackDiscord, home: Path, bare: Path) -> None:
    process = BotProcess.start(home, DISCORD_TOKEN="wrong", DISCORD_API_URL=discord.base, KNOWLEDGE=str(bare))
    code, log = process.end()
    assert code == 2
    assert last_line(log).startswith("DISCORD_TOKEN: Discord refuses this token")
    assert "wrong" not in log


def test_a_json_log_has_no_line_that_is_not_json(discord: LoopbackDiscord, home: Path, bare: Path) -> None:
    variables = {"DISCORD_TOKEN": "wrong", "DISCORD_API_URL": discord.base, "KNOWLEDGE": str(bare)}
    code, log = BotProcess.start(home, LOG_FORMAT="json", **variables).end()
    assert code == 2
    lines = [json.loads(line) for line in log.splitlines()]
    assert lines[-1]["level"] == "CRITICAL"
    assert lines[-1]["message"].startswith("DISCORD_TOKEN: Discord refuses this token")


def test_a_missing_token_is_one_clear_line(home: Path) -> None:
    code, log = BotProcess.start(home).end()
    assert code == 2
    assert last_line(log) == "DISCORD_TOKEN: not set; copy the bot's token from the developer portal into .env"


def test_knowledge_that_cannot_be_used_is_told_line_by_line_and_not_as_a_fault_of_the_network(home: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    code, log = BotProcess.start(home, DISCORD_TOKEN=TOKEN, KNOWLEDGE=str(missing)).end()
    assert code == 2
    assert last_line(log).startswith(f"{missing}: there is no such file or folder")


def test_request_bodies_were_checked_against_discords_own_document(openapi: OpenApi | None) -> None:
    if openapi is None:
        pytest.skip("Discord's OpenAPI document was not given; name it with --discord-openapi PATH")
    assert openapi.faults("POST", "/channels/1/messages", {"content": "x", "tts": "not a truth value"})
