"""The shape of a knowledge file: which fields there are, and what each may hold; also as a JSON Schema for editors.

These models only check and carry what was written; `bot.knowledge.validate` proves it and makes it knowledge. The
descriptions are what an editor shows while a curator types.
"""

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag
from pydantic_core import PydanticCustomError

from bot.language import is_invisible

QUESTION = 100
"""Longest canonical question: it is shown as a choice, and Discord's choices hold 100 characters."""
TEXT = 1000
"""Longest answer, note or phrasing; with its passage it must fit a message."""
MESSAGE_ROOM = 1100
"""Most of a Discord message that an answer or note may take; what it always stands with takes the rest of the 2,000."""
POINT, POINTS = 200, 5
"""Longest point of an overview, and most of them: a list that is longer is not read."""
UNNAMED = "More"
"""The topic of an entry that has none."""
LONGEST_ID = 60
SCHEMA_FILE = "knowledge.schema.json"
_PLAIN = ("1", "true", "false")  # read as text, and typed without quotes
_TWICE = frozenset("\\*_~`|<[:\r\n")  # signs of formatting, which are escaped in a message; lines, whose first character may be
_SCHEMA_DIALECT = "http://json-schema.org/draft-07/schema#"  # what yaml-language-server reads
_SCHEMA_ID = "urn:onrecord:knowledge:1"


def _seen(text: str) -> str:
    if text and is_invisible(text):
        raise PydanticCustomError("invisible", "has no character that can be seen")
    return text


def _printable(text: str) -> str:
    if not text.isprintable():
        raise PydanticCustomError("unprintable", "has a character that cannot be seen")
    return text


def _fits_message(text: str) -> str:
    """Return a text that is shown whole in any Discord message; most emoji and every sign of formatting count twice there."""
    if len(text) + sum(character > "\uffff" or character in _TWICE for character in text) > MESSAGE_ROOM:
        raise PydanticCustomError("message_room", "takes too much of a message")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=LONGEST_ID)]
Question = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION), AfterValidator(_seen)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=TEXT), AfterValidator(_seen)]
_Told = Annotated[str, AfterValidator(_seen)]
Said = Annotated[Text, AfterValidator(_fits_message)]
Point = Annotated[str, StringConstraints(strip_whitespace=True, max_length=POINT), AfterValidator(_seen)]
_Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_File = Annotated[str, StringConstraints(pattern=r"^[^/\\]+\.txt$"), AfterValidator(_printable)]
_Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$")]
_LETTER = r"[^\s!-/:-@\[-`{-~]"  # or digit, of any script
_HOST = rf"({_LETTER}({_LETTER}|[-._])*|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?"
_REST = r'[/?#][^\s"<>\\^`{|}]*'
_Url = Annotated[str, StringConstraints(pattern=rf"^(https?://{_HOST}({_REST})?)?$"), AfterValidator(_printable)]


