"""The sentences nearest to a question, where no wordings exist."""

from bot.matching.passages.bm25 import build_bm25
from bot.matching.passages.finder import Near, PassageFinder

__all__ = ["Near", "PassageFinder", "build_bm25"]
