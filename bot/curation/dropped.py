"""Questions that a curator has dropped for good: known again by a hash beside the knowledge file, and not proposed again.

A reader's words may only stay as long as the journal keeps them, so that the words themselves are not written down.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.files import read_utf8, write
from bot.language import tokenise

_ENDING = ".dropped.json"
_BYTES = 16  # of a hash
_HASH = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}")


@dataclass(frozen=True, slots=True)
class Dropped:
    """Questions that were dropped for good, known by their hashes alone."""

    hashes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Dropped":
        """Return some questions as dropped."""
        return cls(frozenset(map(_hash, texts)))

    def has(self, text: str) -> bool:
        """Say whether a question was dropped, however it is typed: its words count, or, without any, its characters."""
        return bool(self.hashes) and _hash(text) in self.hashes


def _hash(text: str) -> str:
    words = " ".join(tokenise(text)) or text
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_BYTES).hexdigest()


def dropped_path(knowledge_path: Path) -> Path:
    """Return where the dropped questions of a knowledge file are kept."""
    return knowledge_path.with_suffix(_ENDING)


def read_dropped(knowledge_path: Path) -> Dropped:
    """Return the questions that were dropped for good; none where nothing was.

    Raises:
        KnowledgeError: the file cannot be read, or is no list of hashes.
    """
    path = dropped_path(knowledge_path)
    if not path.exists():
        return Dropped()
    text, _ = read_utf8(path)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(one, str) and _HASH.fullmatch(one) for one in found):
        raise KnowledgeError([Fault(path, "dropped", "is no list of hashes", "mend it, or delete it to drop nothing")])
    return Dropped(frozenset(found))


def drop(knowledge_path: Path, *texts: str) -> None:
    """Keep questions as dropped for good; those that were dropped before stay so.

    Raises:
        KnowledgeError: the file that is there cannot be read.
        OutputError: it cannot be written.
    """
    kept = read_dropped(knowledge_path).hashes | Dropped.of(texts).hashes
    write(dropped_path(knowledge_path), json.dumps(sorted(kept), indent=1) + "\n")
