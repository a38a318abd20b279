"""Reads the files of a knowledge: UTF-8 text of a bearable size, exactly as it is."""

from pathlib import Path

from bot.errors import KnowledgeError

_LARGEST = 5_000_000  # bytes; a long book, and far more than any article


def read_text(path: Path) -> tuple[str, bytes]:
    """Return a file's text, exactly, and its bytes.

    Raises:
        KnowledgeError: the file is missing, unreadable, empty, too large or not UTF-8.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise KnowledgeError([f"{path}: cannot be read ({error.strerror}); check that it is there and readable"]) from None
    if len(content) > _LARGEST:
        raise KnowledgeError([f"{path}: larger than {_LARGEST // 1_000_000} MB; split it into several articles"])
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise KnowledgeError([f"{path}:{line}: not UTF-8; save the file as UTF-8 text"]) from None
    if not text.strip():
        raise KnowledgeError([f"{path}: the file is empty"])
    return text, content
