"""Writes files whole: no one ever reads half of one, and if writing fails, what was there is still there."""

import logging
import os
import tempfile
from pathlib import Path

_PLAIN = 0o644  # the permissions of a new file

log = logging.getLogger(__name__)


def write_whole(path: Path, content: bytes | memoryview) -> None:
    """Write a file beside its place and move it there; permissions and symbolic links stay.

    Raises:
        OSError, RuntimeError: the file cannot be written (RuntimeError: a loop of symbolic links).
    """
    target = path.resolve(strict=False)
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(target.stat().st_mode & 0o777 if target.exists() else _PLAIN)
        Path(beside).replace(target)
    finally:
        Path(beside).unlink(missing_ok=True)


def keep(path: Path, content: bytes | memoryview) -> None:
    """Write a file that may be done without, such as one of a cache: where it cannot be kept, that is only logged."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except (OSError, RuntimeError) as error:
        log.info("%s is not kept: %s", path.name, error)
