"""A passage in context: its paragraph, with the passage marked, between its neighbours."""

import re
from collections.abc import Sequence

from bot.knowledge import Article, Passage
from bot.surfaces.discord.custom_id import InContext
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import LIMIT, first_sentences, label, last_sentences, plain, quoted, small
from bot.surfaces.discord.pages.message import Button, Message
from bot.surfaces.discord.pages.paragraphs import Span, paragraphs
from bot.surfaces.source import source

_CUT = "…"
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")
_SOURCE = 100  # characters of the source above it
_PLACES = 4  # places that fit a custom id
_ROOM = 1800  # characters for the article's text; the rest is for the line above it and the marks


def in_context(article: Article, action: InContext, language: Language) -> Message | None:
    """Return the message that shows a place of an article; None if the article has no such place."""
    places = _read(action.places)
    if not 0 <= action.shown < len(places) or not all(_is_passage(article, *place) for place in places):
        return None
    passage = article.passage(*places[action.shown])
    head = language.say(
        "context-head",
        told=plain(label(source(article), _SOURCE)),
        paragraph=passage.paragraph,
        paragraphs=len(paragraphs(article)),
    )
    text = f"{small(head)}\n{_surrounded(article, passage)}"
    return _with_places(Message(text[:LIMIT], private=True), action, len(places), language)


def written(passages: Sequence[Passage]) -> str:
    """Return the places of passages as a custom id holds them: `120-188.203-290`, at most four."""
    return ".".join(f"{passage.start}-{passage.end}" for passage in passages[:_PLACES])


def _read(places: str) -> list[tuple[int, int]]:
    """Return the places that were written; none if they cannot be read."""
    found = [_PLACE.fullmatch(place) for place in places.split(".")]
    return [(int(place[1]), int(place[2])) for place in found if place] if all(found) else []


def _is_passage(article: Article, start: int, end: int) -> bool:
    """Say whether an article has this place, and more than blanks there."""
    return end <= len(article.text) and bool(article.text[start:end].strip())


def _surrounded(article: Article, passage: Passage) -> str:
    spans = paragraphs(article)
    here = [place for place, span in enumerate(spans) if span.start < passage.end and passage.start < span.end]
    first, last = here[0], here[-1]
    before, after = _around(article, passage, Span(spans[first].start, spans[last].end))
    marked = "\n".join(f"**{line}**" if line.strip() else line for line in passage.quote.split("\n"))
    parts = [f"{before}▶ {marked} ◀{after}"]
    room = _ROOM - len(parts[0])
    if first > 0:
        parts.insert(0, _tail(spans[first - 1].of(article), room // 2))
    if last + 1 < len(spans):
        parts.append(_head(spans[last + 1].of(article), room - sum(map(len, parts[:-1]))))
    return "\n\n".join(quoted(part) for part in parts if part)


def _around(article: Article, passage: Passage, span: Span) -> tuple[str, str]:
    """Return what stands before and after a passage in its paragraph, cut where the paragraph is too long."""
    before, after = article.text[span.start : passage.start], article.text[passage.end : span.end]
    room = max(_ROOM - len(passage.quote), 0)
    if len(before) + len(after) > room:
        before, after = _tail(before, room // 2), _head(after, room // 2)
    return before, after


def _tail(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return f"{_CUT} {last_sentences(text, room - 2)}"


def _head(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return f"{first_sentences(text, room - 2)} {_CUT}" if room > len(_CUT) else _CUT


def _with_places(message: Message, action: InContext, count: int, language: Language) -> Message:
    """Return the message with buttons to the other passages of the same answer, where there are any."""
    if count == 1:
        return message
    told = small(language.say("context-place", number=action.shown + 1, count=count))
    back, on = max(action.shown - 1, 0), min(action.shown + 1, count - 1)
    return Message(f"{message.text}\n{told}"[:LIMIT], private=True).with_row(
        Button(language.say("button-back"), InContext(action.article, action.places, back, "back"), action.shown == 0),
        Button(language.say("button-on"), InContext(action.article, action.places, on, "on"), action.shown == count - 1),
    )
