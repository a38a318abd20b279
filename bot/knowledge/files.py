"""Reads the files of a knowledge: UTF-8 text of a bearable size, exactly as it is."""

import stat
from pathlib import Path

from bot.errors import Fault, KnowledgeError

_LARGEST = 5_000_000  # bytes; a long book, and far more than any article
_OTHERS = {
    b"%PDF": "but a PDF",
    b"PK\x03\x04": "but a zipped file, such as a Word document",
    b"\xd0\xcf\x11\xe0": "but a Word document",
    b"\xff\xfe": "but UTF-16",
    b"\xfe\xff": "but UTF-16",
}
"""What files that are often taken for text begin with."""


def read_text(path: Path) -> tuple[str, bytes]:
    """Return a file's text, exactly, and its bytes.

    Raises:
        KnowledgeError: the file is missing, unreadable, empty, too large or not UTF-8 text.
    """
    content = _read(path)
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
    if not text.removeprefix("\ufeff").strip():
        raise _refused(path, "the file is empty", "write it, or name another")
    return text, content


def _read(path: Path) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe or a device might never end
            raise _refused(path, "not a file", "name a text file")
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "check that it is there and readable") from None
    if len(content) > _LARGEST:
        raise _refused(path, f"larger than {_LARGEST // 1_000_000} MB", "split it into several articles")
    return content


def _refused(path: Path, what: str, mend: str, line: int | None = None) -> KnowledgeError:
    return KnowledgeError([Fault(path, "file", what, mend, line)])
