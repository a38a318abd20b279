"""Where the parts of a small picture stand: columns of days, each stacked by what became of the questions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.curation.learn import Day

WIDTH, HEIGHT = 600.0, 120.0
_GAP = 0.15  # of a column
ORDER = ("answer", "not_said", "about", "suggestions", "passage", "unclear", "off_topic")
"""Outcomes from the foot of a column up: what was answered first, what was not last."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a column: one outcome of one day."""

    outcome: str
    x: float
    y: float
    width: float
    height: float


def columns(days: Sequence[Day]) -> tuple[Block, ...]:
    """Return the blocks of a picture of WIDTH by HEIGHT; the fullest day is as high as the picture."""
    most = max((sum(day.outcomes.values()) for day in days), default=0)
    step = WIDTH / max(1, len(days))
    return tuple(block for place, day in enumerate(days) for block in _column(day, place * step, step, most))


def _column(day: Day, x: float, step: float, most: int) -> Iterator[Block]:
    y = HEIGHT
    for outcome in ordered(day.outcomes):
        height = HEIGHT * day.outcomes[outcome] / most
        y -= height
        yield Block(outcome, round(x + step * _GAP / 2, 2), round(y, 2), round(step * (1 - _GAP), 2), round(height, 2))


def ordered(outcomes: Iterable[str]) -> list[str]:
    """Return outcomes in the order in which they are stacked; those of a later version last."""
    return sorted(outcomes, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))
