"""A knowledge file as it was written: the place of everything in it, and what of it was proven."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from bot.errors import Fault, KnowledgeError, Severity
from bot.knowledge import strict_yaml
from bot.knowledge.article import sha256
from bot.knowledge.entry import Knowledge
from bot.knowledge.faults import schema_faults
from bot.knowledge.files import read_text
from bot.knowledge.schema import EntryFields, KnowledgeFields, UnansweredFields
from bot.knowledge.validate import Proof


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
    document: strict_yaml.Document
    fields: KnowledgeFields
    knowledge: Knowledge
    faults: tuple[Fault, ...]

    @cached_property
    def written(self) -> dict[str, tuple[strict_yaml.Path, EntryFields | UnansweredFields]]:
        """Every entry's fields and their path in the document, by id; drafts too."""
        sections: dict[str, tuple[EntryFields | UnansweredFields, ...]] = {
            "entries": self.fields.entries,
            "unanswered": self.fields.unanswered,
        }
        return {one.id: ((name, place), one) for name, found in sections.items() for place, one in enumerate(found)}

    @property
    def pinned(self) -> bool:
        """Whether the article is the one that the file has pinned."""
        return sha256(self.knowledge.article.text.encode("utf-8")) == self.fields.article.sha256

    def fault(self, rule: str, where: strict_yaml.Path, what: str, mend: str, severity: Severity = "error") -> Fault:
        """Return a fault at a path of the document."""
        return Fault(self.path, rule, what, mend, *self.document.place(where), severity)

    def at(self, entry: str, *steps: str | int) -> strict_yaml.Path:
        """Return the path of an entry, or of something in it."""
        return (*self.written[entry][0], *steps)


def read_manuscript(path: Path, text: str | None = None) -> Manuscript:
    """Read a knowledge file, or the text that is to become it, and prove what can be proven.

    Raises:
        KnowledgeError: the file cannot be read, is not of the form, or its article cannot be read.
    """
    content = text.encode("utf-8") if text is not None else b""
    if text is None:
        text, content = read_text(path)
    try:
        document = strict_yaml.parse(text)
    except strict_yaml.StrictYamlError as fault:
        raise KnowledgeError([Fault(path, "schema", fault.what, fault.mend, fault.line, fault.column)]) from None
    try:
        fields = KnowledgeFields.model_validate(document.value)
    except ValidationError as error:
        raise KnowledgeError(schema_faults(path, document, error.errors())) from None
    proof = Proof(path, document, fields)
    knowledge = proof.knowledge(sha256(content))
    return Manuscript(path, text, document, fields, knowledge, proof.faults)
