"""What is kept, as members read it; the buttons of votes; how to be forgotten."""

from dataclasses import dataclass

from bot.journal import FOLLOW_MINUTES
from bot.surfaces.discord.custom_id import Erase, Vote, Wrong
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.message import Button, Message, Row

ROWS = 5  # of a message (Discord)
HELPFUL, UNHELPFUL = "yes", "no"
"""The verdicts of a vote, as they stand in custom ids."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the operator lets the journal keep.

    Attributes:
        days: for how long questions, votes and reports are kept; None where there is no journal.
        texts: whether the words of questions are kept.
    """

    days: int | None = None
    texts: bool = False


def what_is_kept(keeping: Keeping, language: Language) -> str:
    """Return what is kept, and for how long, by the settings in force."""
    return "\n".join((_rows(keeping, language), language.say("kept-memory", minutes=FOLLOW_MINUTES, why=_why(language))))


def _rows(keeping: Keeping, language: Language) -> str:
    if keeping.days is None:
        return language.say("kept-nothing")
    words = language.say("kept-words") if keeping.texts else language.say("kept-no-words")
    rows = language.say("kept-rows", days=keeping.days, wrong=language.say("button-wrong"))
    return f"{rows} {words} {language.say('kept-forget')}"


def _why(language: Language) -> str:
    return language.say("button-why")


def with_votes(message: Message, entry: str, language: Language) -> Message:
    """Return a message with the buttons by which readers judge it, if it has room for them.

    Args:
        message: an answer, or a note.
        entry: the mark of the entry that it stands on.
        language: the reader's.
    """
    say = language.say
    votes: Row = (
        Button(say("button-helpful"), Vote(HELPFUL, entry)),
        Button(say("button-unhelpful"), Vote(UNHELPFUL, entry)),
        Button(say("button-wrong"), Wrong(entry)),
    )
    return message.with_row(*votes) if len(message.rows) < ROWS else message


def forget_page(keeping: Keeping, language: Language) -> Message:
    """Return what is kept, and a button that erases all of it that is of the reader."""
    head = language.say("forget-head") if keeping.days is not None else language.say("forget-memory")
    erase = Button(language.say("button-erase"), Erase())
    return Message(f"{head}\n{what_is_kept(keeping, language)}", private=True).with_row(erase)
