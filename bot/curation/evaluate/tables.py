"""The results of an evaluation as tables for a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answering import Answerer
from bot.curation.evaluate.evaluation import Judged
from bot.curation.evaluate.metrics import Share
from bot.curation.evaluate.summary import false_share, shares, summary, worst_misses
from bot.curation.html import counted
from bot.language import harmless

_MISSES = 15
_HEADINGS = {
    "right": ("right",),
    "answered": ("answered",),
    "wrong / false": ("wrong", "false answer"),
    "suggested": ("suggested",),
    "unclear": ("unclear",),
    "denied / noted": ("denied", "noted"),
    "off topic": ("off topic",),
}
"""Columns, each with the verdicts that it shows."""
_PIPED = 220  # columns where the output is no terminal


def show(answerer: Answerer, judged: Sequence[Judged], terminal: bool, every_miss: bool) -> None:
    """Print the results; questions whose wording is in the knowledge file stand apart, because they prove nothing.

    Args:
        answerer: what was asked.
        judged: the questions with their replies.
        terminal: whether they are shown in a terminal, as wide as it is.
        every_miss: whether all misses are listed with the entry nearest to each, or only the worst.
    """
    console = Console(width=None if terminal else _PIPED)
    unseen, seen = [one for one in judged if not one.in_file], [one for one in judged if one.in_file]
    console.print(_by_kind(f"Questions whose wording is not in the knowledge file: {len(unseen)}", unseen))
    console.print(_totals(unseen, answerer.thresholds.answer))
    if seen:
        console.print(_by_kind(f"Questions whose wording is in the knowledge file: {len(seen)}", seen))
    console.print(_every(unseen) if every_miss else _worst(unseen))


def _by_kind(title: str, judged: Sequence[Judged]) -> Table:
    """Return a table: a row a kind, with each share, its count and its 95 % interval."""
    table = Table(title=title, title_justify="left", title_style="bold")
    graded = all(one.question.graded for one in judged)
    columns = {heading: names for heading, names in _HEADINGS.items() if heading != "answered" or not graded}
    for heading in ("kind", "questions", *columns):
        table.add_column(heading, justify="left" if heading == "kind" else "right", no_wrap=True)
    for kind, verdicts in shares(judged).items():
        cells = [[_described(verdicts[name]) for name in names if name in verdicts] for names in columns.values()]
        table.add_row(kind, str(next(iter(verdicts.values())).total), *("".join(cell) for cell in cells))
    return table


def _totals(judged: Sequence[Judged], threshold: float) -> str:
    """Return the figures of all questions together, one a line."""
    found = summary(judged)
    kinds = ", ".join(f"{kind} {value:.3f}" for kind, value in found["auroc"].items() if value is not None)
    accuracy = found["accuracy of what was answered"]
    lines = [
        f"answered from a confidence of {threshold:.2f}; of {accuracy['total']} answers {accuracy['share']:.3f} were right",
        f"without gold: {counted(found['without gold'], 'question')}; any answer to one is told as answered, and counts as right"
        if found["without gold"]
        else "",
        f"false answers: {_described(false_share(judged))} of all questions",
        f"right, or the right one offered: {_described(_share(found['right or offered']))} of those that the article answers",
        f"inapt notes: {_described(_share(found['inapt notes']))} of those whose aptness is known"
        if found["inapt notes"]["total"]
        else "",
        f"AUROC of right answers against {kinds}" if kinds else "",
        f"area under the risk-coverage curve {found['area under the risk-coverage curve']:.4f}; Brier score {found['brier']:.4f}",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _share(plain: Mapping[str, Any]) -> Share:
    return Share(plain["count"], plain["total"])


def _described(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({share.count}; {low:.2f}-{high:.2f})"


def _every(judged: Sequence[Judged]) -> Table:
    """Return a table of every miss, the worst first, with the entry nearest to it."""
    table = Table(title=f"Misses: {len(worst_misses(judged))}", title_justify="left", title_style="bold")
    for heading in ("id", "verdict", "question", "nearest entry", "confidence", "nearest phrasing"):
        table.add_column(heading, overflow="fold")
    for one in worst_misses(judged):
        near = (one.nearest.entry, f"{one.nearest.confidence:.2f}", one.nearest.phrasing) if one.nearest else ("", "", "")
        table.add_row(*(Text(harmless(cell)) for cell in (one.question.id, _verdict(one), one.question.q, *near)))
    return table


def _verdict(one: Judged) -> str:
    return f"{one.verdict}, right one offered" if one.offered else one.verdict


def _worst(judged: Sequence[Judged]) -> Table:
    """Return a table of the worst misses with the evidence for them."""
    table = Table(title="Worst misses", title_justify="left", title_style="bold")
    for heading in ("id", "kind", "verdict", "confidence", "question", "nearest phrasing", "guards"):
        table.add_column(heading, overflow="fold")
    for one in worst_misses(judged)[:_MISSES]:
        sure = f"{one.confidence:.2f}"
        guards = ", ".join(guard.name for guard in one.reply.reason.guards)
        phrasing = one.nearest.phrasing if one.nearest else ""
        cells = one.question.id, one.question.kind, _verdict(one), sure, one.question.q, phrasing, guards
        table.add_row(*(Text(harmless(cell)) for cell in cells))  # as text: a question may hold what rich takes for markup
    return table
