"""Rules on what was written: the article as a text, passages, the number of wordings, drafts, and what no entry cites."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.errors import Fault
from bot.knowledge import MARKUP, Knowledge, Manuscript, short

PHRASINGS, UNANSWERED_PHRASINGS = 10, 5
"""Fewest wordings with which an answered and an unanswered entry is found reliably."""
_LISTED = 200  # uncovered sentences that are listed one by one
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


def article_faults(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each sign that the article's file is not the plain text that readers know."""
    text = manuscript.knowledge.article.text
    path = manuscript.article_path
    fix = "save the article as plain text, then pin it anew with update"
    signs = (
        (0 if text.startswith("\ufeff") else None, "the file starts with a byte order mark"),
        (_first(MARKUP, text), "this looks like HTML, not like text"),
        (_first(_CONTROL, text), "a character here is no text"),
        (None if unicodedata.is_normalized("NFC", text) else 0, "accents are written apart from their letters (not NFC)"),
        (None if manuscript.knowledge.article.citable() else 0, "no sentence can be cited"),
    )
    for place, what in signs:
        if place is not None:
            yield Fault(path, "article", what, fix, *_line_and_column(_line_starts(text), place), "warning")


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
            fix = f"write at least {fewest}, as different people would ask"
            yield manuscript.fault("wording", manuscript.at(entry.id, "phrasings"), what, fix, "warning")


def drafts(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each entry that the bot does not use yet."""
    for entry in manuscript.knowledge.drafts:
        what = f"{entry.id} is a draft, which the bot does not use"
        fix = "read it, mend it, and remove `draft: true`; or remove the entry"
        yield manuscript.fault("draft", manuscript.at(entry.id, "draft"), what, fix, "warning")


def wanted(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the sentences that coverage asks for: the citable ones that are not deliberately skipped."""
    return tuple(s.number for s in knowledge.article.citable() if s.number not in knowledge.article.skipped)


def uncovered(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the wanted sentences that no answered entry cites."""
    article = knowledge.article
    cited = {s.number for e in knowledge.entries if e.answered for p in e.passages for s in article.sentences_within(p)}
    return tuple(number for number in wanted(knowledge) if number not in cited)


def gaps(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each uncovered sentence, at its place in the article; a long list is cut, and says so."""
    article = manuscript.knowledge.article
    path = manuscript.article_path
    starts, numbers = _line_starts(article.text), uncovered(manuscript.knowledge)
    for listed, number in enumerate(numbers[: _LISTED + 1]):
        sentence = article.sentences[number - 1]
        what = f"no entry cites sentence {number}, “{short(article.text[sentence.start : sentence.end])}”"
        fix = "add an entry; or copy it to article.skipped, or to article.captions if it is one"
        if listed == _LISTED:
            what, fix = f"no entry cites this sentence nor {len(numbers) - _LISTED - 1} more", "see them in the report"
        yield Fault(path, "coverage", what, fix, *_line_and_column(starts, sentence.start), "warning")


def _line_starts(text: str) -> list[int]:
    """Return the place of the first character of every line."""
    return [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]


def _line_and_column(starts: Sequence[int], place: int) -> tuple[int, int]:
    """Return the line and column, from 1, of a character, from the places where lines start."""
    line = bisect_right(starts, place)
    return line, place - starts[line - 1] + 1
