"""The article's paragraphs as stretches of its text, and pages of them that fit a message."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.knowledge import Article
from bot.surfaces.discord.pages.markup import first_sentences, quoted

_PAGE = 1500  # characters of a page; a phone shows about as much at once


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


def pages(article: Article) -> list[str]:
    """Return the article as pages of whole paragraphs, quoted; a paragraph longer than a page is cut at its sentences."""
    found: list[str] = []
    for paragraph in paragraphs(article):
        for piece in _pieces(paragraph.of(article)):
            if found and len(found[-1]) + len(quoted(piece)) + 2 <= _PAGE:
                found[-1] += f"\n\n{quoted(piece)}"
            else:
                found.append(quoted(piece))
    return found


def _pieces(text: str) -> Iterator[str]:
    while len(quoted(text)) > _PAGE:
        piece = first_sentences(text, _PAGE - len("> ") * (1 + text[:_PAGE].count("\n")))
        yield piece
        text = text[len(piece) :].lstrip()
    yield text
