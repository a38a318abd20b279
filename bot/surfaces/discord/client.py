"""The Discord client: takes questions from commands, direct messages, mentions and replies, and shows the replies."""

import logging
import secrets
from typing import Any

import discord
from discord import app_commands

from bot.answering import Answerer
from bot.surfaces.discord.addressing import question_in
from bot.surfaces.discord.endpoint import stay
from bot.surfaces.discord.rendering import BROKEN, Message, render
from bot.surfaces.discord.replying import Replying
from bot.surfaces.discord.syncing import sync

QUESTION_LIMIT = 1000  # characters a slash command's question may have

log = logging.getLogger(__name__)
Interaction = discord.Interaction[Any]


class OnRecordClient(discord.AutoShardedClient):
    """Answers on Discord.

    Needs no privileged intent: the text of direct messages, of messages that mention the bot and of replies to it
    comes without one. Keeps no message and no member.

    Args:
        answerer: gives the reply to a question.
        api_base: the address of Discord's REST API.
    """

    def __init__(self, answerer: Answerer, api_base: str) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self._answerer = answerer
        self._api_base = api_base
        self.replying = Replying()
        self.tree = _Tree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True),
        )
        self.tree.add_command(_ask_command(self))

    async def setup_hook(self) -> None:
        """Keep to the configured server and bring the commands up to date; called once, after login."""
        await stay(self, self._api_base)
        await sync(self, self.tree)

    async def on_ready(self) -> None:
        """Say that the bot is there."""
        log.info("Ready as %s in %d servers.", self.user, len(self.guilds))

    async def close(self) -> None:
        """Finish the replies under way, then leave Discord."""
        if not await self.replying.close():
            log.warning("Some replies were not finished in time.")
        await super().close()

    def message_for(self, question: str) -> Message:
        """Return the message that answers a question."""
        return render(self._answerer, self._answerer.answer(question))

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that asks the bot something; every other message is none of its business."""
        question = question_in(message, self.user)
        if question is None or self.replying.closed:
            return
        with self.replying.one():
            try:
                text = self.message_for(question).text
            except Exception:
                text = _broken()
            await self._reply(message, text)

    async def _reply(self, message: discord.Message, text: str) -> None:
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            await message.channel.send(text, reference=reference, mention_author=False)
        except discord.Forbidden:
            log.warning("May not write in channel %s; give the bot Send Messages there.", message.channel.id)


class _Tree(app_commands.CommandTree["OnRecordClient"]):
    async def interaction_check(self, _: Interaction, /) -> bool:
        """Let nothing begin while the bot stops: it could not be finished."""
        return not self.client.replying.closed

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Tell the asker that something broke, unless they have been answered already."""
        if isinstance(error, app_commands.CommandNotFound):
            text = "I no longer have that command. Please use /ask."
        else:
            text = _broken(error)
        if not interaction.response.is_done():
            await interaction.response.send_message(text, ephemeral=True)


def _broken(error: BaseException | None = None) -> str:
    """Log what broke with its traceback and return the line for the asker; both carry the same short id."""
    short = secrets.token_hex(3)
    log.error("A question could not be answered [%s]", short, exc_info=error or True)
    return BROKEN.format(id=short)


def _ask_command(client: OnRecordClient) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(name="ask", description="Ask the article; the answer quotes it word for word.")
    @app_commands.describe(question="Your question, in your own words")
    async def ask(interaction: Interaction, question: app_commands.Range[str, 1, QUESTION_LIMIT]) -> None:
        with client.replying.one():
            message = client.message_for(question)
            await interaction.response.send_message(message.text, ephemeral=message.private)

    return ask
