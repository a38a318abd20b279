"""What was asked, as one self-contained page: figures, plots, what got no answer. Needs the extra `report`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.curation.html import render
from bot.curation.learn.asked import Asked
from bot.curation.learn.grouping import Group
from bot.curation.plots import svg
from bot.files import write

_SIZE = (7.2, 3.2)  # inches of a plot
_GROUPS, _ENTRIES, _REPORTS = 100, 50, 100


def write_report(asked: Asked, groups: Sequence[Group], path: Path) -> None:
    """Write the page; no script, style, font or picture of it comes from elsewhere.

    Args:
        asked: what was asked.
        groups: what of it got no answer, grouped.
        path: where to.

    Raises:
        OutputError: the file cannot be written.
        SettingsError: the plotting library is not installed.
    """
    plots = [(title, svg(draw, asked, _SIZE, "--out")) for title, draw in _PLOTS] if asked.questions else []
    shown = {"groups": groups[:_GROUPS], "entries": asked.entries[:_ENTRIES], "reports": asked.reports[:_REPORTS]}
    left = max(0, len(groups) - _GROUPS)
    write(path, render("bot.curation.learn.written", "report.html", asked=asked, plots=plots, left=left, **shown))


def _draw_days(axes: Any, asked: Asked) -> None:
    below = [0] * len(asked.days)
    for outcome, _ in asked.outcomes:
        heights = [day.outcomes.get(outcome, 0) for day in asked.days]
        axes.bar(range(len(heights)), heights, bottom=below, label=outcome.replace("_", " "), width=0.9)
        below = [low + height for low, height in zip(below, heights, strict=True)]
    step = max(1, len(asked.days) // 8)
    axes.set_xticks(range(0, len(asked.days), step), [f"{day.date:%d %b}" for day in asked.days[::step]])
    axes.set(ylabel="questions")
    axes.legend(frameon=False, fontsize=8, loc="center left", bbox_to_anchor=(1.0, 0.5))


def _draw_latency(axes: Any, asked: Asked) -> None:
    seconds = sorted(1000 * max(question.latency, 0.0001) for question in asked.questions)
    axes.plot(seconds, [place / len(seconds) for place in range(1, len(seconds) + 1)], color="tab:blue")
    axes.set(xlabel="milliseconds until the reply was worked out", ylabel="share of questions", xscale="log", ylim=(0, 1))


_PLOTS = (("Questions a day, by what became of them", _draw_days), ("How long replies took", _draw_latency))
