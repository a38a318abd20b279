"""Questions that a curator has dropped for good: kept beside the knowledge file, and not proposed again."""

import json
from collections.abc import Iterable
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.files import read_utf8, write

_ENDING = ".dropped.json"


def dropped_path(knowledge_path: Path) -> Path:
    """Return where the dropped questions of a knowledge file are kept."""
    return knowledge_path.with_suffix(_ENDING)


def read_dropped(knowledge_path: Path) -> frozenset[str]:
    """Return the questions that were dropped for good; none where nothing was.

    Raises:
        KnowledgeError: the file cannot be read, or is no list of texts.
    """
    path = dropped_path(knowledge_path)
    if not path.exists():
        return frozenset()
    text, _ = read_utf8(path)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise KnowledgeError([Fault(path, "dropped", "is no list of texts", "mend it, or delete it to drop nothing")])
    return frozenset(found)


def drop(knowledge_path: Path, *texts: str) -> None:
    """Keep questions as dropped for good; those that were dropped before stay so.

    Raises:
        KnowledgeError: the file that is there cannot be read.
        OutputError: it cannot be written.
    """
    _write(dropped_path(knowledge_path), read_dropped(knowledge_path) | frozenset(texts))


def _write(path: Path, texts: Iterable[str]) -> None:
    write(path, json.dumps(sorted(texts), ensure_ascii=False, indent=1) + "\n")
