"""The exchanges that the pictures show, from real replies: each kind of reply, and what its buttons lead to."""

from bot.answering import Answerer, Suggestions
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.custom_id import InContext, Related, Why
from bot.surfaces.discord.i18n.catalogue import language
from bot.surfaces.discord.pages.kept import Keeping
from bot.surfaces.discord.pages.message import Audience, Button, Message, Reader
from tests.pictures.discord_page import Exchange

_ANSWERED = "wich pact was renewed by the neighbours?"
_NOT_SAID = "who came with Putin?"
_KEEPING = Keeping(30)  # days, as by default
_OFF_TOPIC = "anyone up for chess?"
_TALK = ("hi", "what treaty was renewed?", "and when?", "did they meet in person?", "thanks!")
_DOUBTFUL = (
    "what about the treaty",
    "tell me about trade",
    "treaty stuff",
    "what was said on taiwan and the un",
    "china russia deal",
)


def kinds(answerer: Answerer, code: str = "en") -> list[Exchange]:
    """Return one exchange of each kind of reply, in a language of the bot's."""
    reader = Reader(1, language(code), Audience.EVERYONE_IF_SURE)
    doubtful = next((one for one in _DOUBTFUL if isinstance(answerer.answer(one), Suggestions)), _DOUBTFUL[0])
    desk = Controller(answerer, _KEEPING)
    shown = [Exchange(f"/ask {one}", desk.ask(one, reader)) for one in (_ANSWERED, doubtful, _NOT_SAID, _OFF_TOPIC)]
    return [*shown, Exchange("/ask …", Message(reader.language.say("broken", id="3fa91c"), private=True))]


def conversation(answerer: Answerer, code: str = "en") -> list[Exchange]:
    """Return a direct talk in which each message may lean on the one before it."""
    reader = Reader(1, language(code), Audience.EVERYONE)
    desk, shown, before = Controller(answerer, _KEEPING), [], None
    for typed in _TALK:
        message = desk.ask(typed, reader, before=before)
        before = desk.exchange(message.actions) or before
        shown.append(Exchange(typed, message))
    return shown


def buttons(answerer: Answerer, code: str = "en") -> list[Exchange]:
    """Return what the buttons under an answer lead to, and the pages that can be leafed through."""
    reader = Reader(1, language(code), Audience.EVERYONE_IF_SURE)
    desk = Controller(answerer, _KEEPING)
    answer = desk.ask(_ANSWERED, reader)
    pressed = [control for control in answer.rows[0] if isinstance(control, Button)]
    shown = [
        Exchange(button.label, desk.press(button.action, reader))
        for button in pressed
        if isinstance(button.action, InContext | Related | Why)
    ]
    return [*shown, Exchange("/topics", desk.topics(reader.language, 6))]


def pages(answerer: Answerer, code: str = "en") -> list[Exchange]:
    """Return what the other commands show."""
    desk, spoken = Controller(answerer, _KEEPING), language(code)
    told = (("/article", desk.article(spoken)), ("/about", desk.about(spoken)), ("/knowledge status", desk.status(spoken)))
    return [Exchange(command, message) for command, message in told]
