"""The log: one line an event on standard error, as text or as JSON, never with the token.

Connections that Discord drops are told without a traceback, because discord.py makes them again by itself; so is what
Discord refuses of what discord.py sends for us, such as the choices of a completion.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import aiohttp
import discord
from aiohttp.http_exceptions import HttpProcessingError

from bot.settings import Settings
from bot.surfaces.discord.send import told as without_text

_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OURS = __name__.partition(".")[0]
_LIBRARIES = ("discord.", "aiohttp.")
_NETWORK = (aiohttp.ClientError, HttpProcessingError, discord.ConnectionClosed, ConnectionError)
_TOLD_BY_GATEWAY = "Failed to connect for shard_id"  # ours says it too, with when it is tried again
_QUIET = ("discord", "aiohttp", "watchfiles")  # libraries that tell more than an operator needs


def log_to_stderr(settings: Settings) -> None:
    """Send every log line to standard error, in the format and from the level of the settings."""
    handler = logging.StreamHandler(sys.stderr)
    formatter = JsonLines if settings.log_format == "json" else TextLines
    handler.setFormatter(formatter(settings.token))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger(_OURS).setLevel(settings.log_level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.getLevelName(settings.log_level), logging.WARNING))
    logging.getLogger("discord.shard").addFilter(lambda record: not str(record.msg).startswith(_TOLD_BY_GATEWAY))
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # a bot without a voice needs no codecs


class TextLines(logging.Formatter):
    """Writes an event as one line of text; a traceback has lines of its own below.

    Args:
        token: what is never to be shown.
    """

    def __init__(self, token: str) -> None:
        super().__init__(_TEXT)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return _without(self._token, super().format(_told(record)))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return a traceback."""
        return _trace(ei[1])


class JsonLines(logging.Formatter):
    """Writes an event as one JSON object on one line: time, level, logger, message, and exception where there is one.

    Args:
        token: what is never to be shown.
    """

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told = _told(record)
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": told.getMessage(),
        }
        if told.exc_info:
            fields["exception"] = _trace(told.exc_info[1])
        return _without(self._token, json.dumps(fields))


def _trace(error: BaseException | None) -> str:
    """Return where an error was raised, and its type: its text may quote what somebody asked."""
    lines = traceback.format_tb(error.__traceback__) if error else []
    return "".join(("Traceback (most recent call last):\n", *lines, type(error).__name__))


def _told(record: logging.LogRecord) -> logging.LogRecord:
    """Return a copy of the record with its message on one line, and without a traceback where it says nothing more."""
    told = logging.makeLogRecord(record.__dict__)
    message, error = record.getMessage(), record.exc_info[1] if record.exc_info else None
    reason = _reason(error) if error and record.name.startswith(_LIBRARIES) else None
    if reason:
        message = f"{message} ({reason})"
        told.exc_info = told.exc_text = None
    told.msg, told.args = _on_one_line(message), None
    return told


def _reason(error: BaseException) -> str | None:
    """Return what says enough of a lost connection, or of a refusal by Discord; None where the traceback is of use."""
    if isinstance(error, discord.HTTPException) and not _passed_through_ours(error.__traceback__):
        return without_text(error)
    return f"{type(error).__name__}: {error}" if _is_lost_connection(error) else None


def _is_lost_connection(error: BaseException) -> bool:
    """Say whether the network or its other end failed; an OSError of our own may be anything, such as a missing file."""
    return isinstance(error, _NETWORK) or (isinstance(error, OSError) and not _passed_through_ours(error.__traceback__))


def _passed_through_ours(trace: TracebackType | None) -> bool:
    return any(frame.f_globals["__name__"].partition(".")[0] == _OURS for frame, _ in traceback.walk_tb(trace))


def _on_one_line(text: str) -> str:
    """Return a text with control characters and line ends written as escapes."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)


def _without(token: str, text: str) -> str:
    return text.replace(token, "[token]") if token else text
