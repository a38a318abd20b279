"""The journal: what was asked and what became of it, kept as the operator allows, and safe.

with open_journal("sqlite:///journal.sqlite") as journal:
    journal.record(Question(…), member=message.author.id)         # at once; stored a moment later
    settings = await asyncio.to_thread(journal.server, guild.id)  # asks the database
"""

from bot.journal.journal import Journal
from bot.journal.opening import OFF, open_journal
from bot.journal.records import Numbers, Question, Report, SentReply, ServerSettings, Vote
from bot.journal.retention import FOLLOW_MINUTES
from bot.journal.storage.engine import sqlite_path

__all__ = [
    "FOLLOW_MINUTES",
    "OFF",
    "Journal",
    "Numbers",
    "Question",
    "Report",
    "SentReply",
    "ServerSettings",
    "Vote",
    "open_journal",
    "sqlite_path",
]