class _Fields(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class QuoteFields(_Fields):
    """A passage with more to say of it: what stands around it, where it occurs more than once; what it adds to an overview."""

    quote: Text = Field(description="The passage, copied from the article; or the number of a sentence, such as S22.")
    prefix: str = Field(default="", description="What stands right before it.")
    suffix: str = Field(default="", description="What stands right after it.")
    point: Point = Field(
        default="", description="In an overview, what this passage says, in a line of the list; all passages have one, or none."
    )


def _kind(written: object) -> str:
    return LONG if isinstance(written, dict | QuoteFields) else SHORT


SHORT, LONG = "<short>", "<long>"
"""The two forms of a passage, as they are called in a validation error's path."""
Quote = Annotated[Annotated[Text, Tag(SHORT)] | Annotated[QuoteFields, Tag(LONG)], Discriminator(_kind)]


class _Asked(_Fields):
    """What answered and unanswered entries share."""

    id: Id = Field(description="The entry's name: lower-case words joined by dashes, once among all files about one article.")
    question: Question = Field(description="The question as it is shown to readers; at most 100 characters.")
    topic: Text = Field(default=UNNAMED, description="The heading under which the question is listed.")
    phrasings: tuple[Text, ...] = Field(
        default=(), description="How readers ask it: ten or more wordings, as different as people are."
    )
    near: dict[Id, Text] = Field(
        default={}, description="Ids of entries that are asked in much the same words, each with the reason why both are needed."
    )
    draft: Literal["true", "false"] = Field(
        default="false", description="Whether the entry still waits for a person's approval; until then the bot does not use it."
    )


class EntryFields(_Asked):
    """A question that the article answers."""

    answer: Said = Field(description="The approved answer. It says no more than its passages.")
    question_answered: Literal["", "yes", "no"] = Field(
        default="", description="Where the question itself asks for yes or no: which of them its reply begins with."
    )
    answered_yes: tuple[Text, ...] = Field(default=(), description="More wordings, whose reply begins with yes.")
    answered_no: tuple[Text, ...] = Field(default=(), description="More wordings, whose reply begins with no.")
    passages: tuple[Quote, ...] = Field(
        min_length=1,
        description="The proof, copied from the article; spaces, quotes and dashes may be typed plainly. "
        "Or the number of a sentence, such as S22 or S22-S24, which `write-out` replaces by its words.",
    )


class UnansweredFields(_Asked):
    """A question that readers ask and the article does not answer, or that takes a wrong claim for granted."""

    note: Said = Field(description="What the article does not say, or says instead.")
    claim: Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT)] = Field(
        default="",
        description="Where the note sets a wrong claim right: that claim, in the words that readers make it with. "
        "A question that says the opposite of one of them does not get the note.",
    )
    passages: tuple[Quote, ...] = Field(default=(), description="What the article does say nearby, copied from it or as S22.")


class ArticleFields(_Fields):
    """The article that a knowledge file is about, pinned by the hash of its bytes."""

    file: _File = Field(description="The article's file, beside this one.")
    sha256: _Sha256 = Field(description="The SHA-256 of that file, as sha256sum prints it; `update` pins it anew.")
    title: _Told = Field(default="", description="The article's title.")
    publisher: _Told = Field(default="", description="Who published it.")
    dateline: _Told = Field(default="", description="Its place and day, such as Beijing, 15 December 2021.")
    language: _Language = Field(default="en", description="The article's language, such as en or zh-Hans.")
    url: _Url = Field(default="", description="Where it was published.")
    captions: tuple[Text, ...] = Field(default=(), description="Lines that are captions or headings, copied whole: never cited.")
    skipped: tuple[Text, ...] = Field(default=(), description="Sentences that need no entry, copied whole: left out of coverage.")


class KnowledgeFields(_Fields):
    """An article's questions and their approved answers."""

    version: Literal["1"] = Field(alias="schema", description="The version of this form: 1.")
    article: ArticleFields = Field(description="The article, pinned.")
    entries: tuple[EntryFields, ...] = Field(default=(), description="Questions that the article answers.")
    unanswered: tuple[UnansweredFields, ...] = Field(default=(), description="Questions that it does not answer.")
    synonyms: dict[Text, tuple[Text, ...]] = Field(default={}, description="A word, and other words for the same thing.")


def json_schema() -> str:
    """Return the JSON Schema as the text of its published file, with which editors check and complete while one types."""
    made = KnowledgeFields.model_json_schema(ref_template="#/definitions/{model}")
    definitions = made.pop("$defs")
    schema = {
        "$schema": _SCHEMA_DIALECT,
        "$id": _SCHEMA_ID,
        **made,
        "title": "Knowledge file of On Record",
        "definitions": definitions,
    }
    return json.dumps(_as_typed(schema), indent=2, ensure_ascii=False) + "\n"


def _as_typed(node: Any) -> Any:
    """Let 1, true and false be written without quotes, as editors type them: the loader reads every scalar as text."""
    if isinstance(node, list):
        return [_as_typed(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _as_typed(value) for key, value in node.items()}
    words = [found["const"]] if "const" in found else found.get("enum", [])
    if words:
        found.pop("const", None)
        found.pop("type", None)
        found["enum"] = [*words, *(json.loads(word) for word in words if word in _PLAIN)]
    return found
