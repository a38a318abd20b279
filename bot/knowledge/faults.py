"""A validation error in an editor's words: where it is in the file, what is wrong, how to mend it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.errors import Fault
from bot.knowledge.schema import LONG, SHORT
from bot.knowledge.strict_yaml import Document

_WORDS = {
    "missing": ("is missing", "add it"),
    "extra_forbidden": ("is not a field of a knowledge file", "remove it or mend its spelling"),
    "string_type": ("must be a text", "put quotes around it"),
    "string_too_short": ("is empty", "write it or remove it"),
    "string_too_long": ("is longer than {max_length} characters", "shorten it"),
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
    "url": ("must start with https://", "copy the address whole, or leave it out"),
    "near": ("must name entries by their id", "write it such as treaty-renewed"),
    "schema": ("must be 1, the version this program reads", "write 1"),
    "draft": ("must be true or false", "remove the line once a person has approved the entry"),
}
_NO_STEPS = (SHORT, LONG, "[key]")  # pydantic's own, between the file's keys


def schema_faults(path: Path, document: Document, errors: Sequence[Any]) -> list[Fault]:
    """Return the faults for the errors of the schema (pydantic's ErrorDetails), in the file's order."""
    places = [error["loc"] for error in errors]
    return [_fault(path, document, error) for error in errors if not _follows(error, places)]


def _follows(error: Any, places: Sequence[tuple[Any, ...]]) -> bool:
    """Say whether a list is called too short only because its items have faults of their own."""
    place = error["loc"]
    return error["type"] == "too_short" and any(other[: len(place)] == place and other != place for other in places)


def _fault(path: Path, document: Document, error: Any) -> Fault:
    where = tuple(step for step in error["loc"] if step not in _NO_STEPS)
    what, mend = _mended(error)
    return Fault(path, "schema", f"{_named(where)}: {what}", mend, *document.place(where))


def _named(where: Sequence[str | int]) -> str:
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where).lstrip(".") or "the file"


def _mended(fault: Any) -> tuple[str, str]:
    """Say in an editor's words what a validation error means, and what to do."""
    field = next((step for step in reversed(fault["loc"]) if isinstance(step, str) and step in _FORMS), "")
    if fault["type"] in ("string_pattern_mismatch", "literal_error") and field:
        return _FORMS[field]
    what, mend = _WORDS.get(fault["type"], (str(fault["msg"]), "compare it with knowledge.schema.json"))
    return what.format_map(fault.get("ctx", {})), mend
