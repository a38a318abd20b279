"""Passages as Discord messages quote them, each with its place, and the buttons that lead to it."""

from collections.abc import Iterable, Sequence

from bot.answering import Answerer
from bot.knowledge import Article, Passage
from bot.surfaces.discord.custom_id import InContext, fingerprint
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.context import written
from bot.surfaces.discord.pages.markup import LIMIT, address_of, first_sentences, fitted, plain, quoted, small, width
from bot.surfaces.discord.pages.message import Button, Link
from bot.surfaces.source import source

_LEAST = 80  # a passage shortened to less says nothing


def with_passages(
    answerer: Answerer, head: str, passages: Sequence[Passage], language: Language, points: Sequence[str] = ()
) -> str:
    """Return the head with each passage quoted under it, or under its point; as many as fit; what is left out or cut is said."""
    text = fitted(head, LIMIT // 2)
    cited = [answerer.article(passage) for passage in passages]
    foot = _own_language(cited or [knowledge.article for knowledge in answerer.library], language)
    limit = LIMIT - width(foot)
    for place, (passage, point) in enumerate(zip(passages, points or [""] * len(passages), strict=True)):
        article = answerer.article(passage)
        quote = article.shown(passage)
        text += f"\n• {plain(point)}" if point else ""
        said = small(source_line(article, passage, language))
        left = language.say("passages-left-out", count=len(passages) - place, paragraph=article.counted(passage.paragraph))
        spare = 0 if place + 1 == len(passages) else width(small(left)) + 1
        if width(text) + width(quoted(quote)) + width(said) + spare + 2 <= limit:
            text += f"\n{quoted(quote)}\n{said}"
            continue
        cut = small(language.say("passage-cut"))
        shortened = first_sentences(quote, limit - width(text) - width(said) - width(cut) - len("\n> \n\n"))
        return text + (f"\n{quoted(shortened)}\n{cut}\n{said}" if len(shortened) >= _LEAST else f"\n{small(left)}") + foot
    return text + foot


def source_line(article: Article, passage: Passage, language: Language) -> str:
    """Return "publisher, dateline, paragraph n" in the reader's language."""
    return language.say("source", told=plain(source(article)), paragraph=article.counted(passage.paragraph))


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
