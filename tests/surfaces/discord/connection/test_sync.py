"""The list of commands at Discord, through the real process."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.knowledge_files import write
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess
from tests.loopback.server import LoopbackDiscord

OPENED = "The mayor opened the new bridge"


def test_commands_are_sent_when_they_changed_and_only_then(
    newsroom: LoopbackDiscord, discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    assert sum(made.method == "PUT" for made in newsroom.requests) == 1, "Discord had none before"
    names = {command["name"] for command in newsroom.commands}
    assert names == {"ask", "topics", "article", "about", "forget", "settings", "knowledge", "Ask the article"}
    article = tmp_path / "harbour.txt"
    article.write_text("The harbour opened in 1901. It closed in 2003.\n", encoding="utf-8")
    discord.commands = newsroom.commands
    assert start(article).stop()[0] == 0
    assert not [made for made in discord.requests if made.method == "PUT"]
    discord.commands = [{**command, "description": "an older one"} for command in newsroom.commands]
    assert start(article).stop()[0] == 0
    assert sum(made.method == "PUT" for made in discord.requests) == 1


@pytest.mark.parametrize("status", [400, 403])
def test_a_command_that_discord_refuses_is_named_and_everything_else_is_there(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path, status: int
) -> None:
    discord.rest.unwanted = {"topics": status, "Ask the article": status}
    process = start(write(tmp_path))
    process.wait_for_log("Ready as")
    assert {command["name"] for command in discord.commands} == {"ask", "article", "about", "forget", "settings", "knowledge"}
    for refused in discord.rest.unwanted:
        [line] = [line for line in process.log.splitlines() if f"“{refused}”" in line]
        assert "Command name is invalid" in line
    assert "6 of 8 commands were sent to Discord. Questions in messages are answered." in process.log
    assert OPENED in Member.new(discord).ask("who opened the bridge?").text
    assert OPENED in discord.reply_to(Member.new(discord, payloads.DIRECT).write("who opened the bridge?")).text
    assert process.stop()[0] == 0


def test_a_bot_none_of_whose_commands_is_wanted_answers_messages(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], newsroom: LoopbackDiscord, tmp_path: Path
) -> None:
    discord.rest.unwanted = {command["name"]: 403 for command in newsroom.commands}
    process = start(write(tmp_path))
    assert OPENED in discord.reply_to(Member.new(discord, payloads.DIRECT).write("who opened the bridge?")).text
    assert "0 of 8 commands" in process.log
    assert process.stop()[0] == 0
