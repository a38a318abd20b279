"""What a curator may change in a knowledge file, each change a value of its own."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any, Literal

from bot.knowledge import Value, id_for

WordingField = Literal["phrasings", "answered_yes", "answered_no"]
ArticleField = Literal["title", "publisher", "dateline", "url", "captions", "skipped"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that a curator wants to add: with an answer and passages, or with a note."""

    question: str
    answer: str
    note: str
    passages: tuple[str, ...]
    phrasings: tuple[str, ...]
    topic: str
    id: str
    near: tuple[tuple[str, str], ...]

    @property
    def section(self) -> str:
        """The list of the file that the entry belongs to."""
        return "entries" if self.answer else "unanswered"

    def entry(self, taken: Container[str], draft: bool = False) -> dict[str, Any]:
        """Return the entry as it is written; its id is made from the question where none was given."""
        fields: dict[str, Any] = {"id": self.id or id_for(self.question, taken)}
        if draft:
            fields["draft"] = "true"
        if self.topic:
            fields["topic"] = self.topic
        fields["question"] = self.question
        if self.phrasings:
            fields["phrasings"] = list(self.phrasings)
        if self.near:
            fields["near"] = dict(self.near)
        fields |= {"answer": self.answer} if self.answer else {"note": self.note}
        if self.passages:
            fields["passages"] = list(self.passages)
        return fields


@dataclass(frozen=True, slots=True)
class AddWording:
    """A wording more for an entry; `field` says whether its reply begins with yes or no."""

    entry: str
    wording: str
    field: WordingField = "phrasings"


@dataclass(frozen=True, slots=True)
class AddEntry:
    """An entry more, at the end of its section; the bot does not use a draft."""

    proposal: Proposal
    draft: bool = False


@dataclass(frozen=True, slots=True)
class AddSynonym:
    """Other words for a word."""

    word: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetField:
    """A field of an entry becomes another value, or is removed (None)."""

    entry: str
    field: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """An entry goes, with the comment right above it."""

    entry: str


@dataclass(frozen=True, slots=True)
class SetArticle:
    """What the file tells of its article becomes another value; an empty one is removed."""

    field: ArticleField
    value: str | tuple[str, ...]


Edit = AddWording | AddEntry | AddSynonym | SetField | RemoveEntry | SetArticle
