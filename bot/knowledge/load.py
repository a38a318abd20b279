"""From files to proven knowledge. Nothing is loaded unless every passage was found in its pinned article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.knowledge.article import read_article
from bot.knowledge.entry import Knowledge
from bot.knowledge.manuscript import Manuscript, read_manuscript

_KNOWLEDGE, _ARTICLE = (".yaml", ".yml"), (".txt",)  # endings of their files
_NO_PATH = (
    "name a knowledge file, a .txt article or a folder of them; --knowledge example is the article that comes with this program"
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a file or a folder holds.

    Attributes:
        manuscripts: the knowledge files that can be read, as they were written.
        bare: the articles that no knowledge file is about.
        faults: every fault of all files.
    """

    manuscripts: tuple[Manuscript, ...]
    bare: tuple[Knowledge, ...]
    faults: tuple[Fault, ...]


def load(path: Path) -> tuple[Knowledge, ...]:
    """Load a knowledge file, a bare article (`*.txt`), or every one of both in a folder, sorted by name.

    Hidden files of a folder are passed over: editors and other systems leave copies there under such names.

    Raises:
        KnowledgeError: with every fault of every file, one line each.
    """
    shelf = read(path)
    if shelf.faults:
        raise KnowledgeError(shelf.faults)
    return (*(manuscript.knowledge for manuscript in shelf.manuscripts), *shelf.bare)


def read_curated(path: Path) -> tuple[tuple[Manuscript, ...], tuple[Fault, ...]]:
    """Read the knowledge files alone, with every fault.

    Raises:
        KnowledgeError: there is none.
    """
    shelf = read(path)
    if not (shelf.manuscripts or shelf.faults):
        raise _refused(path, "no knowledge file (*.yaml) here", "name one, or begin one with draft")
    return shelf.manuscripts, shelf.faults


def read(path: Path) -> Shelf:
    """Read the same files as `load`, as far as they can be read.

    Where several articles have entries, every entry is qualified by its article's name.

    Raises:
        KnowledgeError: there is no such file, or nothing to read.
    """
    files = _files(path)
    curated = [file for file in files if file.suffix in _KNOWLEDGE]
    manuscripts: list[Manuscript] = []
    faults: list[Fault] = []
    for file in curated:
        try:
            manuscripts.append(read_manuscript(file))
            faults.extend(manuscripts[-1].faults)
        except KnowledgeError as error:
            faults.extend(error.faults)
    bare: list[Knowledge] = []
    if len(manuscripts) == len(curated):  # else nobody knows which articles the others are about
        known = {manuscript.fields.article.file for manuscript in manuscripts}
        bare = _bare([file for file in files if file.suffix in _ARTICLE and file.name not in known], faults)
    faults.extend(_shared_ids(manuscripts))
    return Shelf(tuple(_qualified(manuscripts)), tuple(bare), tuple(faults))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        shown = sorted(file for file in path.glob("*") if not file.name.startswith("."))
        files = [file for endings in (_KNOWLEDGE, _ARTICLE) for file in shown if file.suffix in endings]
        if not files:
            what = "no knowledge file (*.yaml) and no article (*.txt) in this folder"
            raise _refused(path, what, "add one, or name another folder")
        return files
    if path.is_symlink() and not path.exists():
        raise _refused(path, "this symbolic link leads to no file", "mend it, or name the file itself")
    if not path.exists():
        raise _refused(path, "there is no such file or folder", _NO_PATH)
    if path.suffix not in _KNOWLEDGE + _ARTICLE:
        raise _refused(path, "not a knowledge file", "name a .yaml file, a .txt article, or a folder of them")
    return [path]


def _refused(path: Path, what: str, fix: str) -> KnowledgeError:
    return KnowledgeError([Fault(path, "file", what, fix)])


def _bare(files: Sequence[Path], faults: list[Fault]) -> list[Knowledge]:
    found: list[Knowledge] = []
    for file in files:
        try:
            article, digest = read_article(file)
            found.append(Knowledge(file, digest, article, (), {}))
        except KnowledgeError as error:
            faults.extend(error.faults)
    return found


def _shared_ids(manuscripts: Sequence[Manuscript]) -> Iterator[Fault]:
    """Several files may be about one article, and then their entries need ids that differ."""
    owners: dict[tuple[str, str], Path] = {}
    for manuscript in manuscripts:
        for id_ in manuscript.written:
            owner = owners.setdefault((manuscript.fields.article.file, id_), manuscript.path)
            if owner != manuscript.path:
                what = f"the id “{id_}” is also in {owner}"
                yield manuscript.fault("schema", manuscript.at(id_, "id"), what, "give one of them another id")


def _qualified(manuscripts: Sequence[Manuscript]) -> Iterator[Manuscript]:
    several = len({manuscript.fields.article.file for manuscript in manuscripts if manuscript.knowledge.entries}) > 1
    for manuscript in manuscripts:
        knowledge = manuscript.knowledge
        if several:
            name = knowledge.article.name
            entries = tuple(replace(entry, qualifier=name) for entry in knowledge.entries)
            knowledge = replace(knowledge, entries=entries)
        yield replace(manuscript, knowledge=knowledge)
