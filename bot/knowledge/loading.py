"""From files to proven knowledge. Nothing is loaded unless every passage was found in its pinned article."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.knowledge.entries import Knowledge
from bot.knowledge.manuscript import Manuscript, read_manuscript


def load(path: Path) -> tuple[Knowledge, ...]:
    """Load a knowledge file, or every one (`*.yaml`) in a folder, sorted by name.

    Raises:
        KnowledgeError: with every fault of every file, one line each.
    """
    manuscripts, faults = read(path)
    if faults:
        raise KnowledgeError(faults)
    return tuple(manuscript.knowledge for manuscript in manuscripts)


def read(path: Path) -> tuple[tuple[Manuscript, ...], tuple[Fault, ...]]:
    """Read the same files as they were written, those that can be read, with every fault of all of them."""
    manuscripts: list[Manuscript] = []
    faults: list[Fault] = []
    for file in _files(path):
        try:
            manuscript = read_manuscript(file)
        except KnowledgeError as error:
            faults.extend(error.faults)
        else:
            manuscripts.append(manuscript)
            faults.extend(manuscript.faults)
    faults.extend(_shared_ids(manuscripts))
    return tuple(manuscripts), tuple(faults)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(path.glob("*.yaml"))
        if not files:
            raise _refused(path, "no knowledge file (*.yaml) in this folder", "add one, or name another folder")
        return files
    if not path.exists():
        raise _refused(path, "there is no such file or folder", "check the path")
    if path.suffix not in (".yaml", ".yml"):
        raise _refused(path, "not a knowledge file", "name a .yaml file or a folder of them")
    return [path]


def _refused(path: Path, what: str, mend: str) -> KnowledgeError:
    return KnowledgeError([Fault(path, "file", what, mend)])


def _shared_ids(manuscripts: Sequence[Manuscript]) -> Iterator[Fault]:
    owners: dict[str, Path] = {}
    for manuscript in manuscripts:
        for id_ in manuscript.written:
            owner = owners.setdefault(id_, manuscript.path)
            if owner != manuscript.path:
                what = f"the id “{id_}” is also in {owner}"
                yield manuscript.fault("schema", manuscript.at(id_, "id"), what, "give one of them another id")
