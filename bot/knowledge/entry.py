"""Proven knowledge: an article with its entries."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.article import Article, Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """One curated question.

    Attributes:
        answer: the approved answer; empty in an unanswered entry.
        note: what the article does not say, or says instead; empty in an answered entry.
        passages: the proof; at least one in an answered entry.
        qualifier: the article's name where several articles have entries, else empty; see `key`.
    """

    id: str
    question: str
    topic: str
    phrasings: tuple[str, ...]
    answer: str
    note: str
    passages: tuple[Passage, ...]
    qualifier: str = ""

    @property
    def key(self) -> str:
        """What names the entry among all that are loaded: its id, behind its article's name where there are several."""
        return f"{self.qualifier}/{self.id}" if self.qualifier else self.id

    @property
    def answered(self) -> bool:
        """Whether the article answers this question."""
        return bool(self.answer)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """An article with its entries, proven; a bare article, which nobody has curated, has none.

    Attributes:
        path: the knowledge file; a bare article's own.
        digest: the SHA-256 of its bytes.
        entries: what the bot answers with.
        drafts: entries that no person has approved yet; nothing is answered with them.
    """

    path: Path
    digest: str
    article: Article
    entries: tuple[Entry, ...]
    synonyms: Mapping[str, tuple[str, ...]]
    drafts: tuple[Entry, ...] = ()
