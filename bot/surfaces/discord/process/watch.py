"""Watches the files of the knowledge, and says when they have changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Never

from watchfiles import Change, awatch

_SUFFIXES = (".yaml", ".yml", ".txt")
_QUIET, _LONGEST = 500, 5000  # milliseconds without a change after which a change is over, and for which one may go on

log = logging.getLogger(__name__)


async def watch(path: Path, changed: Callable[[], Awaitable[object]]) -> Never:
    """Call `changed` whenever a file of the knowledge at a path has changed, once for changes that follow each other.

    What changes while `changed` works is told once it is done. Where nothing can be watched, that is logged.
    """
    folder = path if path.is_dir() else path.parent
    try:
        async for _ in awatch(folder, watch_filter=belongs_to(path), recursive=False, debounce=_LONGEST, step=_QUIET):
            await changed()
    except FileNotFoundError:
        pass  # whoever loads it says so
    except (OSError, RuntimeError) as error:  # RuntimeError: the library's own
        log.warning("%s is not watched (%s); after a change use SIGHUP or /knowledge reload.", folder, error)
    await asyncio.Event().wait()
    raise AssertionError("nobody sets this event")


def belongs_to(path: Path) -> Callable[[Change, str], bool]:
    """Return what tells whether a changed file belongs to the knowledge at a path; of a folder, hidden files do not.

    To a knowledge file belong the articles beside it, of which it names one.
    """

    def belongs(_: Change, changed: str) -> bool:
        file = Path(changed)
        if path.is_dir():
            return file.suffix in _SUFFIXES and not file.name.startswith(".")
        return file.name == path.name or file.suffix == ".txt"

    return belongs
