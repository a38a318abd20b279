"""Checks the folders that the program writes to: whose they are, who else may enter, and what room is left."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.cli.doctor.findings import Finding
from bot.files import own_uid, stat_behind_trusted_link
from bot.settings import cache_folder, data_folder

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_ROOM = 500_000_000  # bytes: the decoded encoder, indexes, and each once more while it is written


def check_cache() -> Iterator[Finding]:
    """Check the folder whose files may be deleted at any time."""
    yield from check_folder(cache_folder(), "the cache")


def check_data() -> Iterator[Finding]:
    """Check the folder whose files must not be lost."""
    yield from check_folder(data_folder(), "the data folder")


def check_folder(folder: Path, name: str) -> Iterator[Finding]:
    """Check a folder that is made when it is needed; `name` is what it is called to people."""
    what = f"{name} {folder}"
    if not os.path.lexists(folder):
        yield _to_be_made(folder, what)
        return
    fault = _fault(folder)
    if fault:
        yield Finding("wrong", f"{what} {fault[0]}", fault[1])
        return
    yield Finding("ok", f"{what} is this user's own, and can be written to")
    free = shutil.disk_usage(folder).free
    if free < _ROOM:
        yield Finding("wrong", f"{what} has {free // 1_000_000} MB of space left", f"free {_ROOM // 1_000_000} MB on its disk")


def _to_be_made(folder: Path, what: str) -> Finding:
    above = next(path for path in folder.parents if path.exists())
    if os.access(above, os.W_OK | os.X_OK):
        return Finding("ok", f"{what} is made when it is needed")
    return Finding("wrong", f"{what} cannot be made in {above}", f"make it, for user {own_uid()}")


def _fault(folder: Path) -> tuple[str, str] | None:
    """Return what is wrong with a folder and its mending; None where it is as it should be."""
    try:
        found = stat_behind_trusted_link(folder)
        if not stat.S_ISDIR(found.st_mode):
            return "is no folder of this user's", "move it away, or name another place by XDG_CACHE_HOME or XDG_DATA_HOME"
        if own_uid() not in (None, found.st_uid):
            return "belongs to another user", f"run this as that user, or chown it to user {own_uid()}"
        if found.st_mode & _OTHERS_MAY_WRITE:
            return f"can be written to by others (mode {found.st_mode & 0o777:o})", f"chmod 700 '{folder}'"
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        return f"cannot be written to ({error.strerror})", "check its permissions and its disk"
    return None
