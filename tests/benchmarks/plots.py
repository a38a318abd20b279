"""Plots of benchmark results, as SVG files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def bars(title: str, values: Mapping[tuple[str, str], float], path: Path, *, log: bool = False) -> None:
    """Draw grouped bars: `values` by (group, series)."""
    groups, series = (list(dict.fromkeys(key[side] for key in values)) for side in (0, 1))
    figure, axes = plt.subplots(figsize=(2 + 1.1 * len(groups), 4), layout="constrained")
    width = 0.8 / len(series)
    for place, name in enumerate(series):
        found = [(group, values[group_name, name]) for group, group_name in enumerate(groups) if (group_name, name) in values]
        axes.bar([group + place * width for group, _ in found], [value for _, value in found], width, label=name)
    axes.set_xticks([group + 0.4 - width / 2 for group in range(len(groups))], groups, rotation=30, ha="right")
    axes.set_title(title)
    if log:
        axes.set_yscale("log")
    axes.legend(fontsize="small", ncols=2)
    figure.savefig(path)
    plt.close(figure)


def lines(title: str, across: str, values: Mapping[str, Sequence[tuple[float, float]]], path: Path) -> None:
    """Draw a line a series over logarithmic axes."""
    figure, axes = plt.subplots(figsize=(7, 4.5), layout="constrained")
    for name, points in values.items():
        axes.plot([x for x, _ in points], [y for _, y in points], marker="o", label=name)
    axes.set(title=title, xlabel=across, xscale="log", yscale="log")
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(path)
    plt.close(figure)
