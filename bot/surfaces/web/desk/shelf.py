"""The knowledge that the desk works on: opened when it is asked for, and opened anew when a file of it has changed."""

import os
import threading
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from bot.answering import Answerer
from bot.errors import KnowledgeError
from bot.knowledge import Knowledge, Manuscript, read
from bot.knowledge import Shelf as Found
from bot.surfaces.discord.controller import Controller

Build = Callable[[Sequence[Knowledge]], Answerer]
"""Makes what answers from a library."""
_ENDINGS = frozenset((".yaml", ".yml", ".txt"))
_Stamp = tuple[tuple[str, int, int], ...]


class Opened:
    """One knowledge file or bare article; what answers from it is built when it is first asked for, which takes seconds.

    Attributes:
        name: what its pages are called by: its file's name without the ending.
        knowledge: its article, with what of it is answered.
        manuscript: the file as it was written; None for an article that nobody has curated.
    """

    def __init__(self, name: str, knowledge: Knowledge, manuscript: Manuscript | None, build: Build) -> None:
        self.name = name
        self.knowledge = knowledge
        self.manuscript = manuscript
        self._build = build
        self._building = threading.Lock()

    @property
    def answerer(self) -> Answerer:
        """What answers from it alone."""
        with self._building:
            return self._answerer

    @cached_property
    def _answerer(self) -> Answerer:
        return self._build([self.knowledge])

    @cached_property
    def controller(self) -> Controller:
        """What replies as Discord shows it."""
        return Controller(self.answerer)


class Shelf:
    """Opens the knowledge files and articles at a path, each by itself. May be used from several threads.

    Args:
        path: a file, or a folder of them; with an article goes the knowledge file of its name, once there is one.
        build: makes what answers.

    Attributes:
        folder: the folder in which new files are put; which it is does not change when it is gone.
    """

    def __init__(self, path: Path, build: Build) -> None:
        self.path = path
        self.folder = path.parent if path.suffix in _ENDINGS and not path.is_dir() else path
        self._own: tuple[Path, ...] = (path,)
        self._build = build
        self._opened: dict[str, tuple[_Stamp, Opened]] = {}
        self._read: tuple[_Stamp, Found] | None = None
        self._lock = threading.Lock()

    def take_in(self, path: Path) -> None:
        """Serve a new file of the folder, also where only one file of it is served."""
        with self._lock:
            if self.path != self.folder:
                self._own = (*self._own, path)

    def unreadable(self) -> KnowledgeError | None:
        """Return why nothing can be read; None where something can, or where the folder has nothing in it yet."""
        try:
            self._found()
        except KnowledgeError as error:
            return None if self.path.is_dir() and os.access(self.path, os.R_OK | os.X_OK) else error
        return None

    def names(self) -> tuple[str, ...]:
        """Return the names of what can be opened, knowledge files first; of files that cannot be read too."""
        try:
            found = self._found()
        except KnowledgeError:
            return ()
        curated = sorted(manuscript.path.stem for manuscript in found.manuscripts)
        unread = sorted(path.stem for path in found.unread)
        return tuple(dict.fromkeys((*curated, *unread, *sorted(bare.path.stem for bare in found.bare))))

    def open(self, name: str) -> Opened:
        """Return what has a name, as its files are now.

        Raises:
            LookupError: nothing here is called so.
            KnowledgeError: it has faults.
        """
        path = self._path_of(name)
        with self._lock:
            stamp = _stamp(path)
            known = self._opened.get(name)
            if known is None or known[0] != stamp:
                known = self._opened[name] = stamp, self._open(name, path)
            return known[1]

    def answering(self, knowledge: Knowledge) -> Answerer:
        """Return what answers from a knowledge that is not, or not yet, in its file."""
        return self._build([knowledge])

    def foreign_ids(self, name: str) -> tuple[str, ...] | None:
        """Return the ids of the entries of all other articles; None where there is no other."""
        found = self._found()
        others = [one.knowledge for one in found.manuscripts if one.path.stem != name]
        if not (others or found.unread or [one for one in found.bare if one.path.stem != name]):
            return None
        return tuple(entry.id for knowledge in others for entry in (*knowledge.entries, *knowledge.drafts))

    def _found(self) -> Found:
        """Return what is at the path, read anew where a file of it has changed."""
        if self.path == self.folder:
            paths, stamp = self._own, _stamp(self.path, "*")
        else:
            paths = tuple(map(_curated, self._own))
            stamp = tuple(one for path in paths for one in _stamp(path))
        known = self._read
        if known is None or known[0] != stamp:
            known = self._read = stamp, _together([read(path) for path in paths])
        return known[1]

    def _open(self, name: str, path: Path) -> Opened:
        found = read(path)
        if found.faults:
            raise KnowledgeError(found.faults)
        manuscript = found.manuscripts[0] if found.manuscripts else None
        knowledge = manuscript.knowledge if manuscript else found.bare[0]
        return Opened(name, knowledge, manuscript, self._build)

    def _path_of(self, name: str) -> Path:
        found = self._found()
        paths = (
            *(manuscript.path for manuscript in found.manuscripts), *found.unread, *(bare.path for bare in found.bare),
        )  # fmt: skip
        return next((path for path in paths if path.stem == name), None) or _missing(name)


def _curated(path: Path) -> Path:
    """Return the knowledge file of an article's name where there is one, else the path itself."""
    beside = path.with_suffix(".yaml")
    return beside if path.suffix == ".txt" and beside.exists() else path


def _together(found: Sequence[Found]) -> Found:
    return Found(
        tuple(one for each in found for one in each.manuscripts),
        tuple(one for each in found for one in each.bare),
        tuple(one for each in found for one in each.unread),
        tuple(one for each in found for one in each.faults),
    )


def _missing(name: str) -> Path:
    raise LookupError(name)


def _stamp(path: Path, beside: str = "*.txt") -> _Stamp:
    """Return what changes with a file, and with those beside it or, if it is a folder, in it."""
    files = sorted({path, *(path if path.is_dir() else path.parent).glob(beside)})
    found = ((file, file.stat()) for file in files if file.exists())
    return tuple((file.name, state.st_mtime_ns, state.st_size) for file, state in found)
