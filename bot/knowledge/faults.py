"""A validation error in an editor's words: where it is in the file, what is wrong, how to mend it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.knowledge.strict_yaml import Document


def schema_fault(path: Path, document: Document, fault: Any) -> str:
    """Return one line for one error of the schema (pydantic's ErrorDetails)."""
    where = tuple(step for step in fault["loc"] if step not in ("str", "QuoteFields", "constrained-str"))
    where = tuple(step for step in where if not (isinstance(step, str) and step.startswith(("function-", "tagged-"))))
    line, _ = document.place(where)
    return f"{path}:{line}: {_named(where)}: {_mended(fault)}"


def _named(where: Sequence[str | int]) -> str:
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in where).lstrip(".") or "the file"


def _mended(fault: Any) -> str:
    """Say in an editor's words what a validation error means."""
    limits = fault.get("ctx", {})
    words = {
        "missing": "is missing; add it",
        "extra_forbidden": "is not a field of a knowledge file; remove it or mend its spelling",
        "string_type": "must be a text; put quotes around it",
        "string_too_short": "is empty; write it or remove it",
        "string_too_long": f"is longer than {limits.get('max_length')} characters; shorten it",
        "tuple_type": "must be a list; write each item on a line of its own after a dash",
        "dict_type": "must be a mapping of a word to a list of words",
        "model_type": "must be a mapping of fields to values",
        "too_short": "needs at least one item",
        "literal_error": "must be 1, the version this program reads",
    }
    if fault["type"] == "string_pattern_mismatch":
        return _pattern_words(fault)
    return words.get(fault["type"], str(fault["msg"]))


def _pattern_words(fault: Any) -> str:
    field = next((step for step in reversed(fault["loc"]) if isinstance(step, str)), "")
    expected = {
        "id": "must be lower-case words joined by dashes, such as treaty-renewed",
        "file": "must be the name of a .txt file beside this one",
        "sha256": "must be the 64 hexadecimal digits that sha256sum prints",
        "language": "must be a language tag such as en or zh-Hans",
        "url": "must start with https://",
    }
    return expected.get(field, "has a form that is not allowed")
