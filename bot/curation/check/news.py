"""What is new since the last check of a file: the faults of the last one are kept in the cache, keyed by the file."""

import hashlib
import json
import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cache import keep, keep_last_used, open_kept
from bot.curation.check.run import Checked
from bot.errors import Fault

_FOLDER = "checks"  # of the cache
_KEPT = 1000  # files whose last check is known
_LINE = re.compile(r"(\bline )\d+|(:)\d+:\d+\b")
"""Places that a fault tells of: they shift with every line above them."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class News:
    """The faults of a check beside those of the last check of the same files.

    Attributes:
        first: whether no file was checked before; then everything is known to be neither new nor old.
        new, known: the faults, in the order of the check.
        mended: how many of the last check's are gone.
    """

    first: bool
    new: tuple[Fault, ...]
    known: tuple[Fault, ...]
    mended: int


def read_news(checked: Checked, cache: Path | None) -> News:
    """Return what is new in a check; without a cache, or where nothing is known of a file, its faults are new."""
    before = {path: _recorded(path, cache) for path in _paths(checked)}
    was = [identity for found in before.values() for identity in found or ()]
    new: list[Fault] = []
    known: list[Fault] = []
    for fault in checked.faults:
        identity = _identity(fault)
        (known if identity in was else new).append(fault)
        if identity in was:
            was.remove(identity)
    return News(all(found is None for found in before.values()), tuple(new), tuple(known), len(was))


def record(checked: Checked, cache: Path | None) -> None:
    """Keep the faults of a check, for the next one; a folder that cannot be written is done without."""
    if cache is None:
        return
    for path in _paths(checked):
        own = [_identity(fault) for fault in checked.faults if fault.path == path]
        keep(_kept(path, cache), json.dumps(own).encode())
    keep_last_used(cache / _FOLDER, "*.json", _KEPT)


def _paths(checked: Checked) -> list[Path]:
    """Return every file that a check is about, or that it found a fault in."""
    known = (path for manuscript in checked.manuscripts for path in (manuscript.path, manuscript.article_path))
    return list(dict.fromkeys((*known, *(fault.path for fault in checked.faults))))


def _identity(fault: Fault) -> str:
    """Return what tells a fault from others wherever in its file it stands."""
    return "\n".join((fault.rule, fault.path.name, _LINE.sub(r"\1\2", fault.what)))


def _recorded(path: Path, cache: Path | None) -> Sequence[str] | None:
    """Return the faults that the last check found in a file; None where it is not known to be checked before."""
    if cache is None:
        return None
    try:
        with open_kept(_kept(path, cache)) as file:
            return _strings(json.loads(file.read()))
    except (OSError, ValueError, RecursionError) as error:
        if not isinstance(error, FileNotFoundError):
            log.info("The last check of %s is not known: %s", path.name, error)
        return None


def _strings(found: Iterable[object]) -> list[str]:
    return [one for one in found if isinstance(one, str)]


def _kept(path: Path, cache: Path) -> Path:
    digest = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return cache / _FOLDER / f"{digest[:32]}.json"
