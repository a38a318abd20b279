"""The list of commands at Discord, through the real process."""

from collections.abc import Callable
from pathlib import Path

from tests.loopback.process import BotProcess
from tests.loopback.server import LoopbackDiscord


def test_commands_are_sent_when_they_changed_and_only_then(
    newsroom: LoopbackDiscord, discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    assert sum(made.method == "PUT" for made in newsroom.requests) == 1, "Discord had none before"
    names = {command["name"] for command in newsroom.commands}
    assert names == {"ask", "topics", "article", "about", "knowledge", "Ask the article"}
    article = tmp_path / "harbour.txt"
    article.write_text("The harbour opened in 1901. It closed in 2003.\n", encoding="utf-8")
    discord.commands = newsroom.commands
    assert start(article).stop()[0] == 0
    assert not [made for made in discord.requests if made.method == "PUT"]
    discord.commands = [{**command, "description": "an older one"} for command in newsroom.commands]
    assert start(article).stop()[0] == 0
    assert sum(made.method == "PUT" for made in discord.requests) == 1
