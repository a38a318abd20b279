"""Responses to interactions: show a message, replace one, or say that something broke."""

import logging
import secrets
from typing import Any

import discord

from bot.surfaces.discord.i18n.catalogue import Language, language_for
from bot.surfaces.discord.pages.message import Message
from bot.surfaces.discord.views import view_of

Interaction = discord.Interaction[Any]
_GONE = frozenset({10062, 40060})
"""Discord's codes for an interaction that has expired, or was answered already: nobody can be told any more."""

log = logging.getLogger(__name__)


async def respond(interaction: Interaction, message: Message) -> None:
    """Answer an interaction with a message of its own."""
    await interaction.response.send_message(
        message.text, view=view_of(message) or discord.utils.MISSING, ephemeral=message.private, suppress_embeds=True
    )


async def replace(interaction: Interaction, message: Message) -> None:
    """Put a message in the place of the one whose button was pressed."""
    await interaction.response.edit_message(content=message.text, view=view_of(message))


async def tell(interaction: Interaction, line: str) -> None:
    """Answer an interaction with a line for its user alone."""
    await respond(interaction, Message(line, private=True))


async def tell_broken(interaction: Interaction, error: BaseException) -> None:
    """Tell the user that something broke, unless they cannot be told any more."""
    cause = getattr(error, "original", error)
    if isinstance(cause, discord.HTTPException) and cause.code in _GONE:
        log.warning("An interaction could not be answered in time (%d).", cause.code)
        return
    line = broken(language_for(interaction.locale), error)
    if interaction.response.is_done():
        await interaction.followup.send(line, ephemeral=True)
    else:
        await tell(interaction, line)


def broken(language: Language, error: BaseException) -> str:
    """Log what broke with its traceback and return the line for the asker; both carry the same short id."""
    short = secrets.token_hex(3)
    log.error("A question could not be answered [%s]", short, exc_info=error)
    return language.say("broken", id=short)
