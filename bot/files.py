"""Reads and writes files whole: text of a bearable size exactly as it is, and no file that anyone ever sees half written."""

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.errors import Fault, KnowledgeError, OutputError

_LARGEST = 5_000_000  # bytes; a long book, and far more than any article
_OTHERS = {
    b"%PDF": "but a PDF",
    b"PK\x03\x04": "but a zipped file, such as a Word document",
    b"\xd0\xcf\x11\xe0": "but a Word document",
    b"\xff\xfe": "but UTF-16",
    b"\xfe\xff": "but UTF-16",
}
"""What files that are often taken for text begin with."""
_NEW_MODE = 0o644  # the permissions of a new file
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_OPEN_FILES = re.compile(r"/(?:dev|proc/[^/]+)/fd")  # where /dev/stdout and its like lead
_MOST_LINKS = 40  # symbolic links in a row; the kernel follows no more


def read_text(path: Path) -> tuple[str, bytes]:
    """Return a file's text, exactly, and its bytes.

    Raises:
        KnowledgeError: the file is missing, unreadable, empty, too large or not UTF-8 text.
    """
    text, content = read_utf8(path)
    if not text.removeprefix("\ufeff").strip():
        raise _refused(path, "the file is empty", "write it, or name another")
    return text, content


def read_utf8(path: Path) -> tuple[str, bytes]:
    """Return what `read_text` does, also of an empty file."""
    content = _read(path)
    return decoded(path, content), content


def decoded(path: Path, content: bytes) -> str:
    """Return the text that a file holds, exactly.

    Raises:
        KnowledgeError: it is not UTF-8 text.
    """
    other = next((kind for start, kind in _OTHERS.items() if content.startswith(start)), "")
    if other:
        raise _refused(path, f"not UTF-8 text {other}", "save the text itself as UTF-8")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refused(path, "not UTF-8", "save the file as UTF-8 text", content[: error.start].count(b"\n") + 1) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise _refused(path, "not a text: it holds a NUL character", "save the file as UTF-8 text", line)
    return text


def _read(path: Path) -> bytes:
    try:
        content = read_file(path, _LARGEST + 1)
    except IrregularFileError:
        raise _refused(path, "not a file", "name a text file") from None
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "check that it is there and readable") from None
    if len(content) > _LARGEST:
        raise _refused(path, f"larger than {_LARGEST // 1_000_000} MB", "split it into several articles")
    return content


class IrregularFileError(OSError):
    """A folder, a pipe or a device, where a file is wanted: it might never end, or never begin."""


def read_file(path: Path, most: int) -> bytes:
    """Return what a file holds, at most so many bytes of it; a pipe or a device is not waited for.

    Raises:
        OSError: it cannot be read; IrregularFileError: it is no file.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except ValueError:  # what was written as a path, such as one with a NUL, can be none
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path)) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IrregularFileError(errno.EINVAL, "not a file", str(path))
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most)


def own_uid() -> int | None:
    """Return the number of the user that this process runs as; None where users have none."""
    return os.getuid() if hasattr(os, "getuid") else None


def stat_behind_trusted_link(path: Path) -> os.stat_result:
    """Return what is known of a path, or, where it is a link that this user or root made, of what that leads to.

    systemd, for one, puts a link in the place of a service's folders. Who else may make links there is not trusted.

    Raises:
        OSError: there is nothing.
    """
    found = path.lstat()
    trusted = stat.S_ISLNK(found.st_mode) and found.st_uid in (0, own_uid())
    return path.stat() if trusted else found


def _refused(path: Path, what: str, fix: str, line: int | None = None) -> KnowledgeError:
    return KnowledgeError([Fault(path, "file", what, fix, line)])


def write(path: Path, content: str | bytes) -> None:
    """Write what a person asked for, as `write_whole` does.

    Raises:
        OutputError: it cannot be written; what was there is still there.
    """
    try:
        if path.exists() and not path.stat().st_mode & _WRITABLE:
            raise OutputError(f"{path}: cannot be written (it is read-only); make it writable, or name another file")
        write_whole(path, content.encode("utf-8") if isinstance(content, str) else content)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"{path}: cannot be written ({reason}); check the folder and its permissions") from None


def write_whole(path: Path, content: bytes | memoryview) -> None:
    """Write a file beside its place and move it there; permissions and symbolic links stay.

    A pipe, a device or what this process has open already, such as /dev/stdout, is written to and never replaced.

    Raises:
        OSError, RuntimeError: the file cannot be written (RuntimeError: a loop of symbolic links).
    """
    if _is_stream(path):
        with path.open("ab") as stream:
            stream.write(content)
        return
    target = path.resolve(strict=False)
    write_beside(target, content, target.stat().st_mode & 0o777 if target.exists() else _NEW_MODE)


def write_beside(target: Path, content: bytes | memoryview, mode: int, head: bytes = b"") -> None:
    """Write a file beside its place and move it there: a symbolic link in that place is replaced, not followed.

    Args:
        target: the place.
        content: what the file holds, behind its head.
        mode: its permissions.
        head: what it begins with.

    Raises:
        OSError: the file cannot be written.
    """
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(head)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(target)
    finally:
        Path(beside).unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    """Say whether a path leads to something other than a file of its own, which may be written to but not replaced."""
    if path.exists() and not path.is_file():
        return True
    return any(_OPEN_FILES.fullmatch(str(link.parent.resolve())) for link in _links(path))


def _links(path: Path) -> Iterator[Path]:
    """Yield a path, and where it leads as long as that is a symbolic link."""
    for _ in range(_MOST_LINKS):
        yield path
        if not path.is_symlink():
            return
        path = path.parent / path.readlink()
