"""Our plain messages on their way to Discord: as discord.py's views, as responses, and the replies under way.

Every control's whole state is its custom id, so no view is kept anywhere.
"""

import asyncio
import logging
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, Protocol, Self, TypeVar

import aiohttp
import discord

from bot.surfaces.discord.custom_id import Action, decode, encode
from bot.surfaces.discord.i18n.catalogue import Language, language_for
from bot.surfaces.discord.pages.message import OPTIONS, Button, Channels, Control, Link, Message, Select

Interaction = discord.Interaction[Any]
PATIENCE = 5.0
"""Seconds a stop waits for replies: more than Discord gives for one (3), less than supervisors give before they kill (10)."""
_GONE = frozenset({10062, 40060})
"""Discord's codes for an interaction that has expired, or was answered already: nobody can be answered any more."""
UNDELIVERED = (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError)
"""What is raised where Discord refuses a request, or the network loses it."""
_CHANNELS = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
)
"""Kinds of channels that have messages, or threads with messages."""
_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

log = logging.getLogger(__name__)


class InFlight:
    """The replies under way, worked out on one thread of their own, so that the connection to Discord is never held up.

    They are worked out one after the other, in the order in which they were begun. Once it is closed, nothing new may begin.
    """

    def __init__(self) -> None:
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="answers")
        self.closed = False

    @contextmanager
    def reply(self) -> Iterator[None]:
        """Count one reply for as long as the block runs."""
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def compute(self, work: Callable[_Given, _Result], /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        """Return what the work returns, or raise what it raises, when its turn on the thread has come."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: work(*args, **kwargs))

    async def close(self, patience: float = PATIENCE) -> bool:
        """Let nothing new begin and wait for what has begun; return whether all of it was finished in time."""
        self.closed = True
        try:
            await asyncio.wait_for(self._idle.wait(), patience)
        except TimeoutError:
            return False
        finally:
            self._thread.shutdown(wait=False, cancel_futures=True)
        return True


class _Client(Protocol):
    """What a pressed control needs of the client."""

    def begins(self, interaction: Interaction) -> bool:
        """Return whether an interaction is to be answered."""

    async def press(self, interaction: Interaction, custom_id: str) -> None:
        """Answer the press of the control with this custom id."""


class Pressable(discord.ui.DynamicItem[discord.ui.Item[Any]], template=re.compile(r".+", re.DOTALL)):
    """Any control of ours: made from its message when it is pressed, whatever has been restarted since."""

    @classmethod
    async def from_custom_id(cls, _: Interaction, item: discord.ui.Item[Any], __: re.Match[str], /) -> Self:
        """Return the pressed control."""
        return cls(item)

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let each press be answered once, and none while the bot stops."""
        client: _Client = interaction.client
        return client.begins(interaction)

    async def callback(self, interaction: Interaction) -> None:
        """Hand the press to the client."""
        client: _Client = interaction.client
        await client.press(interaction, self.custom_id)


def view_of(message: Message) -> discord.ui.View | None:
    """Return the view of a message's controls; None if it has none. It never times out."""
    if not message.rows:
        return None
    view = discord.ui.View(timeout=None)
    for place, row in enumerate(message.rows):
        for control in row:
            view.add_item(_item(control, place))
    return view


def actions_of(message: discord.Message) -> list[Action]:
    """Return what the buttons of a message ask for, as far as they are ours."""
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    buttons = (button for row in rows for button in row.children if isinstance(button, discord.Button))
    decoded = (decode(button.custom_id) for button in buttons if button.custom_id)
    return [action for action in decoded if action is not None]


def _item(control: Control, row: int) -> discord.ui.Item[Any]:
    match control:
        case Link(label, url):
            return discord.ui.Button(label=label, url=url, row=row)
        case Button(label, action, disabled):
            style = discord.ButtonStyle.secondary
            button = discord.ui.Button[Any](label=label, custom_id=encode(action), style=style, disabled=disabled, row=row)
            return Pressable(button)
        case Select(placeholder, action, options):
            choices = [discord.SelectOption(label=label, value=value) for value, label in options]
            return Pressable(discord.ui.Select[Any](placeholder=placeholder, custom_id=encode(action), options=choices, row=row))
        case Channels(placeholder, action, chosen):
            return Pressable(_channels(placeholder, encode(action), chosen, row))


def _channels(placeholder: str, custom_id: str, chosen: Sequence[int], row: int) -> discord.ui.Item[Any]:
    """Return the list of all channels of a server in which the bot may be mentioned."""
    marked = [discord.SelectDefaultValue(id=id, type=discord.SelectDefaultValueType.channel) for id in chosen[:OPTIONS]]
    return discord.ui.ChannelSelect[Any](
        placeholder=placeholder,
        custom_id=custom_id,
        channel_types=list(_CHANNELS),
        default_values=marked or discord.utils.MISSING,
        min_values=0,
        max_values=OPTIONS,
        row=row,
    )


async def respond(interaction: Interaction, message: Message) -> None:
    """Answer an interaction with a message of its own."""
    await interaction.response.send_message(
        message.text, view=view_of(message) or discord.utils.MISSING, ephemeral=message.private, suppress_embeds=True
    )


async def replace(interaction: Interaction, message: Message) -> None:
    """Put a message in the place of the one whose button was pressed."""
    await interaction.response.edit_message(content=message.text, view=view_of(message))


async def notify(interaction: Interaction, line: str) -> None:
    """Answer an interaction with a line for its user alone."""
    await respond(interaction, Message(line, private=True))


async def notify_of_failure(interaction: Interaction, error: BaseException) -> None:
    """Let the user know that something broke, unless this reached them no better than the reply; the log is told once."""
    cause = getattr(error, "original", error)
    if isinstance(cause, discord.HTTPException) and cause.code in _GONE:
        log.warning("An interaction could not be answered in time (%d).", cause.code)
        return
    line = log_failure(language_for(interaction.locale), cause)
    if not isinstance(cause, UNDELIVERED) or interaction.response.is_done():
        with suppress(*UNDELIVERED):  # the log has it already
            await _tell(interaction, line)


async def _tell(interaction: Interaction, line: str) -> None:
    if interaction.response.is_done():
        await interaction.followup.send(line, ephemeral=True)
    else:
        await notify(interaction, line)


def log_failure(language: Language, error: BaseException) -> str:
    """Log what broke and return the line for the asker; both carry the same short id.

    What is ours to mend is logged with its traceback, what Discord or the network did in one line.
    """
    short = secrets.token_hex(3)
    if isinstance(error, UNDELIVERED):
        log.error("A reply could not be delivered [%s]: %s", short, told(error))
    else:
        log.error("A question could not be answered [%s]", short, exc_info=error)
    return language.say("broken", id=short)


def told(error: BaseException) -> str:
    """Return what an error is without its text, which may quote what was sent."""
    status = f" {error.status}, code {error.code}" if isinstance(error, discord.HTTPException) else ""
    return type(error).__name__ + status
