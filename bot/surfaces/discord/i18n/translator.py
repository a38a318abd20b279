"""The names and descriptions of commands in every language, for Discord to show to members in their own."""

from collections.abc import Mapping

import discord
from discord import app_commands

from bot.surfaces.discord.i18n.catalogue import language, language_for


def translatable(text: str) -> app_commands.locale_str:
    """Return a catalogue's text in English, marked so that Discord is sent its translations too."""
    return app_commands.locale_str(language("en").say(text), text=text)


class CatalogueTranslator(app_commands.Translator):
    """Translates what `translatable` marked."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, _: app_commands.TranslationContextTypes
    ) -> str | None:
        """Return the translation for a locale; None where the locale reads English anyway."""
        extras: Mapping[str, str] = string.extras
        spoken = language_for(locale)
        return spoken.say(extras["text"]) if spoken.code != "en" and "text" in extras else None
