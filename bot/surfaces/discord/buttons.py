"""Pressed buttons and choices: what each shows, where it shows it, and who may delete."""

from contextlib import suppress
from typing import Any

import discord

from bot.surfaces.discord.controller import MessageAction
from bot.surfaces.discord.custom_id import Choose, Delete, InContext, JumpToTopic, Read, Topics, decode
from bot.surfaces.discord.i18n.catalogue import language_for
from bot.surfaces.discord.keeping.kept import Kept, Occasion
from bot.surfaces.discord.pages.message import Audience, Message, Reader
from bot.surfaces.discord.send import InFlight, Interaction, notify, notify_of_failure, replace, respond
from bot.surfaces.discord.serving import Serving


class Presses:
    """Answers presses.

    Args:
        serving: gives the messages.
        in_flight: works them out and counts what is under way.
        kept: keeps what was asked by choosing it.
    """

    def __init__(self, serving: Serving, in_flight: InFlight, kept: Kept) -> None:
        self._serving = serving
        self._in_flight = in_flight
        self._kept = kept

    async def take(self, interaction: Interaction, custom_id: str) -> None:
        """Answer the press of the control with this custom id."""
        with self._in_flight.reply():
            try:
                await self._answer(interaction, custom_id)
            except Exception as error:
                await notify_of_failure(interaction, error)

    async def _answer(self, interaction: Interaction, custom_id: str) -> None:
        action = decode(custom_id)
        if action is None:
            await notify(interaction, language_for(interaction.locale).say("gone-button"))
        elif isinstance(action, Delete):
            await _delete(interaction, action)
        elif _in_place(action, interaction):
            await replace(interaction, await self._message(action, _reader(interaction), interaction))
        else:
            reader = Reader(interaction.user.id, language_for(interaction.locale))
            await respond(interaction, await self._message(action, reader, interaction))

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


def _reader(interaction: Interaction) -> Reader:
    """Return who reads the message that is changed: a message that only one saw stays so."""
    private = interaction.message is not None and interaction.message.flags.ephemeral
    audience = Audience.ASKER if private else Audience.EVERYONE
    return Reader(interaction.user.id, language_for(interaction.locale), audience)


def _chosen(interaction: Interaction) -> str:
    data: Any = interaction.data
    return str((data.get("values") or [""])[0])


async def _delete(interaction: Interaction, action: Delete) -> None:
    """Delete a reply for its asker or a moderator, through the interaction: the bot itself may not be in the channel."""
    moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
    if interaction.user.id != action.asker and not moderates:
        await notify(interaction, language_for(interaction.locale).say("not-yours"))
        return
    await interaction.response.defer()
    with suppress(discord.NotFound):  # two pressed at once
        await interaction.delete_original_response()
