"""Small checks of what was written: the article as a text, the passages, the number of wordings, what is still a draft."""

import re
import unicodedata
from collections.abc import Iterator

from bot.curation.check.coverage import line_and_column, line_starts
from bot.errors import Fault
from bot.knowledge.bare import MARKUP
from bot.knowledge.manuscript import Manuscript
from bot.knowledge.validate import short

PHRASINGS, UNANSWERED_PHRASINGS = 10, 5
"""Fewest wordings with which an answered and an unanswered entry is found reliably."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


def article_faults(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each sign that the article's file is not the plain text that readers know."""
    text = manuscript.knowledge.article.text
    path = manuscript.path.parent / manuscript.fields.article.file
    mend = "save the article as plain text, then pin it anew with update"
    signs = (
        (0 if text.startswith("\ufeff") else None, "the file starts with a byte order mark"),
        (_first(MARKUP, text), "this looks like HTML, not like text"),
        (_first(_CONTROL, text), "a character here is no text"),
        (None if unicodedata.is_normalized("NFC", text) else 0, "accents are written apart from their letters (not NFC)"),
        (None if manuscript.knowledge.article.citable() else 0, "no sentence can be cited"),
    )
    for place, what in signs:
        if place is not None:
            yield Fault(path, "article", what, mend, *line_and_column(line_starts(text), place), "warning")


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    return found.start() if found else None


def cut_words(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each passage that begins or ends within a word."""
    text = manuscript.knowledge.article.text
    for entry in (*manuscript.knowledge.entries, *manuscript.knowledge.drafts):
        for passage in entry.passages:
            if _within_word(text, passage.start) or _within_word(text, passage.end):
                where = manuscript.at(entry.id, "passages")
                what = f"“{short(passage.quote)}” in {entry.id} cuts a word of the article in two"
                yield manuscript.fault("proof", where, what, "quote whole words, better whole sentences", "warning")


def _within_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum() and text[place].isascii()


def few_wordings(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each entry with too few wordings to be found reliably."""
    for entry in manuscript.knowledge.entries:
        fewest = PHRASINGS if entry.answered else UNANSWERED_PHRASINGS
        if len(entry.phrasings) < fewest:
            what = f"{entry.id} has {len(entry.phrasings)} phrasings"
            mend = f"write at least {fewest}, as different people would ask"
            yield manuscript.fault("wording", manuscript.at(entry.id, "phrasings"), what, mend, "warning")


def drafts(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each entry that the bot does not use yet."""
    for entry in manuscript.knowledge.drafts:
        what = f"{entry.id} is a draft, which the bot does not use"
        mend = "read it, mend it, and remove `draft: true`; or remove the entry"
        yield manuscript.fault("draft", manuscript.at(entry.id, "draft"), what, mend, "warning")
