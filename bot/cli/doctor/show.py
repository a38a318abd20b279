"""Shows findings in a terminal, a line each."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.cli.doctor.findings import Finding

_STYLES = {"ok": "green", "note": "yellow", "wrong": "bold red"}


def show(findings: Iterable[Finding]) -> bool:
    """Show each finding as soon as it is made, and return whether nothing is wrong."""
    console = Console(highlight=False, emoji=False, soft_wrap=True)
    well = True
    for finding in findings:
        console.print(Text(f"{finding.sign:<5} ", _STYLES[finding.sign]) + Text(finding.text))
        well = well and finding.sign != "wrong"
    return well
