"""`/forget`: says what is kept, and erases what is kept of the one who asks for it."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from discord import app_commands

from bot.errors import JournalError
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.i18n.translator import translatable
from bot.surfaces.discord.keeping.kept import Kept
from bot.surfaces.discord.pages.kept import Keeping, forget_page
from bot.surfaces.discord.send import InFlight, Interaction, respond
from bot.surfaces.discord.serving import Serving

log = logging.getLogger(__name__)


def forget_command(serving: Serving, in_flight: InFlight, kept: Kept) -> "app_commands.Command[Any, ..., None]":
    """Return the command, for every member."""

    @app_commands.command(name=translatable("command-forget"), description=translatable("command-forget-does"))
    async def forget(interaction: Interaction) -> None:
        """Say what is kept, and offer to erase it."""
        with in_flight.reply():
            language = await kept.language(interaction.guild_id, interaction.locale)
            await respond(interaction, forget_page(serving.controller.keeping, language))

    return forget


async def erase(
    interaction: Interaction, kept: Kept, keeping: Keeping, forget: Callable[[int], None], language: Language
) -> None:
    """Erase all that is kept of the one who pressed, and say how much that was.

    Args:
        interaction: the press.
        kept: erases what the journal has of them.
        keeping: whether there is a journal.
        forget: erases what is remembered of a member in memory.
        language: theirs.
    """
    await interaction.response.defer()  # it may take longer than Discord waits
    forget(interaction.user.id)
    await interaction.edit_original_response(content=await _erased(interaction.user.id, kept, keeping, language), view=None)


async def _erased(user: int, kept: Kept, keeping: Keeping, language: Language) -> str:
    if keeping.days is None:
        return language.say("forgotten", count=0)
    try:
        return language.say("forgotten", count=await asyncio.to_thread(kept.journal.forget, user))
    except JournalError as error:
        log.error("A member could not be forgotten: %s", error)
        return language.say("forget-failed")
