"""The article: its text, never changed, and its parts, numbered from 1."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_CONTEXT = 32  # characters of prefix and suffix kept with a passage, as annotation tools do


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or one line of the article: `text[start:end]`; a caption or heading is never cited."""

    number: int
    paragraph: int
    start: int
    end: int
    caption: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim slice of an article (code points, end exclusive), with what stands around it.

    The fields follow the W3C Web Annotation model (TextQuoteSelector and TextPositionSelector).
    """

    article: str
    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """A source text and its parts.

    Attributes:
        name: the file's name without its ending; names the article in citations.
        text: the file's characters, exactly.
        title, publisher, dateline, language, url: what the knowledge file tells of it; empty where it tells nothing.
        sentences: every sentence and caption, in order.
        skipped: numbers of the sentences that a curator decided to have no entry for.
    """

    name: str
    text: str
    title: str
    publisher: str
    dateline: str
    language: str
    url: str
    sentences: tuple[Sentence, ...]
    skipped: frozenset[int] = frozenset()

    def passage(self, start: int, end: int) -> Passage:
        """Return the slice `text[start:end]` as a passage with its paragraph and surroundings."""
        return Passage(
            article=self.name,
            quote=self.text[start:end],
            prefix=self.text[max(0, start - _CONTEXT) : start],
            suffix=self.text[end : end + _CONTEXT],
            start=start,
            end=end,
            paragraph=self.paragraph_at(start),
        )

    def paragraph_at(self, place: int) -> int:
        """Return the number of the paragraph that holds a character (the last one begun before it)."""
        return max((s.paragraph for s in self.sentences if s.start <= place), default=1)

    def sentences_within(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return the sentences that a passage touches."""
        return tuple(s for s in self.sentences if s.start < passage.end and passage.start < s.end)

    def citable(self) -> tuple[Sentence, ...]:
        """Return the sentences that may be cited: all but captions and headings."""
        return tuple(s for s in self.sentences if not s.caption)


def cut(text: str, captions: Collection[str]) -> tuple[Sentence, ...]:
    """Cut a text into sentences: paragraphs at blank lines, lines at line ends, sentences at their full stops.

    Args:
        text: the article's characters.
        captions: the lines that are captions or headings, whitespace folded.
    """
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_spans(text, 0, len(text), _BLANK_LINES), start=1):
        for line_start, line_end in _spans(text, start, end, re.compile(r"\n")):
            caption = " ".join(text[line_start:line_end].split()) in captions
            pieces = [(line_start, line_end)] if caption else _spans(text, line_start, line_end, _SENTENCE_END)
            for piece_start, piece_end in pieces:
                found.append(Sentence(len(found) + 1, paragraph, piece_start, piece_end, caption))
    return tuple(found)


def _spans(text: str, start: int, end: int, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the non-empty stretches between boundaries, without the spaces at their ends."""
    stretches: list[tuple[int, int]] = []
    begin = start
    for found in [*boundary.finditer(text, start, end), None]:
        stop = _without_spaces(text, begin, found) if found else end
        piece = text[begin:stop]
        if piece.strip():
            stretches.append((begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())))
        begin = found.end() if found else end
    return stretches


def _without_spaces(text: str, begin: int, found: re.Match[str]) -> int:
    """Return where the stretch before a boundary ends: closing quotes inside the boundary belong to the stretch."""
    return begin + len(text[begin : found.end()].rstrip())


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(content).hexdigest()
