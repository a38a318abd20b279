"""The address of a passage at its source: the article's own, with a text fragment that a browser scrolls to.

Text fragments: https://wicg.github.io/scroll-to-text-fragment/. They are a convenience; the quote is the proof.
"""

from urllib.parse import quote

from bot.knowledge import Article, Passage

_URL = 512  # characters of a link button's address (Discord)
_WHOLE = 60  # characters of a quote that is written whole; a longer one by its first and last words
_WORDS = (5, 4, 3)


def address_of(article: Article, passage: Passage) -> str:
    """Return where a passage can be read, within Discord's limit; empty where the article has no address."""
    if not article.url or len(article.url) > _URL:
        return ""
    page = article.url.partition("#")[0]
    candidates = [f"{page}#:~:text={fragment}" for fragment in _fragments(passage.quote)]
    return next((address for address in candidates if len(address) <= _URL), article.url)


def _fragments(text: str) -> list[str]:
    """Return ways to name a text, the surest first; a fragment may not cross a line."""
    lines = text.splitlines()
    first, last = lines[0].split(), lines[-1].split()
    whole = [_encoded(text)] if len(lines) == 1 and len(text) <= _WHOLE else []
    ends = [f"{_encoded(' '.join(first[:words]))},{_encoded(' '.join(last[-words:]))}" for words in _WORDS]
    return whole + ends


def _encoded(text: str) -> str:
    """Percent-encode everything that has a meaning in a fragment, the hyphen too."""
    return quote(text, safe="").replace("-", "%2D")
