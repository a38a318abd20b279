"""The short marks by which a button names an article or an entry."""

from bot.knowledge import Article, Entry
from bot.knowledge.article import sha256

_DIGITS = 8


def fingerprint(article: Article) -> str:
    """Return the first eight hexadecimal digits of the SHA-256 of an article's text: a changed article has another."""
    return sha256(article.text.encode())[:_DIGITS]


def mark(entry: Entry) -> str:
    """Return what names an entry among all that are loaded: its id, at most 60 characters and no colon."""
    return entry.id
