"""The bare bot to compare with: discord.py, one command, says back what it is told. `python -m tests.benchmarks.echo_bot`"""

import asyncio
import os
from typing import Any

import discord
from discord import app_commands

from bot.surfaces.discord.connection.endpoint import point_to, stay


class Echo(discord.AutoShardedClient):
    """Answers /ask with its question, and completes a question with itself."""

    def __init__(self, base: str) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
        )
        self._base = base
        self.tree = app_commands.CommandTree(self)

        @self.tree.command()
        async def ask(interaction: discord.Interaction[Any], question: str) -> None:
            """Say it back."""
            await interaction.response.send_message(question)

        @ask.autocomplete("question")
        async def complete(_: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=typed, value=typed)]

    async def setup_hook(self) -> None:
        """Stay on the given server and register the command."""
        await stay(self, self._base)
        await self.tree.sync()


async def main() -> None:
    """Run until the process is ended."""
    base = f"{os.environ['DISCORD_API_URL']}/api/v10"
    point_to(base)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    async with Echo(base) as client:
        await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
