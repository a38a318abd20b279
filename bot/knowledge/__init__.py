"""Files → proven knowledge: the article, the shape of a knowledge file, and the proof of every citation."""

from bot.knowledge.article import Article, Passage, Sentence
from bot.knowledge.entry import Entry, Knowledge
from bot.knowledge.load import load

__all__ = ["Article", "Entry", "Knowledge", "Passage", "Sentence", "load"]
