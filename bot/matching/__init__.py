"""Question → ranked matches with evidence. Knows phrasings by key, and nothing of articles."""

from bot.matching.decision_features import Guard, Signals
from bot.matching.explain import Contrast, Evidence, WordMatch
from bot.matching.matcher import Finding, Match, Matcher
from bot.matching.passages import Near, PassageFinder, build_bm25
from bot.matching.ridge import LeftOut

__all__ = [
    "Contrast", "Evidence", "Finding", "Guard", "LeftOut", "Match", "Matcher", "Near", "PassageFinder", "Signals", "WordMatch",
    "build_bm25",
]  # fmt: skip
