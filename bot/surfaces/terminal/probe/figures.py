"""A probe in a terminal: its figures, and each question that went wrong."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.curation.probe import TRAPS, Probe, Wrong
from bot.language import harmless


def show_probe(found: Probe, console: Console | None = None) -> None:
    """Show the figures of a probe, and then what went wrong, two lines each, the surest first."""
    shown = console or Console(soft_wrap=True, highlight=False)
    for line in (*figures(found), *(line for one in found.wrong for line in lines_of(one))):
        shown.print(Text(harmless(line)))


def figures(found: Probe) -> Iterator[str]:
    """Yield how many went wrong, of all and of each kind, and of which articles nothing was asked."""
    if found.reason:
        yield found.reason
    if not found.asked:
        return
    yield f"{found.answered} of {found.traps} traps answered"
    yield f"{found.missed} of {found.paraphrases} paraphrases missed, {found.offered} of them offered"
    for kind, (asked, wrong) in found.by_kind.items():
        yield f"  {kind}: {wrong} of {asked} {'answered' if kind in TRAPS else 'missed'}"


def lines_of(one: Wrong) -> tuple[str, str]:
    """Return what was asked, and what was replied."""
    asked = one.asked
    role = "trap" if asked.is_trap else "paraphrase"
    stood_on = f" of {one.replied}" if one.replied else ""
    return (
        f"{asked.question}   [{role}: {asked.kind}, {asked.change}; from {asked.entry}]",
        f"    {one.outcome}{stood_on} ({one.confidence:.2f}) {one.said}".rstrip(),
    )
