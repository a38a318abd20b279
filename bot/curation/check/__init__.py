"""The check of a knowledge file: every rule, and what the report shows."""

from bot.curation.check.corpus import Corpus, Wording
from bot.curation.check.news import News, read_news, record
from bot.curation.check.report import page, write_report
from bot.curation.check.revision import Revision, Standing, recall
from bot.curation.check.rules.collisions import Collision
from bot.curation.check.rules.support import unsupported_in
from bot.curation.check.run import RULES, Checked, Counts, check, check_manuscripts

__all__ = [
    "RULES",
    "Checked",
    "Collision",
    "Corpus",
    "Counts",
    "News",
    "Revision",
    "Standing",
    "Wording",
    "check",
    "check_manuscripts",
    "page",
    "read_news",
    "recall",
    "record",
    "unsupported_in",
    "write_report",
]
