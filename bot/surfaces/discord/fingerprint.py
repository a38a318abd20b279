"""The short mark by which a button names an article: a changed article has another."""

from bot.knowledge import Article
from bot.knowledge.article import sha256

_DIGITS = 8


def fingerprint(article: Article) -> str:
    """Return the first eight hexadecimal digits of the SHA-256 of an article's text."""
    return sha256(article.text.encode())[:_DIGITS]
