"""The shape of a knowledge file: which fields there are, and what each may hold.

These models only check and carry what was written; `bot.knowledge.loading` proves it and makes it knowledge.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

QUESTION = 100
"""Longest canonical question: it is shown as a choice, and Discord's choices hold 100 characters."""
TEXT = 1000
"""Longest answer, note or phrasing; with its passage it must fit a message."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TEXT)]


class _Fields(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class QuoteFields(_Fields):
    """A passage that stands more than once in the article, told apart by what stands before or after it."""

    quote: Text
    prefix: str = ""
    suffix: str = ""


class EntryFields(_Fields):
    """A question that the article answers."""

    id: Id
    question: Question
    topic: Text = "More"
    phrasings: tuple[Text, ...] = ()
    answer: Text
    passages: tuple[Text | QuoteFields, ...] = Field(min_length=1)


class UnansweredFields(_Fields):
    """A question that readers ask and the article does not answer, or that takes a wrong claim for granted."""

    id: Id
    question: Question
    topic: Text = "More"
    phrasings: tuple[Text, ...] = ()
    note: Text
    passages: tuple[Text | QuoteFields, ...] = ()


class ArticleFields(_Fields):
    """The article that a knowledge file is about, pinned by the hash of its bytes."""

    file: Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.txt$")]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    title: str = ""
    publisher: str = ""
    dateline: str = ""
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    url: Annotated[str, StringConstraints(pattern=r"^(https?://\S+)?$")] = ""
    captions: tuple[Text, ...] = ()


class KnowledgeFields(_Fields):
    """A whole knowledge file."""

    version: Literal["1"] = Field(alias="schema")
    article: ArticleFields
    entries: tuple[EntryFields, ...] = ()
    unanswered: tuple[UnansweredFields, ...] = ()
    synonyms: dict[Text, tuple[Text, ...]] = {}
