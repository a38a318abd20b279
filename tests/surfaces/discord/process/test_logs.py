"""The log: one line an event, tracebacks where something of ours broke, never the token."""

import json
import logging
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest

from bot.files import read_text
from bot.surfaces.discord.process.logs import JsonLines, TextLines

TOKEN = "MTA.secret.token"
RESET = ConnectionResetError(104, "Connection reset by peer")
LOST = [
    RESET,
    TimeoutError("timed out"),
    aiohttp.ClientConnectionError("Cannot connect to host"),
    OSError(101, "Network is unreachable"),
]


def record(message: str, *args: Any, logger: str = "bot", error: BaseException | None = None) -> logging.LogRecord:
    exc_info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(logger, logging.ERROR, __file__, 1, message, args, exc_info)


def text(*args: Any, **told: Any) -> str:
    return TextLines(TOKEN).format(record(*args, **told))


def raised(work: Any) -> BaseException:
    try:
        work()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2J", "\0"])
def test_a_line_end_within_a_message_cannot_begin_a_line_of_the_log(end: str) -> None:
    line = text("May not write in %s", f"here{end}2026-01-01 ERROR bot: forged")
    assert len(line.splitlines()) == 1
    assert line.isprintable()


@pytest.mark.parametrize("error", LOST, ids=lambda error: type(error).__name__)
def test_a_lost_connection_is_one_line_without_a_traceback(error: BaseException) -> None:
    line = text("Attempting a reconnect in %.2fs", 1.5, logger="discord.shard", error=error)
    assert line.endswith(f"ERROR discord.shard: Attempting a reconnect in 1.50s ({type(error).__name__}: {error})")


def test_a_broken_handler_keeps_its_traceback() -> None:
    bug = raised(lambda: int("no number"))
    assert "Traceback" in text("Ignoring exception in on_message", logger="discord.client", error=bug)


def test_a_missing_file_is_no_lost_connection(tmp_path: Path) -> None:
    error = raised(lambda: read_text(tmp_path / "missing.txt")).__context__
    assert isinstance(error, OSError)
    assert "Traceback" in text("Ignoring exception in on_message", logger="discord.client", error=error)


def test_what_our_own_loggers_report_keeps_its_traceback() -> None:
    assert "ConnectionResetError" in text("A question could not be answered", error=RESET).splitlines()[-1]


def test_json_is_one_object_a_line_with_the_exception_as_one_text() -> None:
    error = raised(lambda: int("no number"))
    line = JsonLines(TOKEN).format(record("A question could\nnot be %s", "answered", error=error))
    assert len(line.splitlines()) == 1
    told = json.loads(line)
    assert told.keys() == {"time", "level", "logger", "message", "exception"}
    assert (told["level"], told["logger"]) == ("ERROR", "bot")
    assert told["exception"].endswith("ValueError")
    assert told["time"].endswith("+00:00")


def test_json_tells_of_an_exception_only_where_there_is_one() -> None:
    assert "exception" not in json.loads(JsonLines(TOKEN).format(record("Stopped.")))


@pytest.mark.parametrize("lines", [TextLines, JsonLines])
def test_the_token_is_never_shown(lines: type[logging.Formatter]) -> None:
    error = discord.DiscordException(f"refused: Bot {TOKEN}")
    line = lines(TOKEN).format(record("asked with %s", TOKEN, error=error))
    assert TOKEN not in line
    assert line.count("[token]") == 1


@pytest.mark.parametrize("lines", [TextLines, JsonLines])
def test_a_traceback_tells_no_words_of_an_error_which_may_be_somebodys_question(lines: type[logging.Formatter]) -> None:
    question = "who came?"
    known: dict[str, str] = {}
    line = lines(TOKEN).format(record("A question could not be answered", error=raised(lambda: known[question])))
    assert "KeyError" in line
    assert question not in line
