"""What was asked, and what may be learned from it: a journal summarised, its open questions grouped, ways to answer them."""

from bot.curation.learn.asked import Asked, Day, EntryUse, Filters, Latency, read_asked, summarise
from bot.curation.learn.grouping import Group, group
from bot.curation.learn.lessons import AsAnswer, AsNote, AsWording, Lesson, Way, lessons
from bot.curation.learn.unanswered import OpenQuestion

__all__ = [
    "AsAnswer",
    "AsNote",
    "AsWording",
    "Asked",
    "Day",
    "EntryUse",
    "Filters",
    "Group",
    "Latency",
    "Lesson",
    "OpenQuestion",
    "Way",
    "group",
    "lessons",
    "read_asked",
    "summarise",
]
