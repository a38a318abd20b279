"""Edits a knowledge file: what it says afterwards is proven before anything is written, and nobody's work is overwritten."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bot.curation.edit.edits import Edit
from bot.curation.edit.text.contents import Contents
from bot.curation.edit.text.written_out import written_out
from bot.curation.edit.text.yaml import rewritten
from bot.errors import Fault, KnowledgeError, OutputError
from bot.files import read_utf8, write
from bot.knowledge import Manuscript, read_curated, read_manuscript

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_LINE = re.compile(r"line \d+")


class ChangedMeanwhileError(OutputError):
    """The file is no longer what was read: somebody else has changed it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: the file was changed meanwhile, and nothing was written; read it again and repeat the change")


def single_manuscript(path: Path) -> Manuscript:
    """Return the one knowledge file at a path.

    Raises:
        KnowledgeError: it has faults, or there are several.
    """
    manuscripts, faults = read_curated(path)
    if faults:
        raise KnowledgeError(faults)
    if len(manuscripts) > 1:
        files = ", ".join(str(manuscript.path) for manuscript in manuscripts)
        raise KnowledgeError([Fault(path, "file", f"several knowledge files are here: {files}", "name one with --knowledge")])
    return manuscripts[0]


def edited(manuscript: Manuscript, edits: Iterable[Edit]) -> Manuscript:
    """Return the file with edits made one after the other, read again and proven; nothing is written.

    What no edit is about stays as it was typed: comments, order, quotes, line ends. A passage that was written as the
    number of a sentence is written out.

    Raises:
        KnowledgeError: an edit cannot be meant, or with it the file would have a fault that it has not now.
        OutputError: the file cannot be changed in place.
    """
    contents = Contents(written_out(manuscript))
    for edit in edits:
        contents.apply(edit)
    text = rewritten(manuscript.path, manuscript.text, contents.value)
    try:
        after = written_out(read_manuscript(manuscript.path, text))
        faults = _new_faults(manuscript.faults, after.faults)
    except KnowledgeError as error:
        faults = error.faults
    if faults:  # their lines are those of a text that nobody has
        raise KnowledgeError([replace(fault, line=None, column=None) for fault in faults])
    return after


def _new_faults(before: Iterable[Fault], after: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the faults that were not there before, wherever in the file they stand now."""
    known = {_told(fault) for fault in before}
    return tuple(fault for fault in after if _told(fault) not in known)


def _told(fault: Fault) -> tuple[str, str]:
    return fault.rule, _LINE.sub("line", fault.what)


def save(before: Manuscript, text: str) -> None:
    """Write the text of a knowledge file in the place of the one that was read; all of it or nothing.

    Passages that are written as the numbers of sentences are written out.

    Raises:
        ChangedMeanwhileError: the file is no longer what `before` was read from.
        KnowledgeError: the text is not of the form of a knowledge file.
        OutputError: the file cannot be written; what was there is still there.
    """
    after = written_out(read_manuscript(before.path, text))
    with _alone(before.path):
        if _now(before.path) != before.text:
            raise ChangedMeanwhileError(before.path)
        write(before.path, after.text)


def _now(path: Path) -> str | None:
    try:
        return read_utf8(path)[0]
    except KnowledgeError:
        return None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let nobody else save into a file's folder meanwhile, where the system has locks."""
    try:
        folder = os.open(path.resolve().parent, os.O_RDONLY) if fcntl else None
    except (OSError, RuntimeError):  # it is gone, or may not be read; writing tells more of it
        folder = None
    if folder is None:
        yield
        return
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
