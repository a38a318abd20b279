"""Question → ranked matches with evidence. Knows phrasings by key, and nothing of articles."""

from bot.matching.explain import Contrast, Evidence, WordMatch
from bot.matching.guards import Guard
from bot.matching.matcher import Finding, Match, Matcher
from bot.matching.signals import Signals

__all__ = ["Contrast", "Evidence", "Finding", "Guard", "Match", "Matcher", "Signals", "WordMatch"]
