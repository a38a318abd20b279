"""Pressed buttons and choices: what each shows, where it shows it, and who may delete."""

from contextlib import suppress
from typing import Any

import discord

from bot.surfaces.discord.audience import Audience, Reader
from bot.surfaces.discord.controller import FrontDesk, MessageAction
from bot.surfaces.discord.custom_id import Choose, Delete, InContext, JumpToTopic, Read, Topics, decode
from bot.surfaces.discord.i18n.catalogue import language_for
from bot.surfaces.discord.in_flight import Replying
from bot.surfaces.discord.send import Interaction, replace, respond, tell, tell_broken


class Presses:
    """Answers presses.

    Args:
        desk: gives the messages.
        replying: counts what is under way.
    """

    def __init__(self, desk: FrontDesk, replying: Replying) -> None:
        self._desk = desk
        self._replying = replying

    async def take(self, interaction: Interaction, custom_id: str) -> None:
        """Answer the press of the control with this custom id."""
        with self._replying.one():
            try:
                await self._answer(interaction, custom_id)
            except Exception as error:
                await tell_broken(interaction, error)

    async def _answer(self, interaction: Interaction, custom_id: str) -> None:
        language = language_for(interaction.locale)
        action = decode(custom_id)
        if action is None:
            await tell(interaction, language.say("gone-button"))
        elif isinstance(action, Delete):
            await _delete(interaction, action)
        elif _in_place(action, interaction):
            await replace(interaction, self._desk.press(action, _reader(interaction), _chosen(interaction)))
        else:
            reader = Reader(interaction.user.id, language)
            await respond(interaction, self._desk.press(action, reader, _chosen(interaction)))


def _in_place(action: MessageAction, interaction: Interaction) -> bool:
    """Say whether the message itself changes: a page that is turned, or the asker's own choice."""
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
        await tell(interaction, language_for(interaction.locale).say("not-yours"))
        return
    await interaction.response.defer()
    with suppress(discord.NotFound):  # two pressed at once
        await interaction.delete_original_response()
