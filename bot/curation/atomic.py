"""Writes files so that no one ever reads half of one, and nothing is lost if writing fails."""

import os
import stat
import tempfile
from pathlib import Path

from bot.errors import OutputError

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write(path: Path, text: str | bytes) -> None:
    """Write a file whole: beside its place first, then moved there; its permissions stay.

    Raises:
        OutputError: the file cannot be written; what was there is still there.
    """
    content = text.encode("utf-8") if isinstance(text, str) else text
    try:
        if path.exists() and not path.stat().st_mode & _WRITABLE:
            raise OutputError(f"{path}: cannot be written (it is read-only); make it writable, or name another file")
        target = path.resolve(strict=False)  # through a symbolic link, so that the link stays one
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
            Path(beside).replace(target)
        finally:
            Path(beside).unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{path}: cannot be written ({reason}); check the folder and its permissions") from None
