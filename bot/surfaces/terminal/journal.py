"""The journal in a terminal: what became of questions, how answers were judged, what was reported as wrong."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.language import harmless

if TYPE_CHECKING:  # a short answer in a terminal must not wait for the database's library
    from bot.journal import Question, Report, Vote


def show_journal(questions: "Iterable[Question]", votes: "Iterable[Vote]", reports: "Iterable[Report]") -> None:
    """Show the questions by outcome and entry, the votes by entry, and each report on a line of its own."""
    console = Console()
    asked = Counter((question.outcome, question.entry or "") for question in questions)
    judged = Counter((vote.entry, "helpful" if vote.helpful else "not helpful") for vote in votes)
    console.print(_table("Questions", ("outcome", "entry"), asked))
    console.print(_table("Votes", ("entry", "judged"), judged))
    console.print("Reported as wrong")
    for report in reports:
        console.print(Text(f"{report.time:%Y-%m-%d %H:%M} {report.entry}: {harmless(report.text)}"))


def _table(title: str, columns: tuple[str, str], counted: Counter[tuple[str, str]]) -> Table:
    table = Table(*columns, "number", title=title, title_justify="left")
    for cells, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(*map(Text, map(harmless, cells)), str(count))
    return table
