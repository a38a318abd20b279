"""Matches → reply: when to answer, when to suggest, and what to say when the article does not."""

from bot.answering.answerer import Answerer, topics
from bot.answering.reply import Answer, NoAnswer, Reason, Reply, RunnerUp, Suggestion, Suggestions

__all__ = ["Answer", "Answerer", "NoAnswer", "Reason", "Reply", "RunnerUp", "Suggestion", "Suggestions", "topics"]
