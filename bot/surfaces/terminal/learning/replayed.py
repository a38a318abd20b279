"""What would change, in a terminal: the replies that differ, before and after."""

from collections.abc import Iterator

import click

from bot.curation import counted
from bot.curation.replay import Difference, Replayed, Said
from bot.language import harmless

_SHOWN = 30
_TEXT = 100  # characters of an answer


def show_replayed(replayed: Replayed) -> None:
    """Show how many replies get better and worse, and the first of those that differ, the worse ones first."""
    for line in replayed_lines(replayed):
        click.echo(harmless(line))


def replayed_lines(replayed: Replayed) -> Iterator[str]:
    """Yield the same as lines."""
    counts = ", ".join(f"{replayed.count(change)} {change}" for change in ("better", "worse", "other"))
    asked, changed = counted(replayed.asked, "question"), len(replayed.differences)
    yield f"{asked} asked before and after; replied to otherwise: {changed} ({counts})"
    for difference in replayed.differences[:_SHOWN]:
        yield from _lines(difference)
    if len(replayed.differences) > _SHOWN:
        yield f"… and {len(replayed.differences) - _SHOWN} more"


def _lines(difference: Difference) -> Iterator[str]:
    yield f"{difference.change:<6} “{difference.question}”"
    yield f"  before: {_said(difference.before)}"
    yield f"  after:  {_said(difference.after)}"


def _said(said: Said) -> str:
    text = said.text if len(said.text) <= _TEXT else f"{said.text[: _TEXT - 1]}…"
    return " ".join(part for part in (said.outcome.replace("_", " "), f"{said.confidence:.2f}", said.entry, text) if part)
