"""The reply as a typed value, without prose."""

from bot.answering.reply.kinds import (
    About,
    Answer,
    ClosestPassages,
    Contradicted,
    Names,
    NotSaid,
    OffTopic,
    Opening,
    Outcome,
    Reply,
    Suggestions,
    Unclear,
)
from bot.answering.reply.parts import opened, outcome_name, passages_of, points_of, suggestions_of
from bot.answering.reply.reason import Reason, RunnerUp, Suggestion, Weighed

__all__ = [
    "About",
    "Answer",
    "ClosestPassages",
    "Contradicted",
    "Names",
    "NotSaid",
    "OffTopic",
    "Opening",
    "Outcome",
    "Reason",
    "Reply",
    "RunnerUp",
    "Suggestion",
    "Suggestions",
    "Unclear",
    "Weighed",
    "opened",
    "outcome_name",
    "passages_of",
    "points_of",
    "suggestions_of",
]
