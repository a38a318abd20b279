"""What a button asks for. All of it stands in the button's custom id, so that it outlives a restart.

A custom id is words joined by colons, the action's name first: `related:treaty-renewed`. Messages keep their buttons
for ever, so a name's fields are never changed: a new shape gets a new name.
"""

from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any

from bot.knowledge import Article, Entry

CUSTOM_ID = 100  # UTF-16 code units (Discord)
_DIGITS = 8  # of a hash


@dataclass(frozen=True, slots=True)
class InContext:
    """Show places of an article among what stands around them.

    Attributes:
        article: the first eight digits of the SHA-256 of its text.
        places: start and end of each passage, as `bot.surfaces.discord.pages.context` writes them.
        shown: which of them, from 0.
        way: tells the buttons of one message apart; empty on a button under an answer.
    """

    article: str
    places: str
    shown: int = 0
    way: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Offer the entries near one."""

    entry: str


@dataclass(frozen=True, slots=True)
class Why:
    """Say why an entry was the reply to a question; the question is empty if it was too long to carry."""

    entry: str
    question: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Delete the reply; for the user who asked."""

    asker: int


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer an entry in place of the message, for the user who asked."""

    asker: int
    entry: str


@dataclass(frozen=True, slots=True)
class Pick:
    """Answer the entry chosen from a list."""


@dataclass(frozen=True, slots=True)
class Topics:
    """Show a page of the topics, from 0; the way tells the buttons of one message apart and is empty elsewhere."""

    page: int = 0
    way: str = ""


@dataclass(frozen=True, slots=True)
class JumpToTopic:
    """Show the page of the topics that was chosen from a list."""


@dataclass(frozen=True, slots=True)
class Read:
    """Show a page of an article, from 0; the way tells the buttons of one message apart."""

    article: str
    page: int
    way: str


@dataclass(frozen=True, slots=True)
class AboutBot:
    """Show what the bot is and what it keeps."""


@dataclass(frozen=True, slots=True)
class Vote:
    """Keep what a member thinks of the reply that stands on an entry: yes or no."""

    verdict: str
    entry: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Tell the owners what is wrong with the reply that stands on an entry; first a form opens, which asks for the same."""

    entry: str


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase all that is kept of the one who presses."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Choose one of a server's settings, by its name."""

    name: str


_Shown = InContext | Related | Why | Choose | Pick | Topics | JumpToTopic | Read | AboutBot
Action = _Shown | Delete | Vote | Wrong | Erase | Setting
_KINDS: dict[str, type[Action]] = {
    "context": InContext,
    "related": Related,
    "why": Why,
    "delete": Delete,
    "choose": Choose,
    "pick": Pick,
    "topics": Topics,
    "jump": JumpToTopic,
    "read": Read,
    "about": AboutBot,
    "vote": Vote,
    "wrong": Wrong,
    "erase": Erase,
    "setting": Setting,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def encode(action: Action) -> str:
    """Return the custom id of an action."""
    return ":".join((_NAMES[type(action)], *(str(getattr(action, field.name)) for field in fields(action))))


def decode(custom_id: str) -> Action | None:
    """Return the action of a custom id; None if it is not one of ours, or not any more."""
    name, _, rest = custom_id.partition(":")
    kind = _KINDS.get(name)
    if kind is None:
        return None
    wanted = fields(kind)
    words = rest.split(":", max(len(wanted) - 1, 0)) if wanted else []  # the last field may hold colons
    if len(words) != len(wanted):
        return None
    try:
        values: list[Any] = [int(word) if field.type is int else word for field, word in zip(wanted, words, strict=True)]
    except ValueError:
        return None
    return kind(*values)


def fingerprint(article: Article) -> str:
    """Return the first eight hexadecimal digits of the SHA-256 of an article's text: a changed article has another."""
    return _short_hash(article.text)


def mark(entry: Entry) -> str:
    """Return what names an entry among all that are loaded, at most 69 characters and no colon.

    That is its id; where several articles have entries, a hash of the article's name, which may be long, stands before it.
    """
    return f"{_short_hash(entry.qualifier)}/{entry.id}" if entry.qualifier else entry.id


def _short_hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]
