"""What was asked, in a terminal: the same summary that the page shows."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.curation import counted
from bot.curation.evaluate import Share
from bot.curation.learn import Asked, Group, Latency
from bot.language import harmless

NOT_KEPT = (
    "The words of questions are not kept, and nothing can be learned without them: set JOURNAL_QUESTIONS=on, and tell your"
    " members."
)
_SHOWN = 20  # rows of a table
_BAR = 40  # characters of the longest bar

_Row = tuple[str, ...]


def show_asked(asked: Asked, groups: Sequence[Group]) -> None:
    """Show what was asked: by outcome and day, what got no answer, what was voted down or reported, how long it took."""
    console = Console()
    console.print(Text(f"{counted(len(asked.questions), 'question')} in {counted(asked.filters.days, 'day')}"))
    if not asked.with_text:
        console.print(Text(NOT_KEPT))
    for title, columns, rows in _tables(asked, groups):
        if rows:
            console.print(_table(title, columns, rows))
    console.print(Text(_took(asked.latency)))


def _tables(asked: Asked, groups: Sequence[Group]) -> Iterator[tuple[str, _Row, Sequence[_Row]]]:
    shares = [(name, str(of.count), f"{100 * of.value:.1f} %") for name, of in asked.outcomes]
    yield "What became of them", ("outcome", "number", "share"), shares
    yield "Questions a day (UTC)", ("day", "number", ""), list(_days(asked))
    without = [(str(group.count), "\n".join(question.text for question in group.questions[:3])) for group in groups]
    yield "Without an answer, grouped by meaning", ("asked", "questions"), without[:_SHOWN]
    voted = [(use.entry, *_counts(use.unhelpful)) for use in asked.badly_voted]
    yield "Badly voted answers", ("entry", "not helpful", "95 % interval"), voted[:_SHOWN]
    reports = [(f"{one.time:%Y-%m-%d %H:%M}", one.entry, one.text) for one in asked.reports]
    yield "Reported as wrong", ("when", "entry", "what they wrote"), reports[:_SHOWN]
    slow = [(f"{one.latency:.2f} s", one.outcome, one.text) for one in asked.slow]
    yield "Slow replies", ("took", "outcome", "question"), slow[:_SHOWN]
    used = [(use.entry, str(use.asked)) for use in asked.entries]
    yield "Entries by use", ("entry", "asked"), used[:_SHOWN]


def _days(asked: Asked) -> Iterator[_Row]:
    numbers = [sum(day.outcomes.values()) for day in asked.days]
    most = max(numbers, default=0) or 1
    for day, number in zip(asked.days, numbers, strict=True):
        yield f"{day.date:%Y-%m-%d}", str(number), "█" * round(_BAR * number / most)


def _counts(share: Share) -> tuple[str, str]:
    low, high = share.interval
    return f"{share.count} of {share.total}", f"{100 * low:.0f} to {100 * high:.0f} %"


def _took(latency: Latency) -> str:
    half, most, nearly_all, slowest = (
        f"{1000 * one:.0f} ms" for one in (latency.half, latency.most, latency.nearly_all, latency.all)
    )
    return f"Half of the replies took {half}, nine in ten {most}, ninety-nine in a hundred {nearly_all}, the slowest {slowest}."


def _table(title: str, columns: _Row, rows: Iterable[_Row]) -> Table:
    table = Table(*columns, title=title, title_justify="left")
    for row in rows:
        table.add_row(*(Text("\n".join(map(harmless, cell.split("\n")))) for cell in row))
    return table
