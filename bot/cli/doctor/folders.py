"""Checks the folders that the program writes to: whose they are, who else may enter, and what room is left."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.cli.doctor.findings import Finding
from bot.settings import cache_folder, data_folder

_ROOM = 500_000_000  # bytes: the decoded encoder, indexes, and each once more while it is written


def check_cache() -> Iterator[Finding]:
    """Check the folder whose files may be deleted at any time."""
    yield from check_folder(cache_folder(), "the cache", stat.S_IWGRP | stat.S_IWOTH)


def check_data() -> Iterator[Finding]:
    """Check the folder whose files must not be lost; nobody else should read there either."""
    yield from check_folder(data_folder(), "the data folder", stat.S_IRWXG | stat.S_IRWXO)


def check_folder(folder: Path, name: str, forbidden: int) -> Iterator[Finding]:
    """Check a folder that is made when it is needed.

    Args:
        folder: its path.
        name: what it is called to people.
        forbidden: the permissions that it may not have.
    """
    what = f"{name} {folder}"
    if not folder.exists() and not folder.is_symlink():
        yield Finding("ok", f"{what} is made when it is needed")
        return
    fault = _fault(folder, forbidden)
    if fault:
        yield Finding("wrong", f"{what} {fault[0]}", fault[1])
        return
    yield Finding("ok", f"{what} is this user's own, and can be written to")
    free = shutil.disk_usage(folder).free
    if free < _ROOM:
        yield Finding("wrong", f"{what} has {free // 1_000_000} MB of space left", f"free {_ROOM // 1_000_000} MB on its disk")


def _fault(folder: Path, forbidden: int) -> tuple[str, str] | None:
    """Return what is wrong with a folder and its mending; None where it is as it should be."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return "is no folder", "move it away, or name another place by XDG_CACHE_HOME or XDG_DATA_HOME"
    if hasattr(os, "getuid") and found.st_uid != os.getuid():
        return "belongs to another user", f"run this as that user, or chown it to user {os.getuid()}"
    if found.st_mode & forbidden:
        return f"is open to others (mode {found.st_mode & 0o777:o})", f"chmod 700 '{folder}'"
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        return f"cannot be written to ({error.strerror})", "check its permissions and its disk"
    return None
