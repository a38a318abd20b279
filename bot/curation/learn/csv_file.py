"""The questions of a journal as a table for other programs, in which no text is a formula."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from bot.files import write
from bot.journal import Question

_COLUMNS = ("time", "outcome", "entry", "confidence", "guards", "surface", "guild", "latency", "text")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection); also behind spaces."""


def write_csv(questions: Iterable[Question], path: Path) -> None:
    """Write a line a question, in UTF-8; who asked is left out.

    Raises:
        OutputError: the file cannot be written.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(_COLUMNS)
    table.writerows(map(_row, questions))
    write(path, out.getvalue().encode("utf-8", "replace"))


def _row(question: Question) -> list[str]:
    cells = (
        question.time.isoformat(timespec="seconds"),
        question.outcome,
        question.entry or "",
        f"{question.confidence:.4f}",
        " ".join(question.guards),
        question.surface,
        "" if question.guild is None else f"{question.guild}",
        f"{question.latency:.4f}",
        question.text,
    )
    return [harmless_cell(cell) for cell in cells]


def harmless_cell(text: str) -> str:
    """Return a text that a spreadsheet shows as it is: before what would be a formula stands an apostrophe."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
