"""Matches → reply: when to answer, when to suggest, and what to say when the article does not."""

from bot.answering.answerer import Answerer
from bot.answering.article_answerer import topics
from bot.answering.reply import Answer, NoAnswer, Passage, Reason, Reply, RunnerUp, Suggestion, Suggestions

__all__ = ["Answer", "Answerer", "NoAnswer", "Passage", "Reason", "Reply", "RunnerUp", "Suggestion", "Suggestions", "topics"]
