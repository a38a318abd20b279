"""A bare article: a text that nobody has curated, loaded as knowledge without entries."""

import re
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.knowledge.article import Article, cut, sha256
from bot.knowledge.entry import Knowledge
from bot.knowledge.files import read_text

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


def load_bare(path: Path) -> Knowledge:
    """Load an article without a knowledge file; its short lines without a full stop count as headings.

    Raises:
        KnowledgeError: the file cannot be read, holds HTML, or holds nothing but headings.
    """
    article, digest = read_article(path)
    return Knowledge(path, digest, article, (), {})


def read_article(path: Path) -> tuple[Article, str]:
    """Return the article in a text file, and the SHA-256 of its bytes; raises as `load_bare` does."""
    text, content = read_text(path)
    tags = list(MARKUP.finditer(text))
    if len(tags) >= _FEWEST_TAGS:
        line = text.count("\n", 0, tags[0].start()) + 1
        what, mend = f"this is HTML ({tags[0][0]})", "save the text as a browser shows it, without tags"
        raise KnowledgeError([Fault(path, "article", what, mend, line)])
    article = Article(path.stem, text, "", "", "", "", "", cut(text, headings(text)))
    if not article.citable():
        mend = "an article has sentences that end with a full stop"
        raise KnowledgeError([Fault(path, "article", "no sentence in this file", mend)])
    return article, sha256(content)


def headings(text: str) -> tuple[str, ...]:
    """Return the lines that look like headings or captions: short, and without punctuation at their end."""
    sentences = cut(text, ())
    lines = (" ".join(text[s.start : s.end].split()) for s in sentences)
    return tuple(dict.fromkeys(line for line in lines if _is_heading(line)))


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and not (_SENTENCE_END.search(line) and _LETTER.search(line))
