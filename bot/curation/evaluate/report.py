"""An evaluation as one self-contained page: figures, plots, the worst misses with their evidence. Needs the extra `report`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.curation.evaluate.evaluation import Judged
from bot.curation.evaluate.metrics import reliability, risk_coverage
from bot.curation.evaluate.summary import summary, worst_misses
from bot.curation.html import render
from bot.curation.plots import svg
from bot.files import write

_SHOWN = 30
_SIZE = (5.2, 3.6)  # inches of a plot


def write_evaluation(judged: Sequence[Judged], threshold: float, path: Path) -> None:
    """Write the page; no script, style, font or picture of it comes from elsewhere.

    Args:
        judged: the questions with their replies, at least one.
        threshold: the confidence from which was answered.
        path: where to.

    Raises:
        OutputError: the file cannot be written.
        SettingsError: the plotting library is not installed.
    """
    plots = [(title, svg(draw, judged, _SIZE, "--report")) for title, draw in _plots(threshold)]
    misses = worst_misses(judged)[:_SHOWN]
    values = {"figures": summary(judged), "plots": plots, "misses": misses, "threshold": threshold}
    write(path, render("bot.curation.evaluate", "report.html", **values))


def _plots(threshold: float) -> tuple[tuple[str, Callable[[Any, Sequence[Judged]], None]], ...]:
    return (
        ("What silence buys: risk by coverage", _draw_risk),
        ("Whether confidence means what it says", _draw_reliability),
        ("Confidence by kind of question", lambda axes, judged: _draw_kinds(axes, judged, threshold)),
    )


def _draw_risk(axes: Any, judged: Sequence[Judged]) -> None:
    curve = risk_coverage([one.confidence for one in judged], [one.fits for one in judged])
    axes.plot(curve.coverage, curve.risk, color="tab:blue")
    axes.fill_between(curve.coverage, curve.risk, alpha=0.15, color="tab:blue")
    axes.set(xlabel="share of all questions answered", ylabel="share of answers wrong", xlim=(0, 1), ylim=(0, None))


def _draw_reliability(axes: Any, judged: Sequence[Judged]) -> None:
    bins = reliability([one.confidence for one in judged], [one.fits for one in judged])
    axes.plot((0, 1), (0, 1), color="tab:gray", linestyle="--")
    for bin in bins:
        low, high = bin.right.interval
        axes.plot((bin.confidence, bin.confidence), (low, high), color="tab:blue", alpha=0.4)
        axes.plot(bin.confidence, bin.right.value, "o", color="tab:blue", markersize=3 + bin.right.total**0.5 / 2)
    axes.set(xlabel="confidence", ylabel="share right, with 95 % interval", xlim=(0, 1), ylim=(0, 1))


def _draw_kinds(axes: Any, judged: Sequence[Judged], threshold: float) -> None:
    kinds = list(dict.fromkeys(one.question.kind for one in judged))
    for place, kind in enumerate(kinds):
        of_kind = sorted(one.confidence for one in judged if one.question.kind == kind)
        heights = [place + 0.35 * (n % 9 - 4) / 4 for n in range(len(of_kind))]  # spread, so that points do not hide each other
        axes.plot(of_kind, heights, "o", markersize=3, alpha=0.5)
    axes.axvline(threshold, color="tab:gray", linestyle="--")
    axes.set(xlabel="confidence; dashed: answered from here", xlim=(0, 1))
    axes.set_yticks(range(len(kinds)), [kind.replace("_", " ") for kind in kinds])
