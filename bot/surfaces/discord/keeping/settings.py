"""`/settings`: what those who may manage a server choose for it."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord import app_commands

from bot.errors import JournalError
from bot.journal import ServerSettings
from bot.surfaces.discord.custom_id import Setting
from bot.surfaces.discord.i18n.catalogue import LANGUAGES, Language
from bot.surfaces.discord.i18n.translator import translatable
from bot.surfaces.discord.keeping.kept import Kept
from bot.surfaces.discord.pages import settings
from bot.surfaces.discord.pages.settings import settings_page
from bot.surfaces.discord.send import InFlight, Interaction, notify, respond
from bot.surfaces.discord.send import replace as replace_with

log = logging.getLogger(__name__)


def settings_command(in_flight: InFlight, kept: Kept) -> "app_commands.Command[Any, ..., None]":
    """Return the command. Servers show it to those who may manage them, and only they are answered."""

    @app_commands.command(name=translatable("command-settings"), description=translatable("command-settings-does"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def show(interaction: Interaction) -> None:
        """Show what is chosen for the server, and what else can be."""
        with in_flight.reply():
            language = await kept.language(interaction.guild_id, interaction.locale)
            if interaction.guild_id and await _manages(interaction, language):
                await respond(interaction, settings_page(await kept.server(interaction.guild_id), language))

    return show


async def choose(interaction: Interaction, kept: Kept, action: Setting, language: Language) -> None:
    """Keep what was chosen from a list, and show the settings as they are then."""
    if interaction.guild_id is None or not await _manages(interaction, language):
        return
    try:
        change = partial(_changed, action=action, values=_values(interaction))
        chosen = await asyncio.to_thread(kept.journal.choose, interaction.guild_id, change)
    except JournalError as error:
        log.error("The settings of a server could not be kept: %s", error)
        await notify(interaction, language.say("settings-failed"))
        return
    kept.know(chosen)
    now = await kept.language(interaction.guild_id, interaction.locale)
    await replace_with(interaction, settings_page(chosen, now))


def _changed(known: ServerSettings, action: Setting, values: Sequence[str]) -> ServerSettings:
    first = next(iter(values), "")
    match action.name:
        case settings.LANGUAGE:
            return replace(known, language=first if first in LANGUAGES else None)
        case settings.AUDIENCE:
            return replace(known, private=first == settings.ASKER)
        case settings.CHANNELS:
            return replace(known, channels=tuple(int(value) for value in values if value.isdecimal()))
    return known


def _values(interaction: Interaction) -> list[str]:
    data = interaction.data
    found = data.get("values") if data else None
    return [str(value) for value in found] if isinstance(found, list) else []


async def _manages(interaction: Interaction, language: Language) -> bool:
    """Return whether one may manage the server; anyone else is told that it is not for them."""
    allowed: discord.Permissions = interaction.permissions
    if not allowed.manage_guild:
        await notify(interaction, language.say("managers-only"))
    return allowed.manage_guild
