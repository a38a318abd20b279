"""The connection to Discord: made for as long as it takes, and given up where only a person or a new process can help."""

import asyncio
import logging
import socket
import time
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from math import isfinite
from typing import Never

import aiohttp
import discord

from bot.errors import DiscordError
from bot.settings import Settings
from bot.surfaces.discord.client import OnRecordClient

DEAD = 300.0
"""Seconds without a connection after which the process ends, so that its supervisor begins anew."""
_LOOKS = 5.0  # seconds between two looks at the connection
_REFUSED = "DISCORD_TOKEN: Discord refuses this token; reset it in the developer portal and copy it whole"
_MENDS = {
    4004: _REFUSED,
    4010: "Discord refuses the shard (4010); check SHARD_IDS and SHARD_COUNT, or leave both out",
    4011: "Discord wants more shards than this process has (4011); raise SHARD_COUNT, or leave it and SHARD_IDS out",
    4012: "Discord no longer speaks this version of its gateway (4012); bring discord.py up to date",
    4013: "Discord does not know an intent that was asked for (4013); bring discord.py up to date",
    4014: "Discord refuses an intent (4014); allow it on the Bot page of the developer portal",
}
"""Close codes of the gateway after which trying again is of no use, with what is to be mended."""
_PASSING = (discord.GatewayNotFound, aiohttp.ClientError, ConnectionError, socket.gaierror, TimeoutError)
_NO_API = (404, 405)  # HTTP status of an address where Discord's API is not; all others may pass

log = logging.getLogger(__name__)


class GatewayDeadError(Exception):
    """There has been no connection for so long that this process does not get one any more."""


class Gateway:
    """Keeps a client connected.

    Args:
        open_client: gives a new client.
        settings: the token and the address of Discord.
        waiting: called whenever there is nothing to do but to wait and try again.
    """

    def __init__(self, open_client: Callable[[], OnRecordClient], settings: Settings, waiting: Callable[[], None]) -> None:
        self._open = open_client
        self._settings = settings
        self._waiting = waiting
        self._client: OnRecordClient | None = None

    @property
    def connected(self) -> bool:
        """Whether every shard is connected, and heard from Discord of late."""
        client = self._client
        return client is not None and client.is_ready() and all(map(_is_alive, client.shards.values()))

    async def keep(self) -> Never:
        """Connect, and again with growing pauses until it succeeds, for as long as it takes.

        Raises:
            DiscordError: Discord refuses the bot, and a person has to mend something.
        """
        pauses = _growing()
        while True:
            self._client = self._open()
            reason = await self._connect(self._client)
            pauses = _growing() if self._client.was_ready else pauses
            pause = next(pauses)
            log.warning("Discord cannot be used at %s (%s); trying again in %d s.", self._settings.api_base, reason, pause)
            self._waiting()
            await asyncio.sleep(pause)

    async def _connect(self, client: OnRecordClient) -> str:
        """Run a client for as long as it is connected, and return why it no longer is."""
        try:
            async with client:
                await client.start(self._settings.token)
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            mend = _mend(error, self._settings)
            if mend:
                raise DiscordError(mend) from None
            if not isinstance(error, (*_PASSING, discord.HTTPException, discord.ConnectionClosed)):
                raise
            return " ".join(str(error).split()) or type(error).__name__
        return "the connection was closed"

    async def until_dead(
        self, patience: float = DEAD, every: float = _LOOKS, clock: Callable[[], float] = time.monotonic
    ) -> Never:
        """Look after the connection from its first time on.

        Args:
            patience: seconds without a connection that are borne.
            every: seconds between two looks.
            clock: tells the time in seconds.

        Raises:
            GatewayDeadError: no shard was connected for that long.
        """
        alive = None
        while alive is None or clock() - alive < patience:
            if self._client and any(map(_is_alive, self._client.shards.values())):
                alive = clock()
            await asyncio.sleep(every)
        raise GatewayDeadError(f"There was no connection to Discord for {patience:.0f} s; this process ends, to be started anew.")


def _is_alive(shard: discord.ShardInfo) -> bool:
    return not shard.is_closed() and isfinite(shard.latency)  # infinite until Discord has answered a heartbeat


def _growing() -> Iterator[int]:
    return chain((1, 2, 4, 8, 16, 32), repeat(60))


def _mend(error: Exception, settings: Settings) -> str | None:
    """Return what a person has to mend; None where it may pass by itself."""
    match error:
        case discord.LoginFailure():
            return _REFUSED
        case discord.PrivilegedIntentsRequired():
            return _MENDS[4014]
        case discord.ConnectionClosed(code=code):
            return _MENDS.get(code)
        case discord.HTTPException(status=status) if status in _NO_API:
            return f"Discord cannot be used at {settings.api_base} ({error}); check DISCORD_API_URL"
        case aiohttp.InvalidURL():
            return f"DISCORD_API_URL: {settings.api_base} is no address; write one such as https://discord.com/api/v10"
    return None
