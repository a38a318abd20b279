"""What was asked as a table for other programs."""

from collections.abc import Iterable

from bot.curation.learn import csv_text
from bot.journal import Question

_COLUMNS = ("time", "text", "outcome", "entry", "confidence", "surface", "latency")


def csv_of(questions: Iterable[Question]) -> str:
    """Return questions as CSV, of each what the page shows."""
    return csv_text(_COLUMNS, map(_row, questions))


def _row(one: Question) -> tuple[str, ...]:
    time = one.time.isoformat(timespec="seconds")
    return time, one.text, one.outcome, one.entry or "", f"{one.confidence:.3f}", one.surface, f"{one.latency:.3f}"
