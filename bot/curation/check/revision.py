"""A new revision of an article: what became of each passage that an entry cites.

The text of each pinned article is kept by its hash, so that a changed article can be compared with what it was.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from bot.cache import keep, open_kept
from bot.knowledge import (
    Folded,
    KeyPath,
    Manuscript,
    QuoteFields,
    SentenceNumberError,
    alike,
    as_quote,
    cut,
    distinct_quote,
    find,
    find_between,
    fold,
    is_sentence_number,
    nearest,
    numbered_passage,
    plain_spaces,
    sha256,
)

State = Literal["stands", "moved", "changed", "vanished"]
_CONTEXT = (24, 60, 200)  # characters of prefix that tell a repeated quote apart, the fewest that are enough
_FOLDER = "articles"  # of the cache

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of one passage.

    Attributes:
        where: the passage's path in the knowledge file.
        quote: the passage as the file has it.
        now: the sentence that it became, if it changed; else empty.
        places: where it stood and stands (code points); None where that is not known.
        rewritten: the passage as it must be written now, if that is another way.
    """

    entry: str
    where: KeyPath
    state: State
    quote: str
    now: str = ""
    places: tuple[int | None, int | None] = (None, None)
    rewritten: QuoteFields | None = None


class Revision:
    """Compares a knowledge file's passages with a new text of its article.

    Args:
        old: the text that was pinned; None where it is not there any more, and then nothing is known to have moved.
    """

    def __init__(self, manuscript: Manuscript, new: str, old: str | None) -> None:
        self._manuscript, self._new, self._old = manuscript, new, old
        captions = frozenset(plain_spaces(caption) for caption in manuscript.fields.article.captions)
        article = manuscript.knowledge.article
        self._old_article = replace(article, text=old, sentences=cut(old, captions)) if old is not None else None
        self._sentences = [new[s.start : s.end] for s in cut(new, captions) if not s.caption]
        self._folded, self._folded_old = fold(new), fold(old or "")
        self._shift = _Shift(old, new) if old is not None else None

    def standings(self) -> tuple[Standing, ...]:
        """Return what became of every passage, in the file's order."""
        return tuple(
            self._standing(id_, (*where, "passages", place), self._quoted(as_quote(written)))
            for id_, (where, fields) in self._manuscript.written.items()
            for place, written in enumerate(fields.passages)
        )

    def _quoted(self, fields: QuoteFields) -> QuoteFields:
        """Return a passage that is written as a sentence number as its quote in the old text, where that is known."""
        if self._old_article is None or not is_sentence_number(fields):
            return fields
        with suppress(SentenceNumberError):
            return distinct_quote(numbered_passage(fields.quote, self._old_article), self._old_article)
        return fields

    def _standing(self, id_: str, where: KeyPath, fields: QuoteFields) -> Standing:
        before = self._before(fields)
        found = find_between(fields, self._folded)
        if len(found) == 1:
            now = found[0][0]
            return Standing(id_, where, "stands" if before in (None, now) else "moved", fields.quote, places=(before, now))
        anywhere = find(fields.quote, self._folded)
        chosen = self._chosen(anywhere, before)
        if chosen is not None:
            rewritten = _disambiguated(fields.quote, self._new, self._folded, chosen)
            return Standing(id_, where, "moved", fields.quote, places=(before, chosen[0]), rewritten=rewritten)
        now_like = nearest(fields.quote, self._sentences)
        same = bool(anywhere) or alike(fields.quote, now_like)
        return Standing(id_, where, "changed" if same else "vanished", fields.quote, now_like if same else "", (before, None))

    def _before(self, fields: QuoteFields) -> int | None:
        places = find_between(fields, self._folded_old) if self._old is not None else ()
        return places[0][0] if len(places) == 1 else None

    def _chosen(self, places: Sequence[tuple[int, int]], before: int | None) -> tuple[int, int] | None:
        """Return the one place that a passage moved to; where it stands several times, the one in step with the old text."""
        if len(places) == 1:
            return places[0]
        if self._shift is None or before is None:
            return None
        expected = self._shift.place(before)
        return next((place for place in places if place[0] == expected), None)


class _Shift:
    """Carries places from an old text to a new one, by the sentences that both have."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = list(_starts(old)), list(_starts(new))
        sentences = [sentence for _, sentence in self._old], [sentence for _, sentence in self._new]
        matcher = SequenceMatcher(None, *sentences, autojunk=False)
        self._blocks = matcher.get_matching_blocks()

    def place(self, before: int) -> int | None:
        """Return where a character of the old text stands in the new one; None if its sentence did not stay."""
        row = max((n for n, (start, _) in enumerate(self._old) if start <= before), default=0)
        for old, new, size in self._blocks:
            if old <= row < old + size:
                return self._new[new + row - old][0] + before - self._old[row][0]
        return None


def _starts(text: str) -> Iterator[tuple[int, str]]:
    for sentence in cut(text, ()):
        yield sentence.start, text[sentence.start : sentence.end]


def _disambiguated(quote: str, text: str, folded: Folded, place: tuple[int, int]) -> QuoteFields:
    """Return a passage with as much of what stands before it as tells it apart."""
    found = QuoteFields(quote=quote)
    for length in (0, *_CONTEXT):
        prefix = text[max(0, place[0] - length) : place[0]] if length else ""
        found = QuoteFields(quote=quote, prefix=plain_spaces(prefix.partition(" ")[2] or prefix))
        if find_between(found, folded) == (place,):
            break
    return found


def remember(manuscript: Manuscript, cache: Path) -> None:
    """Keep the article of a file that was proven; a folder that cannot be written is done without."""
    if manuscript.pinned and _kept_text(manuscript, cache) is None:
        keep(_kept(manuscript, cache), manuscript.knowledge.article.text.encode("utf-8"))


def recall(manuscript: Manuscript, cache: Path) -> str | None:
    """Return the text that a file has pinned, from beside it or as it was kept; None where it is nowhere."""
    return manuscript.knowledge.article.text if manuscript.pinned else _kept_text(manuscript, cache)


def _kept_text(manuscript: Manuscript, cache: Path) -> str | None:
    """Return the article as it was kept; None where it was not, or, with a line in the log, where the copy is damaged."""
    path = _kept(manuscript, cache)
    try:
        with open_kept(path) as file:
            content = file.read()
    except OSError as error:
        if not isinstance(error, FileNotFoundError):
            log.warning("a kept article is passed over: %s: %s", path, error)
        return None
    return content.decode("utf-8") if sha256(content) == manuscript.fields.article.sha256 else None


def _kept(manuscript: Manuscript, cache: Path) -> Path:
    return cache / _FOLDER / f"{manuscript.fields.article.sha256}.article"
