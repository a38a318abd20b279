"""Pressed buttons and choices: what each shows, where it shows it, and who may delete."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import discord

from bot.surfaces.discord.controller import MessageAction
from bot.surfaces.discord.custom_id import (
    Choose,
    Delete,
    Erase,
    InContext,
    JumpToTopic,
    Read,
    Setting,
    Topics,
    Vote,
    Wrong,
    decode,
)
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.keeping.forget import erase
from bot.surfaces.discord.keeping.kept import Kept, Occasion
from bot.surfaces.discord.keeping.settings import choose
from bot.surfaces.discord.keeping.votes import Votes
from bot.surfaces.discord.pages.message import Audience, Message, Reader
from bot.surfaces.discord.send import InFlight, Interaction, notify, notify_of_failure, replace, respond
from bot.surfaces.discord.serving import Serving


class Presses:
    """Answers presses.

    Args:
        serving: gives the messages.
        in_flight: works them out and counts what is under way.
        kept: keeps what was asked by choosing it, and what was chosen for servers.
        votes: takes votes and reports.
        forget: erases what is remembered of a member in memory.
    """

    def __init__(self, serving: Serving, in_flight: InFlight, kept: Kept, votes: Votes, forget: Callable[[int], None]) -> None:
        self._serving = serving
        self._in_flight = in_flight
        self._kept = kept
        self._votes = votes
        self._forget = forget

    async def take(self, interaction: Interaction, custom_id: str) -> None:
        """Answer the press of the control with this custom id."""
        await self._guarded(interaction, self._answer(interaction, custom_id))

    async def submit(self, interaction: Interaction, custom_id: str) -> None:
        """Take what was written into the form with this custom id."""
        await self._guarded(interaction, self._take_form(interaction, custom_id))

    async def _guarded(self, interaction: Interaction, work: Coroutine[Any, Any, None]) -> None:
        with self._in_flight.reply():
            try:
                await work
            except Exception as error:
                await notify_of_failure(interaction, error)

    async def _take_form(self, interaction: Interaction, custom_id: str) -> None:
        language = await self._kept.language(interaction.guild_id, interaction.locale)
        action = decode(custom_id)
        if isinstance(action, Wrong):
            await self._votes.report(interaction, action, language)
        else:
            await notify(interaction, language.say("gone-button"))

    async def _answer(self, interaction: Interaction, custom_id: str) -> None:
        language = await self._kept.language(interaction.guild_id, interaction.locale)
        match decode(custom_id):
            case None:
                await notify(interaction, language.say("gone-button"))
            case Delete() as action:
                await _delete(interaction, action, language)
            case Vote() as action:
                await self._votes.vote(interaction, action, language)
            case Wrong() as action:
                await self._votes.ask(interaction, action, language)
            case Setting() as action:
                await choose(interaction, self._kept, action, language)
            case Erase():
                await erase(interaction, self._kept, self._serving.controller.keeping, self._forget, language)
            case action:
                await self._show(interaction, action, language)

    async def _show(self, interaction: Interaction, action: MessageAction, language: Language) -> None:
        if _in_place(action, interaction):
            await replace(interaction, await self._message(action, _reader(interaction, language), interaction))
        else:
            await respond(interaction, await self._message(action, Reader(interaction.user.id, language), interaction))

    async def _message(self, action: MessageAction, reader: Reader, interaction: Interaction) -> Message:
        occasion = Occasion("choice", interaction.guild_id, interaction.user.id)
        shown = await self._in_flight.compute(self._serving.controller.press, action, reader, _chosen(interaction))
        self._kept.record(shown.decision, occasion)
        return shown


def _in_place(action: MessageAction, interaction: Interaction) -> bool:
    """Return whether the message itself changes: a page that is turned, or the asker's own choice."""
    match action:
        case Choose(asker=asker):
            return asker == interaction.user.id
        case InContext(way=way) | Topics(way=way) | Read(way=way):
            return bool(way)
        case JumpToTopic():
            return True
    return False


def _reader(interaction: Interaction, language: Language) -> Reader:
    """Return who reads the message that is changed: a message that only one saw stays so."""
    private = interaction.message is not None and interaction.message.flags.ephemeral
    audience = Audience.ASKER if private else Audience.EVERYONE
    return Reader(interaction.user.id, language, audience)


def _chosen(interaction: Interaction) -> str:
    data: Any = interaction.data
    return str((data.get("values") or [""])[0])


async def _delete(interaction: Interaction, action: Delete, language: Language) -> None:
    """Delete a reply for its asker or a moderator, through the interaction: the bot itself may not be in the channel."""
    moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
    if interaction.user.id != action.asker and not moderates:
        await notify(interaction, language.say("not-yours"))
        return
    await interaction.response.defer()
    with suppress(discord.NotFound):  # two pressed at once
        await interaction.delete_original_response()
