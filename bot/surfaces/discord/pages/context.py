"""The article itself: leafed through page by page, and a passage in context, marked between its neighbours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.knowledge import Article, Passage
from bot.surfaces.discord.custom_id import InContext, Read, fingerprint
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import (
    LIMIT,
    clipped,
    first_sentences,
    label,
    last_sentences,
    plain,
    quoted,
    small,
    width,
)
from bot.surfaces.discord.pages.message import OPTION, Button, Message
from bot.surfaces.source import source

_PAGE = 1500  # of a page, in UTF-16 code units; a phone shows about as much at once
_BLANK = re.compile(r"\s*")
_CUT = "…"
_QUOTED = "> "
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_SOURCE = 100  # of the source above a passage
_PLACES = 4  # places that fit a custom id
_ROOM = 1800  # for the article's text around a passage; the rest is for the line above it and the marks


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: `text[start:end]`."""

    start: int
    end: int

    def of(self, article: Article) -> str:
        """Return its characters."""
        return article.text[self.start : self.end]


def paragraphs(article: Article) -> list[Span]:
    """Return the article's paragraphs in order, its captions among them."""
    grouped = groupby(article.sentences, key=lambda sentence: sentence.paragraph)
    return [Span(own[0].start, own[-1].end) for own in (list(sentences) for _, sentences in grouped)]


def show_article(article: Article, page: int, language: Language) -> Message:
    """Return one page of an article, its characters unchanged; a page that is not there is the nearest one."""
    found = pages(article) or [""]
    page = min(max(page, 0), len(found) - 1)
    name = plain(label(article.called, OPTION))
    head = language.say("article-head", title=name, page=page + 1, pages=len(found))
    text = f"{head}\n{found[page]}\n{small(plain(label(source(article), OPTION)))}"
    key = fingerprint(article)
    return Message(text, private=True).with_row(
        Button(language.say("button-back"), Read(key, max(page - 1, 0), "back"), page == 0),
        Button(language.say("button-on"), Read(key, page + 1, "on"), page + 1 == len(found)),
    )


def pages(article: Article) -> list[str]:
    """Return the article as pages of whole paragraphs, quoted; a paragraph longer than a page is cut at its sentences."""
    found: list[str] = []
    for paragraph in paragraphs(article):
        for piece in _pieces(paragraph.of(article)):
            if found and width(found[-1]) + width(quoted(piece)) + 2 <= _PAGE:
                found[-1] += f"\n\n{quoted(piece)}"
            else:
                found.append(quoted(piece))
    return found


def _pieces(text: str) -> Iterator[str]:
    """Yield a paragraph in pieces that fit a page each, looking at no more of it at once than a page could hold."""
    start = 0
    while start < len(text):
        window = text[start : start + _PAGE]
        piece = first_sentences(window, width(window[: _quotable(window)]))
        yield piece
        blank = _BLANK.match(text, start + len(piece))
        start = blank.end() if blank else len(text)


def _quotable(text: str) -> int:
    """Return how many characters of a text fit a page when they are quoted."""
    used = len(_QUOTED)
    for place, character in enumerate(text):
        used += width(character) + (len(_QUOTED) if character == "\n" else 0)
        if used > _PAGE:
            return place
    return len(text)


def in_context(article: Article, action: InContext, language: Language) -> Message | None:
    """Return the message that shows a place of an article; None if the article has no such place."""
    places = _read(action.places)
    if not 0 <= action.shown < len(places) or not all(_is_passage(article, *place) for place in places):
        return None
    passage = article.passage(*places[action.shown])
    head = language.say(
        "context-head",
        told=plain(label(source(article), _SOURCE)),
        paragraph=article.counted(passage.paragraph),
        paragraphs=article.counted(article.sentences[-1].paragraph),
    )
    text = f"{small(head)}\n{_surrounded(article, passage)}"
    return _with_places(Message(clipped(text, LIMIT), private=True), action, len(places), language)


def written(passages: Sequence[Passage]) -> str:
    """Return the places of passages as a custom id holds them: `120-188.203-290`, at most four."""
    return ".".join(f"{passage.start}-{passage.end}" for passage in passages[:_PLACES])


def _read(places: str) -> list[tuple[int, int]]:
    """Return the places that were written; none if they cannot be read."""
    found = [_PLACE.fullmatch(place) for place in places.split(".")]
    return [(int(place[1]), int(place[2])) for place in found if place] if all(found) else []


def _is_passage(article: Article, start: int, end: int) -> bool:
    """Return whether an article has this place, and more than blanks there."""
    return end <= len(article.text) and bool(article.text[start:end].strip())


def _surrounded(article: Article, passage: Passage) -> str:
    spans = paragraphs(article)
    here = [place for place, span in enumerate(spans) if span.start < passage.end and passage.start < span.end]
    first, last = here[0], here[-1]
    before, after = _around(article, passage, Span(spans[first].start, spans[last].end))
    marked = "\n".join(f"**{line}**" if line.strip() else line for line in passage.quote.split("\n"))
    parts = [f"{before}▶ {marked} ◀{after}"]
    room = _ROOM - width(parts[0])
    if first > 0:
        parts.insert(0, _tail(spans[first - 1].of(article), room // 2))
    if last + 1 < len(spans):
        parts.append(_head(spans[last + 1].of(article), room - sum(map(width, parts[:-1]))))
    return "\n\n".join(quoted(part) for part in parts if part)


def _around(article: Article, passage: Passage, span: Span) -> tuple[str, str]:
    """Return what stands before and after a passage in its paragraph, cut where the paragraph is too long."""
    before, after = article.text[span.start : passage.start], article.text[passage.end : span.end]
    room = max(_ROOM - width(passage.quote), 0)
    if width(before) + width(after) > room:
        before, after = _tail(before, room // 2), _head(after, room // 2)
    return before, after


def _tail(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    return f"{_CUT} {last_sentences(text, room - 2)}"


def _head(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    return f"{first_sentences(text, room - 2)} {_CUT}" if room > len(_CUT) else _CUT


def _with_places(message: Message, action: InContext, count: int, language: Language) -> Message:
    """Return the message with buttons to the other passages of the same answer, where there are any."""
    if count == 1:
        return message
    place = small(language.say("context-place", number=action.shown + 1, count=count))
    back, on = max(action.shown - 1, 0), min(action.shown + 1, count - 1)
    return Message(clipped(f"{message.text}\n{place}", LIMIT), private=True).with_row(
        Button(language.say("button-back"), InContext(action.article, action.places, back, "back"), action.shown == 0),
        Button(language.say("button-on"), InContext(action.article, action.places, on, "on"), action.shown == count - 1),
    )
