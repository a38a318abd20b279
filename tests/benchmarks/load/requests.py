"""What members send: commands, completions, presses and direct messages, each from another user in another channel."""

from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any, NamedTuple

from bot.answering import Answerer
from bot.knowledge import load
from bot.settings import cache_folder
from tests.loopback import payloads
from tests.loopback.payloads import Json
from tests.loopback.process import REPO
from tests.loopback.records import Shown
from tests.loopback.server import LoopbackDiscord

_COMMAND, _PRESS, _COMPLETION = 2, 3, 4


class Event(NamedTuple):
    """What a connection to Discord is told: the event's name and data."""

    name: str
    data: Json


Make = Callable[[LoopbackDiscord], Event]
"""Makes the next event of a kind; it is still to be sent."""


def shipped_questions() -> list[str]:
    """Return every wording of the shipped knowledge that is answered; what the bot builds from it is in the cache from now on."""
    answerer = Answerer(load(REPO / "knowledge"), cache_folder())
    answerer.prepare()
    return [phrasing for entry in answerer.library[0].entries for phrasing in entry.phrasings if entry.answered]


def ask(questions: Sequence[str]) -> Make:
    """Return a maker of /ask interactions, one question after another."""
    given = cycle(questions)
    return lambda discord: _interaction(discord, _COMMAND, _asked(next(given)))


def complete(questions: Sequence[str]) -> Make:
    """Return a maker of autocompletions, each of a question's first half."""
    given = cycle(questions)

    def make(discord: LoopbackDiscord) -> Event:
        question = next(given)
        return _interaction(discord, _COMPLETION, _asked(question[: len(question) // 2], focused=True))

    return make


def press(shown: Shown) -> Make:
    """Return a maker of presses on the buttons of one message that do not delete it."""
    ids = cycle([control["custom_id"] for control in shown.controls if not control["custom_id"].startswith("delete")])
    return lambda discord: _interaction(discord, _PRESS, {"custom_id": next(ids), "component_type": 2}, shown)


def write(questions: Sequence[str]) -> Make:
    """Return a maker of direct messages, one question after another."""
    given = cycle(questions)

    def make(discord: LoopbackDiscord) -> Event:
        author, channel = payloads.user(discord.next_id()), discord.next_id()
        return Event("MESSAGE_CREATE", payloads.message(discord.next_id(), next(given), author=author, channel=channel))

    return make


def message_with_buttons(discord: LoopbackDiscord, question: str) -> Shown:
    """Ask with /ask and return the message that comes."""
    event = ask([question])(discord)
    discord.dispatch(*event)
    discord.response_to(event.data)
    original: Any = discord.rest.interactions[event.data["id"]].original
    return Shown(original.id, original.channel, original.data)


def _asked(question: str, **more: bool) -> Json:
    return {"id": "1", "name": "ask", "type": 1, "options": [{"name": "question", "type": 3, "value": question, **more}]}


def _interaction(discord: LoopbackDiscord, kind: int, data: Json, pressed: Shown | None = None) -> Event:
    user, channel = discord.next_id(), discord.next_id()
    place = payloads.SERVER | {"channel_id": channel, "channel": payloads.SERVER["channel"] | {"id": channel}}
    told = discord.begin(kind, data, place=place, who=user, locale="en-US", permissions="0", pressed=pressed)
    return Event("INTERACTION_CREATE", told)
