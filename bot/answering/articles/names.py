"""What articles are called, and which of them a question names."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

from bot.errors import ArticleError
from bot.knowledge import Article
from bot.language import tokenise

_OFFERED = 5
_KIND = r"(?:article|story|report|text|piece)"
_FROM = r"\b(?:in|from|according to|of|by) (?:the |that |this )?"
_NAME = r"(?P<name>[^\"”?,:;]{1,80}?)"
_NAMED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[\s,(]*{_FROM}{_KIND} (?:(?:called|titled|named|on|about) )?[\"“]?{_NAME}[\"”)]*(?=[?,:;.!]|$)[,:;]?",
        rf"[\s,(]*{_FROM}[\"“]?{_NAME}[\"”]? {_KIND}\b[,:;)]?",
        r"^\s*[\"“\[]?(?P<name>[^\"”:\]]{2,80})[\"”\]]?:(?=\s)",
    )
)


class ArticleNames:
    """The names of some articles: the file's name and the title, read without case and punctuation."""

    def __init__(self, articles: Iterable[Article]) -> None:
        known = tuple(articles)
        self._files = frozenset(article.name for article in known)
        self._names = {_read(article.name): article.name for article in known}
        for article in known:
            self._names.setdefault(_read(article.title), article.name)
        self._names.pop((), None)

    def find(self, name: str) -> str:
        """Return the name of the article that is called so.

        Raises:
            ArticleError: no article is; the message offers the nearest names.
        """
        found = name if name in self._files else self._names.get(_read(name))
        if found is None:
            names = sorted(self._files)
            near = get_close_matches(name.casefold(), names, n=_OFFERED, cutoff=0.3) or names[:_OFFERED]
            raise ArticleError(f"no article is called “{name}”; name one of: {', '.join(near)}")
        return found

    def named_in(self, question: str) -> tuple[str | None, str]:
        """Return the article that a question names, and the question without that; None and all of it if it names none."""
        for pattern in _NAMED:
            for naming in pattern.finditer(question):
                found = self._names.get(_read(naming["name"]))
                rest = f"{question[: naming.start()]} {question[naming.end() :]}".strip()
                if found is not None and tokenise(rest):
                    return found, rest
        return None, question


def _read(name: str) -> tuple[str, ...]:
    tokens = tokenise(name.replace("-", " ").replace("_", " "))
    return tokens[1:] if tokens[:1] == ("the",) else tokens
