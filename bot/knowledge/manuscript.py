"""A knowledge file as it was written: the place of everything in it, what is wrong with it, and what of it was proven."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.errors import Fault, KnowledgeError, Severity
from bot.files import read_text
from bot.knowledge.article import sha256
from bot.knowledge.entry import Knowledge
from bot.knowledge.schema import LONG, MESSAGE_ROOM, SHORT, EntryFields, KnowledgeFields, Text, UnansweredFields
from bot.knowledge.strict_yaml import Document, KeyPath, StrictYamlError, parse_yaml
from bot.knowledge.validate import Proof

_MESSAGES = {
    "missing": ("is missing", "add it"),
    "extra_forbidden": ("is not a field of a knowledge file", "remove it or mend its spelling"),
    "string_type": ("must be a text", "put quotes around it"),
    "string_too_short": ("is empty", "write it or remove it"),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
    "invisible": ("has no character that can be seen", "write it or remove it"),
    "unprintable": ("has a character that cannot be seen", "type it anew"),
    "message_room": (
        f"takes more than {MESSAGE_ROOM} characters of a Discord message, where most emoji and signs of formatting count twice",
        "shorten it",
    ),
    "tuple_type": ("must be a list", "write each item on a line of its own after a dash"),
    "dict_type": ("must be a mapping", "write each item as a word, a colon and what belongs to it"),
    "model_type": ("must be a mapping of fields to values", "write each field on a line of its own"),
    "too_short": ("needs at least one item", "add it"),
}
_FORMS = {
    "id": ("must be lower-case words joined by dashes", "write it such as treaty-renewed"),
    "file": ("must be the name of a .txt file beside this one", "put the article there"),
    "sha256": ("must be 64 hexadecimal digits", "copy what sha256sum prints"),
    "language": ("must be a language tag", "write it such as en or zh-Hans"),
    "url": ("must start with https:// and name a site", "copy the address whole from the browser, or leave it out"),
    "near": ("must name entries by their id", "write it such as treaty-renewed"),
    "schema": ("must be 1, the version this program reads", "write 1"),
    "draft": ("must be true or false", "remove the line once a person has approved the entry"),
}
_NO_STEPS = (SHORT, LONG, "[key]")  # pydantic's own, between the file's keys


@dataclass(frozen=True)
class Manuscript:
    """One knowledge file.

    Attributes:
        text: the file's characters.
        document: what it holds, with places.
        fields: the same, checked against the schema.
        knowledge: what could be proven; entries with a fault of proof are left out.
        faults: what could not be proven; a file with one is not used.
    """

    path: Path
    text: str
    document: Document
    fields: KnowledgeFields
    knowledge: Knowledge
    faults: tuple[Fault, ...]

    @cached_property
    def written(self) -> dict[str, tuple[KeyPath, EntryFields | UnansweredFields]]:
        """Every entry's fields and their path in the document, by id; drafts too."""
        sections: dict[str, tuple[EntryFields | UnansweredFields, ...]] = {
            "entries": self.fields.entries,
            "unanswered": self.fields.unanswered,
        }
        return {one.id: ((name, place), one) for name, found in sections.items() for place, one in enumerate(found)}

    @property
    def article_path(self) -> Path:
        """The path of the article's file."""
        return self.path.parent / self.fields.article.file

    @property
    def pinned(self) -> bool:
        """Whether the article is the one that the file has pinned."""
        return sha256(self.knowledge.article.text.encode("utf-8")) == self.fields.article.sha256

    def fault(self, rule: str, where: KeyPath, what: str, fix: str, severity: Severity = "error") -> Fault:
        """Return a fault at a path of the document."""
        return Fault(self.path, rule, what, fix, *self.document.place(where), severity)

    def at(self, entry: str, *steps: str | int) -> KeyPath:
        """Return the path of an entry, or of something in it."""
        return (*self.written[entry][0], *steps)


def read_manuscript(path: Path, text: str | None = None) -> Manuscript:
    """Read a knowledge file, or the text that is to become it, and prove what can be proven.

    Raises:
        KnowledgeError: the file cannot be read, is not of the form, or its article cannot be read.
    """
    content = text.encode("utf-8", "surrogatepass") if text is not None else b""
    if text is None:
        text, content = read_text(path)
    try:
        document = parse_yaml(text)
    except StrictYamlError as fault:
        raise KnowledgeError([Fault(path, "schema", fault.what, fault.fix, fault.line, fault.column)]) from None
    try:
        fields = KnowledgeFields.model_validate(document.value)
    except ValidationError as error:
        raise KnowledgeError(_schema_faults(path, document, error.errors())) from None
    proof = Proof(path, document, fields)
    knowledge = proof.knowledge(sha256(content))
    return Manuscript(path, text, document, fields, knowledge, proof.faults)


def wording_fault(text: str) -> tuple[str, str] | None:
    """Say what is wrong with a text as a wording, and how to mend it; None where nothing is."""
    try:
        _text_adapter().validate_python(text)
    except ValidationError as error:
        return _message(error.errors()[0])
    return None


@cache
def _text_adapter() -> TypeAdapter[str]:
    return TypeAdapter(Text)


def _schema_faults(path: Path, document: Document, errors: Sequence[Any]) -> list[Fault]:
    """Return the faults for the errors of the schema (pydantic's ErrorDetails), in the file's order."""
    outer = {error["loc"][:end] for error in errors for end in range(len(error["loc"]))}
    return [_fault(path, document, error) for error in errors if not _follows(error, outer)]


def _follows(error: Any, outer: Container[tuple[Any, ...]]) -> bool:
    """Say whether a list is called too short only because its items have faults of their own: it is around them then."""
    return error["type"] == "too_short" and error["loc"] in outer


def _fault(path: Path, document: Document, error: Any) -> Fault:
    where = tuple(step for step in error["loc"] if step not in _NO_STEPS)
    what, fix = _message(error)
    return Fault(path, "schema", f"{_named(where)}: {what}", fix, *document.place(where))


def _named(where: Sequence[str | int]) -> str:
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where).lstrip(".") or "the file"


def _message(fault: Any) -> tuple[str, str]:
    """Say in an editor's words what a validation error means, and what to do."""
    field = next((step for step in reversed(fault["loc"]) if isinstance(step, str) and step in _FORMS), "")
    if fault["type"] in ("string_pattern_mismatch", "literal_error") and field:
        return _FORMS[field]
    what, fix = _MESSAGES.get(fault["type"], (str(fault["msg"]), "compare it with knowledge.schema.json"))
    return what.format_map(fault.get("ctx", {})), fix
