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
    block,
    bold,
    label,
    last_sentences,
    plain,
    quoted,
    shortened,
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
_JOINT = 4  # between two paragraphs: an empty line, and the second one's mark of a quote


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
        piece = shortened(text[start : start + _PAGE], _PAGE, quoted)
        yield piece
        blank = _BLANK.match(text, start + len(piece))
        start = blank.end() if blank else len(text)


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
    place = small(language.say("context-place", number=action.shown + 1, count=len(places)))
    around = _surrounded(article, passage, LIMIT - width(f"{small(head)}\n\n{place}"))
    return _with_places(Message(f"{small(head)}\n{around}", private=True), action, place, len(places), language)


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


def _surrounded(article: Article, passage: Passage, room: int) -> str:
    """Return a passage in its paragraph, between those before and after it, as far as they fit, with an ellipsis for the rest."""
    spans = paragraphs(article)
    here = [place for place, span in enumerate(spans) if span.start < passage.end and passage.start < span.end]
    first, last = here[0], here[-1]
    parts = [_marked(article, passage, Span(spans[first].start, spans[last].end), room)]
    room -= width(block(parts[0]))
    if first > 0:
        parts.insert(0, _tail(spans[first - 1].of(article), room // 2 - _JOINT))
    if last + 1 < len(spans):
        used = width(block(parts[0])) + _JOINT if first > 0 else 0
        parts.append(_head(spans[last + 1].of(article), room - used - _JOINT))
    return "\n\n".join(block(part) for part in parts if part)


def _marked(article: Article, passage: Passage, span: Span, room: int) -> str:
    """Return a passage in bold between marks, with what stands before and after it in its paragraph."""
    whole = shortened(passage.quote, room, lambda text: block(_between_marks(text)))
    marked = _between_marks(whole) if whole == passage.quote else f"{_between_marks(whole)} {_CUT}"
    before, after = article.text[span.start : passage.start], article.text[passage.end : span.end]
    room -= width(block(marked))
    half = room // 2 if _cost(before) + _cost(after) > room else room
    return f"{_tail(before, half)}{marked}{_head(after, half)}"


def _between_marks(text: str) -> str:
    return f"▶ {bold(text)} ◀"


def _cost(text: str) -> int:
    """Return how much of a message a text takes at most, where it is quoted."""
    return width(quoted(text)) - len(_QUOTED)


def _tail(text: str, room: int) -> str:
    """Return the last sentences of a text that fit, as Discord shows its very characters; an ellipsis where some are cut."""
    if _cost(text) <= room:
        return plain(text)
    spare = room - len(f"{_CUT} ") - _cost(text) + width(text) - 1  # what begins anew may be escaped anew
    return f"{_CUT} {plain(last_sentences(text, spare))}" if room > len(_CUT) else ""


def _head(text: str, room: int) -> str:
    """Return the first sentences of a text that fit, as Discord shows its very characters; an ellipsis where some are cut."""
    if _cost(text) <= room:
        return plain(text)
    begun = shortened(text, room - len(f" {_CUT}") + len(_QUOTED), quoted)
    return f"{plain(begun)} {_CUT}" if room > len(_CUT) else ""


def _with_places(message: Message, action: InContext, place: str, count: int, language: Language) -> Message:
    """Return the message with buttons to the other passages of the same answer, where there are any."""
    if count == 1:
        return message
    back, on = max(action.shown - 1, 0), min(action.shown + 1, count - 1)
    return Message(f"{message.text}\n{place}", private=True).with_row(
        Button(language.say("button-back"), InContext(action.article, action.places, back, "back"), action.shown == 0),
        Button(language.say("button-on"), InContext(action.article, action.places, on, "on"), action.shown == count - 1),
    )
