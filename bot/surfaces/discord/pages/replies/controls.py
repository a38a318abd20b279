"""Buttons that several kinds of reply have."""

from collections.abc import Callable

from bot.knowledge import Entry
from bot.surfaces.discord.custom_id import CUSTOM_ID, Delete, Related, Why, encode, mark
from bot.surfaces.discord.pages.markup import width
from bot.surfaces.discord.pages.message import Button, Reader


def related(entry: Entry, say: Callable[..., str]) -> Button:
    """Return the way to related questions."""
    return Button(say("button-related"), Related(mark(entry)))


def delete(reader: Reader) -> Button:
    """Return the way for the reader to delete the message."""
    return Button(reader.language.say("button-delete"), Delete(reader.id))


def why(entry: Entry, question: str) -> Why:
    """Return the action with the question, or without it where a custom id has no room for it."""
    asked = Why(mark(entry), " ".join(question.split()))
    return asked if width(encode(asked)) <= CUSTOM_ID else Why(mark(entry), "")
