"""How good a knowledge file was found to be: figures that an evaluation keeps beside it, for those who ask the bot."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.knowledge.entry import Knowledge


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of an evaluation, of questions that are not worded as in the file.

    Attributes:
        answerable: questions that the article answers; `right` of them were answered right.
        asked: all questions; `false` of them got a wrong or a false answer.
    """

    answerable: int
    right: int
    asked: int
    false: int


def place(knowledge: Knowledge) -> Path:
    """Return where the figures of a knowledge file are kept."""
    return knowledge.path.with_suffix(".figures.json")


def written(knowledge: Knowledge, figures: Figures) -> str:
    """Return the figures as they are kept: with the hash of the file that they are about."""
    return json.dumps({"knowledge": knowledge.digest, **asdict(figures)}, indent=2) + "\n"


def figures_of(knowledge: Knowledge) -> Figures | None:
    """Return the figures that were kept for a knowledge; None where there are none, or they are about another version of it."""
    try:
        kept = json.loads(place(knowledge).read_text(encoding="utf-8"))
        known = kept.pop("knowledge") == knowledge.digest
        return Figures(**{name: int(count) for name, count in kept.items()}) if known else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
