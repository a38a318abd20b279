"""The Discord client: hands commands, messages and presses to those who answer them."""

import asyncio
import logging
import sys
from collections.abc import Callable
from typing import Any, Literal, Never

import discord
import yarl
from cachetools import TTLCache
from discord import app_commands

from bot.settings import Settings
from bot.surfaces.discord.buttons import Presses
from bot.surfaces.discord.commands import add_commands
from bot.surfaces.discord.connection.endpoint import stay
from bot.surfaces.discord.connection.events import skip_unreadable
from bot.surfaces.discord.connection.rate_limit import Cooldown
from bot.surfaces.discord.connection.sync import sync
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.i18n.catalogue import language_for
from bot.surfaces.discord.i18n.translator import CatalogueTranslator
from bot.surfaces.discord.keeping.kept import Kept
from bot.surfaces.discord.keeping.votes import Votes
from bot.surfaces.discord.messages.inbox import Inbox
from bot.surfaces.discord.send import InFlight, Interaction, Pressable, notify, notify_of_failure
from bot.surfaces.discord.serving import Serving

_REPLAYED_WITHIN = 900  # seconds: an interaction's token lives as long
_REMEMBERED = 5000  # interactions; a resumed connection replays the last seconds

log = logging.getLogger(__name__)
Connection = Literal["ready", "connected", "resumed"]
"""What happens to the connection: all is there; a shard began anew; a shard went on where it was."""


class OnRecordClient(discord.AutoShardedClient):
    """Answers on Discord.

    Needs no privileged intent: the text of direct messages, of messages that mention the bot and of replies to it
    comes without one. Keeps no message and no member.

    Args:
        serving: gives the messages.
        settings: the address of Discord's REST API, and the shards that are this process's.
        in_flight: works the messages out and counts what is under way.
        cooldown: counts who asks how often.
        kept: keeps what is asked.
        heard: called with whatever happens to the connection.

    Attributes:
        was_ready: whether it has ever been connected, also once it is closed.
    """

    def __init__(
        self,
        serving: Serving,
        settings: Settings,
        in_flight: InFlight,
        cooldown: Cooldown,
        kept: Kept,
        heard: Callable[[Connection], None],
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            **_shards(settings),
        )
        skip_unreadable(self)
        self._api_base = settings.api_base
        self._begun: TTLCache[int, None] = TTLCache(_REMEMBERED, _REPLAYED_WITHIN)
        self._heard = heard
        self.was_ready = False
        self._tidying: asyncio.Task[Never] | None = None
        self.serving = serving
        self.in_flight = in_flight
        self.cooldown = cooldown
        self.kept = kept
        self._inbox = Inbox(serving, in_flight, cooldown, kept, self._reply_of_ours)
        self._presses = Presses(serving, in_flight, kept, Votes(serving, kept, cooldown), self._inbox.forget)
        self.tree = _Tree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )
        add_commands(self.tree, self)
        self.add_dynamic_items(Pressable)

    @property
    def controller(self) -> Controller:
        """Gives the messages, from the knowledge that is served at the moment."""
        return self.serving.controller

    async def setup_hook(self) -> None:
        """Keep to the configured server and bring the commands up to date; called once, after login."""
        await stay(self, self._api_base)
        await self.tree.set_translator(CatalogueTranslator())
        await sync(self, self.tree)
        self._tidying = asyncio.create_task(self._inbox.expire())

    async def on_ready(self) -> None:
        """Log that the bot is there."""
        self.was_ready = True
        log.info("Ready as %s in %d servers.", self.user, len(self.guilds))
        self._heard("ready")

    async def on_shard_connect(self, _: int) -> None:
        """Tell that a shard has a connection of its own."""
        self._heard("connected")

    async def on_shard_resumed(self, _: int) -> None:
        """Tell that a shard went on where its connection was lost."""
        self._heard("resumed")

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect a shard, or raise why it cannot be: discord.py would try for ever, every five seconds and ever deeper."""
        failure = sys.exception()
        if failure:  # discord.py handles it by calling this once more
            raise failure
        await super().launch_shard(gateway, shard_id, initial=initial)

    async def close(self) -> None:
        """Finish the replies under way, then leave Discord."""
        if not await self.in_flight.close():
            log.warning("Some replies were not finished in time.")
        if self._tidying:
            self._tidying.cancel()
        await super().close()

    def begins(self, interaction: Interaction) -> bool:
        """Return whether an interaction is to be answered: not twice, and not while the bot stops."""
        if self.in_flight.closed or interaction.id in self._begun:
            return False
        self._begun[interaction.id] = None
        return True

    async def press(self, interaction: Interaction, custom_id: str) -> None:
        """Answer the press of the control with this custom id."""
        await self._presses.take(interaction, custom_id)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take what was written into a form; all else comes by its command or its control."""
        if interaction.type is discord.InteractionType.modal_submit and self.begins(interaction):
            data: Any = interaction.data
            await self._presses.submit(interaction, str(data["custom_id"]))

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that asks the bot something; every other message is none of its business."""
        await self._inbox.asked(message, self.user)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Let the reply follow an edited question."""
        await self._inbox.edited(event.message, self.user)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Let the reply follow a deleted question."""
        await self._inbox.deleted([event.message_id])

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Let the replies follow questions that were deleted together."""
        await self._inbox.deleted(event.message_ids)

    def _reply_of_ours(self, channel: int, reply: int) -> discord.PartialMessage:
        return self.get_partial_messageable(channel).get_partial_message(reply)


def _shards(settings: Settings) -> dict[str, Any]:
    """Return which shards a client has; where nothing is said, Discord says how many, and it has them all."""
    return {"shard_ids": settings.shard_ids, "shard_count": settings.shard_count} if settings.shard_ids else {}


class _Tree(app_commands.CommandTree["OnRecordClient"]):
    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Let each interaction be answered once, and none begin while the bot stops: it could not be finished."""
        return self.client.begins(interaction)

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Let the asker know that something broke, unless they have been answered already."""
        if isinstance(error, app_commands.CommandNotFound):
            await notify(interaction, language_for(interaction.locale).say("gone-command"))
        else:
            await notify_of_failure(interaction, error)
