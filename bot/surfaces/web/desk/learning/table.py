"""What was asked as a table for other programs."""

import csv
import io
from collections.abc import Iterable

from bot.journal import Question

_COLUMNS = ("time", "text", "outcome", "entry", "confidence", "surface", "latency")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula, in full width too."""


def csv_of(questions: Iterable[Question]) -> str:
    """Return questions as CSV (RFC 4180), a cell that a spreadsheet would work out made a text."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(_COLUMNS)
    for one in questions:
        times = one.time.isoformat(timespec="seconds")
        cells = (times, one.text, one.outcome, one.entry or "", f"{one.confidence:.3f}", one.surface, f"{one.latency:.3f}")
        table.writerow([harmless_cell(cell) for cell in cells])
    return written.getvalue()


def harmless_cell(text: str) -> str:
    """Return a text that no spreadsheet works out."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
