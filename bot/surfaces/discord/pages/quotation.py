"""Passages as Discord messages quote them, each with its place, and the buttons that lead to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering import Answerer
from bot.knowledge import Article, Passage
from bot.surfaces.discord.custom_id import InContext, fingerprint
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.context import written
from bot.surfaces.discord.pages.markup import LIMIT, address_of, label, plain, quoted, shortened, small, width
from bot.surfaces.discord.pages.message import Button, Link
from bot.surfaces.source import source

_SOURCE = 250  # of the source under a passage, in UTF-16 code units
_LEAST = 80  # a passage shortened to less says nothing


def with_passages(
    answerer: Answerer,
    head: str,
    passages: Sequence[Passage],
    language: Language,
    points: Sequence[str] = (),
    room: int = LIMIT,
) -> str:
    """Return the head with each passage quoted under it, or under its point; as many as fit; what is left out or cut is said."""
    cited = [answerer.article(passage) for passage in passages]
    foot = _own_language(cited or [knowledge.article for knowledge in answerer.library], language)
    room -= width(foot)
    text = head
    for place, (passage, point) in enumerate(zip(passages, points or [""] * len(passages), strict=True)):
        lead = f"\n• {plain(point)}" if point else ""
        left, rest = (_left_out(answerer, passages, first, language) for first in (place, place + 1))
        own = _cited(answerer.article(passage), passage, language, room - width(text) - width(lead) - width(rest))
        text += lead + own.text + ("" if own.whole else rest) if own else left
        if not own or not own.whole:
            break
    return text + foot


@dataclass(frozen=True, slots=True)
class _Cited:
    """A passage with its source, and whether it is there whole."""

    text: str
    whole: bool


def _cited(article: Article, passage: Passage, language: Language, room: int) -> _Cited | None:
    """Return a passage with its source, shortened where it must be; None where too little of it would be left."""
    quote = article.shown(passage)
    said = f"\n{small(source_line(article, passage, language))}"
    if width(quoted(quote)) + width(said) + 1 <= room:
        return _Cited(f"\n{quoted(quote)}{said}", whole=True)
    cut = f"\n{small(language.say('passage-cut'))}"
    begun = shortened(quote, room - width(cut) - width(said) - 1, quoted)
    return _Cited(f"\n{quoted(begun)}{cut}{said}", whole=False) if len(begun) >= _LEAST else None


def _left_out(answerer: Answerer, passages: Sequence[Passage], first: int, language: Language) -> str:
    """Return the line that says how many passages are left out from one on, and where they begin; nothing where none are."""
    if first == len(passages):
        return ""
    paragraph = answerer.article(passages[first]).counted(passages[first].paragraph)
    return f"\n{small(language.say('passages-left-out', count=len(passages) - first, paragraph=paragraph))}"


def source_line(article: Article, passage: Passage, language: Language) -> str:
    """Return "publisher, dateline, paragraph n" in the reader's language."""
    return language.say("source", told=plain(label(source(article), _SOURCE)), paragraph=article.counted(passage.paragraph))


def _own_language(articles: Iterable[Article], language: Language) -> str:
    """Return the line that says which language the quotes are in, where the reader's is another; else nothing."""
    mine = language.code.partition("-")[0]
    others = dict.fromkeys(article.language for article in articles if article.language.partition("-")[0] not in ("", mine))
    names = ", ".join(language.name_of(other) for other in others)
    return f"\n{small(language.say('own-language', language=names))}" if names else ""


def in_context_of(answerer: Answerer, passages: Sequence[Passage], language: Language) -> Button:
    """Return the button that shows passages among what stands around them."""
    article = answerer.article(passages[0])
    places = written([passage for passage in passages if passage.article == article.name])
    return Button(language.say("button-context"), InContext(fingerprint(article), places))


def link(answerer: Answerer, passages: Sequence[Passage], language: Language) -> list[Link]:
    """Return the button that opens the article at a passage; none where it has no address."""
    address = address_of(answerer.article(passages[0]), passages[0])
    return [Link(language.say("button-source"), address)] if address else []
