"""The questions of a journal as a table for other programs, in which no text is a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.files import write
from bot.journal import Question

_COLUMNS = ("time", "outcome", "entry", "confidence", "guards", "surface", "guild", "latency", "text")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), in full width too; also behind spaces."""


def write_csv(questions: Iterable[Question], path: Path) -> None:
    """Write a line a question, in UTF-8; who asked is left out.

    Raises:
        OutputError: the file cannot be written.
    """
    write(path, csv_text(_COLUMNS, map(_row, questions)).encode("utf-8", "replace"))


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as CSV (RFC 4180); a cell that a spreadsheet would work out is made a text."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(columns)
    table.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def _row(question: Question) -> list[str]:
    return [
        question.time.isoformat(timespec="seconds"),
        question.outcome,
        question.entry or "",
        f"{question.confidence:.4f}",
        " ".join(question.guards),
        question.surface,
        "" if question.guild is None else f"{question.guild}",
        f"{question.latency:.4f}",
        question.text,
    ]


def _harmless(text: str) -> str:
    """Return a text that a spreadsheet shows as it is: before what would be a formula stands an apostrophe."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
