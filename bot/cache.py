"""The cache: files that may be deleted at any time, in a folder that is the user's own.

Other users of the machine may be able to write where the cache lies. So the folder is made for its user alone, files are
opened without following links, and what is no plain file of the user's own is as good as none. So is a damaged one: each
file begins with a digest of all the rest, which is checked before anything of it is used. What nobody has used for long
goes.
"""

import hashlib
import io
import logging
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.files import own_uid, stat_behind_trusted_link, write_beside

_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
HEAD = 64
"""Bytes before the content of a file: its BLAKE2b digest."""
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_UNUSED = 365 * 24 * 3600.0  # seconds after which a file goes that nobody has used
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # a link is not followed, a pipe is not waited for

log = logging.getLogger(__name__)


def open_kept(path: Path) -> io.BufferedReader:
    """Open a file of the cache, at the beginning of its content.

    Raises:
        OSError: it is missing (FileNotFoundError), unreadable, a link, no plain file, another user's, or damaged.
    """
    descriptor = os.open(path, os.O_RDONLY | _SAFELY)
    if not _own(os.fstat(descriptor), stat.S_ISREG):
        os.close(descriptor)
        raise OSError("no plain file of this user's")
    file = os.fdopen(descriptor, "rb")
    if file.read(HEAD) != hashlib.file_digest(file, "blake2b").digest():
        file.close()
        raise OSError("its digest does not fit")
    file.seek(HEAD)
    _mark_used(descriptor)
    return file


def keep(path: Path, content: bytes | memoryview) -> None:
    """Write a file of the cache, in place of one that is there; where it cannot be kept, that is only logged."""
    try:
        _make_own(path.parent)
        write_beside(path, content, _FILE_MODE, head=hashlib.blake2b(content).digest())
    except OSError as error:
        log.info("%s is not kept: %s", path.name, error)
        return
    _remove_unused(path.parent)


def keep_last_used(folder: Path, pattern: str, most: int) -> None:
    """Remove files of the cache whose name fits a pattern, but for so many that were used last."""
    try:
        for path in last_used(folder, pattern)[most:]:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.info("Files of the cache are not removed: %s", error)


def last_used(folder: Path, pattern: str) -> list[Path]:
    """Return the files of the cache whose name fits a pattern, the one used last first; none where they cannot be told."""
    try:
        return sorted(folder.glob(pattern), key=_last_used, reverse=True)
    except OSError as error:  # another process may be at the same
        log.info("Files of the cache cannot be told apart: %s", error)
        return []


def _mark_used(descriptor: int) -> None:
    """Note the time of use, which many file systems do not by themselves."""
    if os.utime in os.supports_fd:
        with suppress(OSError):
            os.utime(descriptor, ns=(time.time_ns(), os.fstat(descriptor).st_mtime_ns))


def _remove_unused(folder: Path) -> None:
    """Remove what nobody needs any more: of an article that is gone, of another version, of a writer that was killed."""
    begin = time.time() - _UNUSED
    for path in folder.iterdir():
        with suppress(OSError):  # another process may be at the same
            found = path.lstat()
            if max(found.st_atime, found.st_mtime) < begin and not stat.S_ISDIR(found.st_mode):
                path.unlink()


def _last_used(path: Path) -> tuple[int, str]:
    found = path.lstat()
    return max(found.st_atime_ns, found.st_mtime_ns), path.name


def _make_own(folder: Path) -> None:
    """Make a folder for this user alone.

    Raises:
        OSError: it cannot be made, or it is there and another user's or a link of theirs, or open to others and not to be closed.
    """
    folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    found = stat_behind_trusted_link(folder)
    if not _own(found, stat.S_ISDIR):
        raise OSError(f"{folder} is not this user's own folder")
    if found.st_mode & _OTHERS_MAY_WRITE:
        folder.chmod(_FOLDER_MODE)


def _own(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Say whether what was found is of a kind and this user's."""
    return is_kind(found.st_mode) and own_uid() in (None, found.st_uid)
