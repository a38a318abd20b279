"""Matches → reply: when to answer, when to suggest, and what is the case when the article does not answer.

`Answerer` is the door for surfaces; `ArticleAnswerer` answers from one article alone, for those who check and measure it.
"""

from bot.answering.about.small_talk import about_entries
from bot.answering.answerer import Answerer
from bot.answering.article_answerer import ArticleAnswerer
from bot.answering.articles.library import LONGEST_QUESTION
from bot.answering.follow_up import Exchange, exchange
from bot.answering.offering.topics import topics
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
    opened,
    outcome_name,
    passages_of,
    points_of,
    suggestions_of,
)
from bot.answering.weighing import exact_entry, likeliest, nearest_wording, passages_near, weigh

__all__ = [
    "LONGEST_QUESTION",
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
    "exact_entry",
    "exchange",
    "likeliest",
    "nearest_wording",
    "opened",
    "outcome_name",
    "passages_near",
    "passages_of",
    "points_of",
    "suggestions_of",
    "topics",
    "weigh",
]
