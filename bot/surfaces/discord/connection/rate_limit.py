"""Limits: how often one may ask, and typing shown only where a reply takes long."""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import discord
from cachetools import TTLCache
from discord import app_commands
from discord.abc import Messageable

USER_ASKS, CHANNEL_ASKS = 5, 20
"""Questions that one user may ask, and that may be asked in one channel, within a window."""
USER_COMPLETIONS = 50
"""Completions that are worked out for one user within a window: nobody types faster."""
WINDOW = 10.0
"""Seconds of a window."""
_REMEMBERED = 10_000  # users and channels counted at once; those least lately seen are forgotten first
_SLOW = 0.5  # seconds after which a reply under way shows as typing


class Cooldown:
    """Counts questions by user and by channel, and completions by user."""

    def __init__(self) -> None:
        self._users = _Counter(USER_ASKS)
        self._channels = _Counter(CHANNEL_ASKS)
        self._completions = _Counter(USER_COMPLETIONS)
        self._noted: TTLCache[int, None] = TTLCache(_REMEMBERED, WINDOW)

    def wait(self, user: int, channel: int | None) -> int:
        """Count a question and return 0, or the whole seconds to wait before it would be taken; then nothing is counted."""
        asked = [self._users.of(user), *([self._channels.of(channel)] if channel is not None else [])]
        return _take(asked)

    def completes(self, user: int) -> bool:
        """Count a completion and return whether there is one left for this user in this window."""
        return not _take([self._completions.of(user)])

    def noted(self, user: int) -> bool:
        """Return whether a user has been asked to wait in this window already, and hold that they are now."""
        known = user in self._noted
        if not known:
            self._noted[user] = None
        return known


class _Counter:
    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._buckets: TTLCache[int, app_commands.Cooldown] = TTLCache(_REMEMBERED, WINDOW)

    def of(self, key: int) -> app_commands.Cooldown:
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = app_commands.Cooldown(self._rate, WINDOW)
        return bucket


def _take(buckets: Sequence[app_commands.Cooldown]) -> int:
    """Take one from each bucket and return 0; where one of them is empty, take from none and return the seconds to wait."""
    now = time.monotonic()
    wait = max(bucket.get_retry_after(now) for bucket in buckets)
    if not wait:
        for bucket in buckets:
            bucket.update_rate_limit(now)
    return math.ceil(wait)


@asynccontextmanager
async def typing_if_slow(channel: Messageable) -> AsyncIterator[None]:
    """Show the bot as typing for as long as the block runs beyond half a second."""
    typing = asyncio.ensure_future(_type_later(channel))
    try:
        yield
    finally:
        typing.cancel()


async def _type_later(channel: Messageable) -> None:
    await asyncio.sleep(_SLOW)
    with suppress(discord.HTTPException):  # a courtesy: where it is not allowed, the reply says why
        async with channel.typing():
            await asyncio.Event().wait()
