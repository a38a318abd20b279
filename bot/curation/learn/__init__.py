"""What was asked, and what may be learned from it: a journal summarised, its open questions grouped, ways to answer them."""

from bot.curation.learn.asked import Asked, Day, EntryUse, Filters, Latency, read_asked, summarise
from bot.curation.learn.edits import edits_of, learned, supported, text_of, with_text
from bot.curation.learn.grouping import Group, group
from bot.curation.learn.lessons import AsAnswer, AsNote, AsWording, Lesson, Way, lessons
from bot.curation.learn.settled import unsettled
from bot.curation.learn.unanswered import OpenQuestion
from bot.curation.learn.written.csv_file import csv_text, write_csv
from bot.curation.learn.written.plain import plain_lesson
from bot.curation.learn.written.report import write_report

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
    "csv_text",
    "edits_of",
    "group",
    "learned",
    "lessons",
    "plain_lesson",
    "read_asked",
    "summarise",
    "supported",
    "text_of",
    "unsettled",
    "with_text",
    "write_csv",
    "write_report",
]
