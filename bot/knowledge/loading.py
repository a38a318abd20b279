"""From files to proven knowledge. Nothing is loaded unless every passage was found in its pinned article."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from bot.errors import KnowledgeError
from bot.knowledge import strict_yaml
from bot.knowledge.article import sha256
from bot.knowledge.entries import Knowledge
from bot.knowledge.faults import schema_fault
from bot.knowledge.files import read_text
from bot.knowledge.proving import Proof
from bot.knowledge.schema import KnowledgeFields


def load(path: Path) -> tuple[Knowledge, ...]:
    """Load a knowledge file, or every one (`*.yaml`) in a folder, sorted by name.

    Raises:
        KnowledgeError: with every fault of every file, one line each.
    """
    loaded: list[Knowledge] = []
    faults: list[str] = []
    for file in _files(path):
        try:
            loaded.append(_load_file(file))
        except KnowledgeError as error:
            faults.extend(error.faults)
    faults.extend(_shared_ids(loaded))
    if faults:
        raise KnowledgeError(faults)
    return tuple(loaded)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        files = sorted(path.glob("*.yaml"))
        if not files:
            raise KnowledgeError([f"{path}: no knowledge file (*.yaml) in this folder; add one, or name another folder"])
        return files
    if not path.exists():
        raise KnowledgeError([f"{path}: there is no such file or folder; check the path"])
    if path.suffix not in (".yaml", ".yml"):
        raise KnowledgeError([f"{path}: not a knowledge file; name a .yaml file or a folder of them"])
    return [path]


def _shared_ids(loaded: Sequence[Knowledge]) -> Iterator[str]:
    owners: dict[str, Path] = {}
    for knowledge in loaded:
        for entry in knowledge.entries:
            owner = owners.setdefault(entry.id, knowledge.path)
            if owner != knowledge.path:
                yield f"{knowledge.path}: the id “{entry.id}” is also in {owner}; give one of them another id"


def _load_file(path: Path) -> Knowledge:
    text, content = read_text(path)
    try:
        document = strict_yaml.parse(text)
    except strict_yaml.StrictYamlError as fault:
        raise KnowledgeError([f"{path}:{fault.line}: {fault.what}"]) from None
    try:
        fields = KnowledgeFields.model_validate(document.value)
    except ValidationError as error:
        raise KnowledgeError([schema_fault(path, document, fault) for fault in error.errors()]) from None
    return Proof(path, document, fields).knowledge(sha256(content))
