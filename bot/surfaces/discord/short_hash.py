"""The short marks by which a button names an article or an entry."""

from bot.knowledge import Article, Entry
from bot.knowledge.article import sha256

_DIGITS = 8


def fingerprint(article: Article) -> str:
    """Return the first eight hexadecimal digits of the SHA-256 of an article's text: a changed article has another."""
    return sha256(article.text.encode())[:_DIGITS]


def mark(entry: Entry) -> str:
    """Return what names an entry among all that are loaded, at most 69 characters and no colon.

    That is its id; where several articles have entries, a hash of the article's name, which may be long, stands before it.
    """
    return f"{sha256(entry.qualifier.encode())[:_DIGITS]}/{entry.id}" if entry.qualifier else entry.id
