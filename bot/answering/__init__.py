"""Matches → reply: when to answer, when to suggest, and what is the case when the article does not answer.

`Answerer` is the door for surfaces; `ArticleAnswerer` answers from one article alone, for those who check and measure it.
"""

from bot.answering.answerer import Answerer
from bot.answering.article_answerer import ArticleAnswerer
from bot.answering.follow_up import Exchange, exchange
from bot.answering.reply import (
    About,
    Answer,
    ClosestPassages,
    Contradicted,
    Names,
    NotSaid,
    OffTopic,
    Outcome,
    Reason,
    Reply,
    RunnerUp,
    Suggestion,
    Suggestions,
    Unclear,
    Weighed,
    outcome_name,
    passages_of,
    points_of,
    suggestions_of,
)
from bot.answering.small_talk import about_entries
from bot.answering.topics import topics

__all__ = [
    "About",
    "Answer",
    "Answerer",
    "ArticleAnswerer",
    "ClosestPassages",
    "Contradicted",
    "Exchange",
    "Names",
    "NotSaid",
    "OffTopic",
    "Outcome",
    "Reason",
    "Reply",
    "RunnerUp",
    "Suggestion",
    "Suggestions",
    "Unclear",
    "Weighed",
    "about_entries",
    "exchange",
    "outcome_name",
    "passages_of",
    "points_of",
    "suggestions_of",
    "topics",
]
