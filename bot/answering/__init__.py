"""Matches → reply: when to answer, when to suggest, and what to say when the article does not."""

from bot.answering.desk import topics
from bot.answering.newsroom import Answerer
from bot.answering.reply import Answer, NoAnswer, Passage, Reason, Reply, RunnerUp, Suggestion, Suggestions

__all__ = ["Answer", "Answerer", "NoAnswer", "Passage", "Reason", "Reply", "RunnerUp", "Suggestion", "Suggestions", "topics"]
