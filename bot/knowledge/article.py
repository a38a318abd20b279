"""The article: its text, never changed, its parts, numbered from 1, and how a text file becomes one."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.files import read_text
from bot.language import is_invisible, sentence_ends

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n")
_NO_LINE_END = re.compile(r"(?!)")
_WRAPPED = range(40, 141)  # characters of the full lines of a paragraph that an editor wrapped
_CONTEXT = 32  # characters of prefix and suffix kept with a passage, as annotation tools do
MARKUP = re.compile(
    r"<(?:!doctype|/?(?:html|head|body|div|p|span|br|h[1-6]|ul|ol|li|a|table|img|script|style|article|section|em|strong|b|i)\b)"
    r"[^<>\n]*>|&nbsp;",
    re.IGNORECASE,
)
"""What text that was copied from the source of a page holds."""
_FEWEST_TAGS = 3  # an article about the web may name one or two
_SENTENCE_END = re.compile(r"[.!?…:;,。！？：；，][\"”’')\]」』）]*$")
_LONGEST_HEADING = 12  # words
_LETTER = re.compile(r"[^\W\d_]")


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

    @property
    def called(self) -> str:
        """What to call the article: its title, or its name where it has none."""
        return self.title or self.name

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
        begun = bisect_right(self.sentences, place, key=lambda s: s.start)
        return self.sentences[begun - 1].paragraph if begun else 1

    def counted(self, paragraph: int) -> int:
        """Return the number of a paragraph as a reader counts it: those that are nothing but captions do not count."""
        return len({s.paragraph for s in self.citable() if s.paragraph <= paragraph})

    def sentences_within(self, passage: Passage) -> tuple[Sentence, ...]:
        """Return the sentences that a passage touches."""
        first = bisect_right(self.sentences, passage.start, key=lambda s: s.end)
        return self.sentences[first : bisect_left(self.sentences, passage.end, key=lambda s: s.start)]

    def shown(self, passage: Passage) -> str:
        """Return a passage as it is shown to readers: where it begins or ends within a sentence, an ellipsis says so."""
        touched = self.sentences_within(passage)
        begins = any(s.start < passage.start and self.text[s.start : passage.start].strip() for s in touched)
        ends = any(passage.end < s.end and any(map(str.isalnum, self.text[passage.end : s.end])) for s in touched)
        return f"{'… ' * begins}{passage.quote}{' …' * ends}"

    def citable(self) -> tuple[Sentence, ...]:
        """Return the sentences that may be cited: all but captions and headings."""
        return tuple(s for s in self.sentences if not s.caption)


def cut(text: str, captions: Collection[str]) -> tuple[Sentence, ...]:
    """Cut a text into sentences: paragraphs at blank lines, lines at line ends, sentences at their full stops.

    The lines of a paragraph that was wrapped to a width are not cut. A byte order mark belongs to no sentence.

    Args:
        text: the article's characters.
        captions: the lines that are captions or headings, whitespace folded.
    """
    found: list[Sentence] = []
    begin = len(text) - len(text.removeprefix("\ufeff"))
    for paragraph, (start, end) in enumerate(_spans(text, begin, len(text), _BLANK_LINES), start=1):
        boundary = _NO_LINE_END if _is_wrapped(text[start:end]) else _LINE_END
        for line_start, line_end in _spans(text, start, end, boundary):
            caption = plain_spaces(text[line_start:line_end]) in captions
            pieces = [(line_start, line_end)] if caption else _sentences(text, line_start, line_end)
            for piece_start, piece_end in pieces:
                found.append(Sentence(len(found) + 1, paragraph, piece_start, piece_end, caption))
    return tuple(found)


def _spans(text: str, start: int, end: int, boundary: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return the non-empty stretches between boundaries, without the spaces at their ends."""
    boundaries = [*boundary.finditer(text, start, end)]
    begins = [start, *(found.end() for found in boundaries)]
    return _stretches(text, zip(begins, [*(found.start() for found in boundaries), end], strict=True))


def _is_wrapped(paragraph: str) -> bool:
    """Say whether a paragraph's lines are of one width and go on in small letters: one text, wrapped by an editor."""
    lines = [line.strip() for line in paragraph.split("\n")]
    return all(len(line) in _WRAPPED for line in lines[:-1]) and any(line[:1].islower() for line in lines[1:])


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ends = [*sentence_ends(text, start, end), end]
    return _stretches(text, zip([start, *ends], ends, strict=False))


def _stretches(text: str, cuts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the cuts that hold anything, without the spaces at their ends."""
    pieces = ((begin, text[begin:end]) for begin, end in cuts)
    return [(b + len(piece) - len(piece.lstrip()), b + len(piece.rstrip())) for b, piece in pieces if piece.strip()]


def read_article(path: Path) -> tuple[Article, str]:
    """Return the article in a text file, and the SHA-256 of its bytes.

    Its short lines without a full stop count as headings.

    Raises:
        KnowledgeError: the file cannot be read, has an invisible name, holds HTML, or holds nothing but headings.
    """
    if is_invisible(path.stem):
        raise KnowledgeError([Fault(path, "article", "its name has no character that can be seen", "give the file another")])
    text, content = read_text(path)
    tags = list(MARKUP.finditer(text))
    if len(tags) >= _FEWEST_TAGS:
        line = text.count("\n", 0, tags[0].start()) + 1
        what, fix = f"this is HTML ({tags[0][0]})", "save the text as a browser shows it, without tags"
        raise KnowledgeError([Fault(path, "article", what, fix, line)])
    article = Article(path.stem, text, "", "", "", "", "", cut(text, _headings(text)))
    if not article.citable():
        fix = "an article has sentences that end with a full stop"
        raise KnowledgeError([Fault(path, "article", "no sentence in this file", fix)])
    return article, sha256(content)


def _headings(text: str) -> tuple[str, ...]:
    """Return the lines that look like headings or captions: short, and without punctuation at their end."""
    sentences = cut(text, ())
    lines = (plain_spaces(text[s.start : s.end]) for s in sentences)
    return tuple(dict.fromkeys(line for line in lines if _is_heading(line)))


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and not (_SENTENCE_END.search(line) and _LETTER.search(line))


def plain_spaces(text: str) -> str:
    """Return a text with every run of whitespace as one space."""
    return " ".join(text.split())


def sha256(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal, as `sha256sum` prints it."""
    return hashlib.sha256(content).hexdigest()
