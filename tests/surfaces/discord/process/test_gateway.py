"""The connection to Discord: made as long as it takes, given up where a person has to mend something or nothing is heard."""

import asyncio
import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import read_settings
from bot.surfaces.discord.process.gateway import Gateway
from tests.loopback.process import BotProcess, free_port
from tests.loopback.server import TOKEN, LoopbackDiscord

Start = Callable[..., BotProcess]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text("The harbour opened in 1901. It closed in 2003.\n", encoding="utf-8")
    return path


def pauses(log: str) -> list[int]:
    """Return the seconds that the bot said it would wait before each new try to connect."""
    return [int(seconds) for seconds in re.findall(r"WARNING .* trying again in (\d+) s\.$", log, re.MULTILINE)]


def warnings(log: str) -> list[str]:
    return [line for line in log.splitlines() if " INFO " not in line]


def test_a_discord_that_is_not_there_yet_is_waited_for(home: Path, bare: Path) -> None:
    port = free_port()
    variables = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": f"http://127.0.0.1:{port}", "KNOWLEDGE": str(bare)}
    process = BotProcess.start(home, **variables)
    process.wait_for_log("trying again in 2 s")
    discord = LoopbackDiscord()
    discord.start(port)
    process.wait_for_log("Ready as")
    code, log = process.stop()
    discord.stop()
    assert code == 0
    assert len(warnings(log)) == len(pauses(log)), "one line a try, and no other complaint"
    assert pauses(log) == [1, 2, 4, 8][: len(pauses(log))]
    assert TOKEN not in log


@pytest.mark.parametrize("path", ["/users/@me", "/gateway/bot", "/gateway"])
def test_a_discord_that_is_out_of_order_is_tried_again(discord: LoopbackDiscord, start: Start, bare: Path, path: str) -> None:
    discord.unavailable[path] = 2
    process = start(bare)
    process.wait_for_log("Ready as")
    code, log = process.stop()
    assert code == 0
    assert pauses(log) == [1, 2]
    assert len(warnings(log)) == 2


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_bot_while_it_waits_to_try_again(home: Path, bare: Path, name: signal.Signals) -> None:
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL="http://127.0.0.1:9", KNOWLEDGE=str(bare))
    process.wait_for_log("trying again in 2 s")
    code, log = process.stop(name)
    assert code == 0
    assert log.splitlines()[-1].endswith("Stopped.")


@pytest.mark.parametrize(
    ("code", "mend"),
    [
        (4004, "DISCORD_TOKEN: Discord refuses this token"),
        (4010, "Discord refuses the shard (4010)"),
        (4012, "Discord no longer speaks this version"),
        (4013, "Discord does not know an intent"),
        (4014, "Discord refuses an intent (4014); allow it on the Bot page"),
    ],
)
def test_a_refusal_that_a_person_has_to_mend_ends_the_bot_with_what_to_mend(
    discord: LoopbackDiscord, home: Path, bare: Path, code: int, mend: str
) -> None:
    discord.refuses = code
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base, KNOWLEDGE=str(bare))
    exit_code, log = process.end()
    assert exit_code == 2
    [line] = warnings(log)
    assert line.startswith(mend)


def test_an_address_where_no_discord_is_ends_the_bot(discord: LoopbackDiscord, home: Path, bare: Path) -> None:
    variables = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": f"{discord.base}/elsewhere", "KNOWLEDGE": str(bare)}
    code, log = BotProcess.start(home, **variables).end()
    assert code == 2
    [line] = warnings(log)
    assert line.endswith("check DISCORD_API_URL")


def test_a_connection_that_is_lost_and_not_made_again_ends_the_process(
    discord: LoopbackDiscord, start: Start, bare: Path
) -> None:
    process = start(bare, module="tests.loopback.impatient")
    process.wait_for_log("Ready as")
    discord.unavailable["/gateway"] = 1000
    discord.cut(4000)
    code, log = process.end()
    assert code == 1
    assert "There was no connection to Discord for 2 s" in log.splitlines()[-1]


def test_a_connection_that_was_never_made_is_not_given_up() -> None:
    async def watched() -> None:
        never_opened = Gateway(lambda: pytest.fail("nobody connects"), read_settings({}), lambda: None)
        years = iter(range(0, 10**9, 10**7))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(never_opened.until_dead(every=0, clock=lambda: next(years)), 0.1)

    asyncio.run(watched())
