"""Rules on what was written: the article as a text, passages, the number of wordings, drafts, and what no entry cites."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from bot.errors import Fault
from bot.knowledge import MARKUP, Entry, Knowledge, Manuscript, short

PHRASINGS, UNANSWERED_PHRASINGS = 5, 3
"""Fewest wordings with which an answered and an unanswered entry is found at all reliably; more are better."""
_NAMED = 3  # entries with few wordings that are named
_DRAFTS = 30  # drafts that are named
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
    for entry in manuscript.knowledge.entries:
        for passage in entry.passages:
            if _within_word(text, passage.start) or _within_word(text, passage.end):
                where = manuscript.at(entry.id, "passages")
                what = f"“{short(passage.quote)}” in {entry.id} cuts a word of the article in two"
                yield manuscript.fault("proof", where, what, "quote whole words, better whole sentences", "warning")


def _within_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum() and text[place].isascii()


def few_wordings(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield one warning for a file in which entries have too few wordings to be found reliably: how many, and the poorest."""
    poor = sorted((len(e.phrasings), e.id) for e in manuscript.knowledge.entries if len(e.phrasings) < _fewest(e))
    if poor:
        named = ", ".join(f"{id_} ({count})" for count, id_ in poor[:_NAMED])
        what = f"{_entries(len(poor))} few phrasings, the fewest {named}"
        fix = f"write at least {PHRASINGS}, and {UNANSWERED_PHRASINGS} where there is no answer, as different people would ask"
        yield manuscript.fault("wording", manuscript.at(poor[0][1], "phrasings"), what, fix, "warning")


def _fewest(entry: Entry) -> int:
    return PHRASINGS if entry.answered else UNANSWERED_PHRASINGS


def _entries(number: int) -> str:
    return "1 entry has" if number == 1 else f"{number} entries have"


def drafts(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield one warning for a file with entries that the bot does not use yet; no other rule speaks of them."""
    waiting = [entry.id for entry in manuscript.knowledge.drafts]
    if waiting:
        named = ", ".join(waiting[:_DRAFTS]) + (f" and {len(waiting) - _DRAFTS} more" if len(waiting) > _DRAFTS else "")
        number = "1 draft waits" if len(waiting) == 1 else f"{len(waiting)} drafts wait"
        what = f"{number} for approval, and the bot does not use them: {named}"
        fix = "read each, mend it, and remove its `draft: true`; or remove the entry"
        yield manuscript.fault("draft", manuscript.at(waiting[0], "draft"), what, fix, "warning")


def wanted(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the sentences that coverage asks for: the citable ones that are not deliberately skipped."""
    return tuple(s.number for s in knowledge.article.citable() if s.number not in knowledge.article.skipped)


def uncovered(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the wanted sentences that no answered entry cites."""
    cited = _cited(knowledge, knowledge.entries)
    return tuple(number for number in wanted(knowledge) if number not in cited)


def _cited(knowledge: Knowledge, entries: Iterable[Entry]) -> set[int]:
    article = knowledge.article
    return {s.number for e in entries if e.answered for p in e.passages for s in article.sentences_within(p)}


def gaps(manuscript: Manuscript) -> Iterator[Fault]:
    """Yield a warning for each sentence that no entry cites, drafts either; a long list is cut, and says so."""
    article = manuscript.knowledge.article
    path = manuscript.article_path
    drafted = _cited(manuscript.knowledge, manuscript.knowledge.drafts)
    numbers = [number for number in uncovered(manuscript.knowledge) if number not in drafted]
    starts = _line_starts(article.text)
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
