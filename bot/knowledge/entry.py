"""Proven knowledge: an article with its entries, and the figures that an evaluation keeps beside it."""

import json
import re
import unicodedata
from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

from bot.knowledge.article import Article, Passage
from bot.knowledge.schema import LONGEST_ID
from bot.language import ENGLISH, tokenise

_ID_WORDS = 6
_NUMBER = 5  # characters of an id that a number behind it may take


@dataclass(frozen=True, slots=True)
class Entry:
    """One curated question.

    Attributes:
        answer: the approved answer; empty in an unanswered entry.
        note: what the article does not say, or says instead; empty in an answered entry.
        claim: the wrong claim that the note sets right; empty where it is about none.
        passages: the proof; at least one in an answered entry.
        points: in an overview, what each passage says, a line of the list each; empty in any other entry.
        question_answered: yes or no, where the question itself asks for it; else empty.
        yes: those of its phrasings that ask for yes or no and are answered yes; they stand behind the others.
        no: those that are answered no; they stand last.
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
    points: tuple[str, ...] = ()
    question_answered: str = ""
    claim: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

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


def id_for(question: str, taken: Container[str]) -> str:
    """Return an id made from the words of a question that tell it from others; numbered where it is taken."""
    words = [word for token in tokenise(question) if token not in ENGLISH.stopwords for word in _ascii_words(token)]
    plain = "-".join(words[:_ID_WORDS])[: LONGEST_ID - _NUMBER].strip("-") or "entry"
    numbered = (f"{plain}-{number}" for number in count(2))
    return plain if plain not in taken else next(id_ for id_ in numbered if id_ not in taken)


def _ascii_words(token: str) -> list[str]:
    """Return the letters and digits of a token that may stand in an id, without their accents."""
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", token).encode("ascii", "ignore").decode())


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of an evaluation, of questions that are not worded as in the file.

    Attributes:
        answerable: questions that the article answers; `right` of them were answered right.
        asked: all questions; `false` of them got a wrong or a false answer.
    """

    answerable: int
    right: int
    asked: int
    false: int


def figures_path(knowledge: Knowledge) -> Path:
    """Return where the figures of a knowledge file are kept."""
    return knowledge.path.with_suffix(".figures.json")


def figures_text(knowledge: Knowledge, figures: Figures) -> str:
    """Return the figures as they are kept: with the hash of the file that they are about."""
    return json.dumps({"knowledge": knowledge.digest, **asdict(figures)}, indent=2) + "\n"


def figures_of(knowledge: Knowledge) -> Figures | None:
    """Return the figures that were kept for a knowledge; None where there are none, or they are about another version of it."""
    try:
        kept = json.loads(figures_path(knowledge).read_text(encoding="utf-8"))
        known = kept.pop("knowledge") == knowledge.digest
        return Figures(**{name: int(count) for name, count in kept.items()}) if known else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
