"""Points discord.py at a server: Discord's own, or any other that speaks its API.

discord.py has no public setting for this. REST addresses come from one class attribute; the gateway's address is
asked of the server at `GET /gateway/bot`, and every later connection (a resume, a new identify) is kept on it, where
the library would go to the real Discord. Kept in one file because it leans on discord.py's inside (2.7).
"""

from typing import Any

import discord
import yarl
from discord.http import Route

from bot.settings import DISCORD_API


def point_to(base: str) -> None:
    """Send every REST request to this base address, such as http://127.0.0.1:8080/api/v10."""
    Route.BASE = base


async def stay(client: discord.Client, base: str) -> None:
    """Keep every gateway connection of the client on the server at `base`; Discord itself is left to discord.py."""
    if base == DISCORD_API:
        return
    _, address, _ = await client.http.get_bot_gateway()
    own = yarl.URL(address)
    connect = client.http.ws_connect

    async def connect_to_own(url: str, *, compress: int = 0) -> Any:
        return await connect(str(own.with_query(yarl.URL(url).query)), compress=compress)

    client.http.ws_connect = connect_to_own  # type: ignore[method-assign]
