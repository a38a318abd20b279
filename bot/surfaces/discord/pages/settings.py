"""What was chosen for a server, and the lists to choose from."""

from bot.journal import ServerSettings
from bot.surfaces.discord.custom_id import Setting
from bot.surfaces.discord.i18n.catalogue import LANGUAGES, Language
from bot.surfaces.discord.pages.message import Channels, Message, Select

LANGUAGE, AUDIENCE, CHANNELS = "language", "answers", "channels"
"""What can be chosen, as it stands in custom ids."""
OWN = "own"
"""Chosen in place of a language: each reader's own."""
EVERYONE, ASKER = "everyone", "asker"
"""Who sees the answers to commands."""


def settings_page(chosen: ServerSettings, language: Language) -> Message:
    """Return the settings of a server with all that they can be changed to."""
    say = language.say
    languages = {OWN: say("settings-own"), **{code: language.name_of(code) for code in LANGUAGES}}
    audiences = {EVERYONE: say("settings-everyone"), ASKER: say("settings-asker")}
    places = ", ".join(f"<#{channel}>" for channel in chosen.channels) or say("settings-everywhere")
    lines = (
        say("settings-head"),
        say("settings-language", language=languages.get(chosen.language or OWN, chosen.language or OWN)),
        say("settings-answers", audience=audiences[ASKER if chosen.private else EVERYONE]),
        say("settings-channels", channels=places),
    )
    rows = (
        (Select(say("settings-pick-language"), Setting(LANGUAGE), tuple(languages.items())),),
        (Select(say("settings-pick-answers"), Setting(AUDIENCE), tuple(audiences.items())),),
        (Channels(say("settings-pick-channels"), Setting(CHANNELS), chosen.channels),),
    )
    return Message("\n".join(lines), True, rows)
