"""Plots for a page of its own. They need the extra `report`."""

import io
from collections.abc import Callable
from typing import Any, TypeVar

from bot.errors import SettingsError

_Shown = TypeVar("_Shown")


def svg(draw: Callable[[Any, _Shown], None], shown: _Shown, size: tuple[float, float], option: str) -> str:
    """Return one plot as an SVG element whose text stays text; the page gives it its own colours.

    Args:
        draw: draws on the axes that it is given.
        shown: what is drawn.
        size: width and height in inches.
        option: what of the command line asked for the page, for the error.

    Raises:
        SettingsError: the plotting library is not installed.
    """
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError:
        raise SettingsError(f"{option} needs matplotlib; install On Record with its extra: onrecord[report]") from None
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": "on record", "font.size": 10}):
        figure = Figure(figsize=size, layout="constrained")
        draw(figure.add_subplot(), shown)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")))
    return out.getvalue()[out.getvalue().index("<svg") :]
