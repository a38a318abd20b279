"""From files to proven knowledge. Nothing is loaded unless every passage was found in its pinned article."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.knowledge.article import read_article
from bot.knowledge.entry import Knowledge
from bot.knowledge.manuscript import Manuscript, read_manuscript

_KNOWLEDGE, _ARTICLE = (".yaml", ".yml"), (".txt",)  # endings of their files
_FOR_PEOPLE = frozenset(
    ("authors", "changelog", "changes", "contributing", "copying", "licence", "license", "notes", "notice", "readme", "todo")
)
_NO_PATH = (
    "name a knowledge file, a .txt article or a folder of them; --knowledge example is the article that comes with this program"
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a file or a folder holds.

    Attributes:
        manuscripts: the knowledge files that can be read, as they were written.
        bare: the articles that no knowledge file is about.
        unread: the files that cannot be read.
        faults: every fault of all files.
    """

    manuscripts: tuple[Manuscript, ...]
    bare: tuple[Knowledge, ...]
    unread: tuple[Path, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Library:
    """What can be served of a file or a folder, and what is wrong with the rest."""

    knowledge: tuple[Knowledge, ...]
    faults: tuple[Fault, ...]


def load(path: Path) -> tuple[Knowledge, ...]:
    """Load a knowledge file, a bare article (`*.txt`), or every one of both in a folder, sorted by name.

    Of a folder hidden files are passed over, because editors and other systems leave copies under such names, and texts
    called as those for people are, whatever their case: README.txt, LICENSE.txt, NOTES.txt and their like.

    Raises:
        KnowledgeError: with every fault of every file, one line each.
    """
    shelf = read(path)
    if shelf.faults:
        raise KnowledgeError(shelf.faults)
    return (*(manuscript.knowledge for manuscript in shelf.manuscripts), *shelf.bare)


def load_all(path: Path, before: Sequence[Knowledge] = ()) -> Library:
    """Load the same files as `load`, without those that have faults.

    An article is served whole or not at all: where one of several files about it has a fault, none of them is used. A file
    that cannot be read is taken to be about the article of its own name.

    Args:
        path: the file or the folder.
        before: what was loaded from there earlier; of an article that is refused now, that stays.

    Raises:
        KnowledgeError: nothing is left; with every fault.
    """
    shelf = read(path)
    faulty = {fault.path for fault in shelf.faults}
    refused = {one.knowledge.article.name for one in shelf.manuscripts if one.path in faulty}
    refused |= {file.stem for file in shelf.unread} | {old.article.name for old in before if old.path in shelf.unread}
    found = (*(manuscript.knowledge for manuscript in shelf.manuscripts), *shelf.bare)
    sound = [one for one in found if one.article.name not in refused]
    kept = [old for old in before if old.article.name in refused]
    if not (sound or kept):
        raise KnowledgeError(shelf.faults)
    return Library(tuple(_qualified((*sound, *kept), _curated(shelf.manuscripts, shelf.unread))), shelf.faults)


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
    manuscripts: list[Manuscript] = []
    unread: list[Path] = []
    faults: list[Fault] = []
    for file in (file for file in files if file.suffix in _KNOWLEDGE):
        try:
            manuscripts.append(read_manuscript(file))
            faults.extend(manuscripts[-1].faults)
        except KnowledgeError as error:
            unread.append(file)
            faults.extend(error.faults)
    curated = {manuscript.article_path.stem for manuscript in manuscripts} | {file.stem for file in unread}
    bare = list(_bare((file for file in files if file.suffix in _ARTICLE and file.stem not in curated), unread, faults))
    faults.extend(_shared_ids(manuscripts))
    qualified = _qualified([manuscript.knowledge for manuscript in manuscripts], _curated(manuscripts, unread))
    named = [replace(manuscript, knowledge=own) for manuscript, own in zip(manuscripts, qualified, strict=True)]
    return Shelf(tuple(named), tuple(bare), tuple(unread), tuple(dict.fromkeys(faults)))


def _files(path: Path) -> list[Path]:
    try:
        if path.is_dir():
            return _in_folder(path)
        missing = not path.exists()
    except OSError as error:
        raise _refused(path, f"cannot be read ({error.strerror})", "check that it is there and readable") from None
    if missing and path.is_symlink():
        raise _refused(path, "this symbolic link leads to no file", "mend it, or name the file itself")
    if missing:
        raise _refused(path, "there is no such file or folder", _NO_PATH)
    if path.suffix not in _KNOWLEDGE + _ARTICLE:
        raise _refused(path, "not a knowledge file", "name a .yaml file, a .txt article, or a folder of them")
    return [path]


def _in_folder(path: Path) -> list[Path]:
    shown = sorted(file for file in path.iterdir() if not (file.name.startswith(".") or _is_for_people(file)))
    files = [file for endings in (_KNOWLEDGE, _ARTICLE) for file in shown if file.suffix in endings]
    if not files:
        what = "no knowledge file (*.yaml) and no article (*.txt) in this folder"
        raise _refused(path, what, "add one, or name another folder")
    return files


def _is_for_people(file: Path) -> bool:
    """Say whether a text is about the folder and no article: README.txt, license.txt, README.de.txt."""
    return file.suffix in _ARTICLE and file.name.partition(".")[0].casefold() in _FOR_PEOPLE


def _refused(path: Path, what: str, fix: str) -> KnowledgeError:
    return KnowledgeError([Fault(path, "file", what, fix)])


def _bare(files: Iterable[Path], unread: list[Path], faults: list[Fault]) -> Iterator[Knowledge]:
    for file in files:
        try:
            article, digest = read_article(file)
            yield Knowledge(file, digest, article, (), {})
        except KnowledgeError as error:
            unread.append(file)
            faults.extend(error.faults)


def _shared_ids(manuscripts: Sequence[Manuscript]) -> Iterator[Fault]:
    """Several files may be about one article, and then their entries need ids that differ."""
    owners: dict[tuple[str, str], Path] = {}
    for manuscript in manuscripts:
        for id_ in manuscript.written:
            owner = owners.setdefault((manuscript.fields.article.file, id_), manuscript.path)
            if owner != manuscript.path:
                what = f"the id “{id_}” is also in {owner}"
                yield manuscript.fault("schema", manuscript.at(id_, "id"), what, "give one of them another id")


def _curated(manuscripts: Iterable[Manuscript], unread: Iterable[Path]) -> set[str]:
    """Return the names of the articles that have entries, or would if their files could be read."""
    read = {one.knowledge.article.name for one in manuscripts if any(entry.draft != "true" for _, entry in one.written.values())}
    return read | {file.stem for file in unread if file.suffix in _KNOWLEDGE}


def _qualified(library: Sequence[Knowledge], curated: Collection[str]) -> Iterator[Knowledge]:
    """Yield the knowledge with its entries qualified where there are several curated articles, served or not.

    So an entry is called the same, whatever becomes of the other files.
    """
    several = len({knowledge.article.name for knowledge in library if knowledge.entries}.union(curated)) > 1
    for knowledge in library:
        name = knowledge.article.name if several else ""
        yield replace(knowledge, entries=tuple(replace(entry, qualifier=name) for entry in knowledge.entries))
