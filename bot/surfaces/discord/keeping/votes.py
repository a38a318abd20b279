"""Votes on answers, and what members tell the owners about those that are wrong."""

from typing import Any

import discord

from bot.journal import Report, Vote
from bot.surfaces.discord import custom_id
from bot.surfaces.discord.connection.rate_limit import Cooldown
from bot.surfaces.discord.custom_id import Wrong
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.keeping.kept import Kept
from bot.surfaces.discord.pages.kept import HELPFUL, UNHELPFUL
from bot.surfaces.discord.send import Interaction, notify
from bot.surfaces.discord.serving import Serving

_REPORT = 300  # characters of a report
_TITLE, _LABEL = 45, 45  # characters of a form's title and of a label in it (Discord)


class Votes:
    """Takes votes and reports. Each has its whole state in its custom id, and the answer that it is about.

    Args:
        serving: knows the entries.
        kept: keeps them.
        cooldown: counts who reports how often.
    """

    def __init__(self, serving: Serving, kept: Kept, cooldown: Cooldown) -> None:
        self._serving = serving
        self._kept = kept
        self._cooldown = cooldown

    async def vote(self, interaction: Interaction, action: custom_id.Vote, language: Language) -> None:
        """Keep a vote, and thank for it."""
        about = self._about(interaction, action.entry)
        about = about if action.verdict in (HELPFUL, UNHELPFUL) else None
        if about:
            self._kept.journal.vote(Vote(helpful=action.verdict == HELPFUL, **about), interaction.user.id)
        await notify(interaction, language.say("vote-thanks") if about else language.say("gone-vote"))

    async def ask(self, interaction: Interaction, action: Wrong, language: Language) -> None:
        """Open a form with one line for the owners."""
        if self._about(interaction, action.entry):
            await interaction.response.send_modal(_form(action, language))
        else:
            await notify(interaction, language.say("gone-vote"))

    async def report(self, interaction: Interaction, action: Wrong, language: Language) -> None:
        """Keep what was written into the form, and thank for it."""
        about, text = self._about(interaction, action.entry), _written(interaction.data)
        wait = self._cooldown.wait(interaction.user.id, None)
        if wait:
            await notify(interaction, language.say("slow-down", seconds=wait))
        elif about and text:
            self._kept.journal.report(Report(text=text, **about), interaction.user.id)
            await notify(interaction, language.say("report-thanks"))
        else:
            await notify(interaction, language.say("gone-vote"))

    def _about(self, interaction: Interaction, marked: str) -> dict[str, Any] | None:
        """Return what answer it is about; None where nothing is kept, or that can no longer be told."""
        controller = self._serving.controller
        entry = controller.key_of(marked)
        if interaction.message is None or entry is None or controller.keeping.days is None:
            return None
        guild, knowledge = interaction.guild_id, controller.knowledge
        return {"answer": interaction.message.id, "entry": entry, "knowledge": knowledge, "guild": guild}


def _form(action: Wrong, language: Language) -> discord.ui.Modal:
    """Return a form that discord.py does not remember: what is written into it is told apart by its custom id."""
    form = discord.ui.Modal(title=language.say("report-title")[:_TITLE], custom_id=custom_id.encode(action))
    line = discord.ui.TextInput[Any](custom_id="text", max_length=_REPORT)
    form.add_item(discord.ui.Label(text=language.say("report-label")[:_LABEL], component=line))
    form.stop()
    return form


def _written(data: Any) -> str:
    """Return the text that was written into a form; "" where there is none."""
    fields = (row.get("component") or {} for row in data.get("components") or [])
    return " ".join(str(next((field["value"] for field in fields if field.get("custom_id") == "text"), "")).split())[:_REPORT]
