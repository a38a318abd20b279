"""Members, known to the journal only by keyed hashes: without the key nobody can tell whose a row is."""

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.errors import JournalError

_KEY_BYTES = 32
_KEPT = re.compile(r"[0-9a-f]{64}")


class Identities:
    """Hashes members' ids.

    Args:
        keys: the first is hashed with; those after it are older ones, whose rows must still be found.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = [key.encode("utf-8") for key in keys]

    def current(self, member: int | None) -> str:
        """Return what a member is called in new rows; nobody is the empty text."""
        return "" if member is None else _hash(self._keys[0], member)

    def all(self, member: int) -> list[str]:
        """Return all that a member may be called in rows, old ones included."""
        return [_hash(key, member) for key in self._keys]


def _hash(key: bytes, member: int) -> str:
    return hmac.new(key, str(member).encode("ascii"), hashlib.sha256).hexdigest()


def keys_of(given: str, kept: Path | None) -> list[str]:
    """Return the keys of a journal: those of the setting, then the one kept in a file, which is made where there is neither.

    Args:
        given: the keys of the setting, separated by commas.
        kept: the file of the key that was made at random; None where none may be.

    Raises:
        JournalError: there is no key, or the file cannot be used.
    """
    keys = [key for key in map(str.strip, given.split(",")) if key]
    if kept is None and not keys:
        raise JournalError("JOURNAL_KEY: not set, and PostgreSQL needs it; write what `openssl rand -hex 32` prints")
    if kept is None or (keys and not kept.exists()):
        return keys
    try:
        return [*keys, _kept_key(kept)]
    except OSError as error:
        raise JournalError(f"{kept}: cannot be used ({error.strerror}); check the folder, or set JOURNAL_KEY") from None


def _kept_key(path: Path) -> str:
    if not path.exists():
        _make_key(path)
    key = path.read_text(encoding="ascii", errors="replace").strip() if path.is_file() else ""  # a pipe would never end
    if not _KEPT.fullmatch(key):
        raise JournalError(f"{path}: not a key of the journal; restore it, or remove it: what it hashed cannot be forgotten then")
    return key


def _make_key(path: Path) -> None:
    """Write a new key, whole from the first moment; where another process was faster, its key stands."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_KEY_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        path.hardlink_to(beside)
    except FileExistsError:
        pass
    finally:
        Path(beside).unlink()
