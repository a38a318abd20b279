"""Writes what a curator asked for, or says in one line why it could not be written."""

import stat
from pathlib import Path

from bot.errors import OutputError
from bot.files import write_whole

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write(path: Path, text: str | bytes) -> None:
    """Write a file whole; its permissions stay.

    Raises:
        OutputError: the file cannot be written; what was there is still there.
    """
    try:
        if path.exists() and not path.stat().st_mode & _WRITABLE:
            raise OutputError(f"{path}: cannot be written (it is read-only); make it writable, or name another file")
        write_whole(path, text.encode("utf-8") if isinstance(text, str) else text)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{path}: cannot be written ({reason}); check the folder and its permissions") from None
