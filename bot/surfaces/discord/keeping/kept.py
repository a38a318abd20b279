"""The journal as the event loop uses it: nobody waits long for it, and where it fails replies go on."""

import asyncio
import math
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Never, TypeVar

import discord
from cachetools import LRUCache, TTLCache

from bot.journal import FOLLOW_MINUTES, Journal, Question, SentReply, ServerSettings
from bot.matching import SCORER
from bot.surfaces.discord.connection.rate_limit import USER_ASKS, WINDOW
from bot.surfaces.discord.i18n.catalogue import LANGUAGES, Language, language, language_for
from bot.surfaces.discord.pages.decision import Decision

Observe = Callable[[str, str, float], None]
"""Counts a question by its surface, its outcome, and the seconds it took."""
_PATIENCE = 0.7  # seconds that a reply waits for the database at most: Discord waits three for all of it
_THREADS = 4  # asks of the database at a time
_FRESH, _SERVERS = 10.0, 10_000  # seconds for which a server's settings are not read again, and servers held so
_LOOKS = 10.0  # seconds between two looks whether the database answers
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where, by whom and when something is asked.

    Attributes:
        surface: the way of asking: `slash`, `menu`, `mention`, `reply`, `direct`, `edit`, or `choice` from what was offered.
        guild: the id of the server; None outside of servers.
        member: the id of who asks.
        begun: when, in seconds of the monotonic clock.
    """

    surface: str
    guild: int | None
    member: int
    begun: float = field(default_factory=time.monotonic)


class Kept:
    """What the bot keeps, and is asked for while it replies.

    Args:
        journal: where it is kept.
        observe: counts every question.

    Attributes:
        journal: takes what is to be kept without waiting.
        works: whether the database answered when it was last looked at.
    """

    def __init__(self, journal: Journal, observe: Observe) -> None:
        self.journal = journal
        self.works = True
        self._observe = observe
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="journal")
        self._servers: TTLCache[int, ServerSettings] = TTLCache(_SERVERS, _FRESH)
        self._last_known: LRUCache[int, ServerSettings] = LRUCache(_SERVERS)

    def record(self, decision: Decision | None, occasion: Occasion) -> None:
        """Count and keep what became of a question; where nothing was asked there is nothing to keep."""
        if decision is None:
            return
        latency = time.monotonic() - occasion.begun
        self._observe(occasion.surface, decision.outcome, latency)
        question = Question(
            outcome=decision.outcome,
            entry=decision.entry,
            confidence=decision.confidence,
            runner_ups=decision.runner_ups,
            guards=decision.guards,
            knowledge=decision.knowledge,
            scorer=SCORER,
            surface=occasion.surface,
            guild=occasion.guild,
            latency=latency,
            text=decision.question,
        )
        self.journal.record(question, occasion.member)

    def replied(self, message: discord.Message, reply: int) -> None:
        """Keep which message of ours replies to a message, so that it can follow it, also after a restart."""
        sent = SentReply(message=message.id, channel=message.channel.id, reply=reply, edited=message.edited_at)
        self.journal.replied(sent, message.author.id)

    async def replies_to(self, messages: Sequence[int]) -> Sequence[SentReply]:
        """Return the replies to those of these messages that still have one which follows them."""
        recent = [message for message in messages if _is_recent(message)]
        if not recent:
            return ()
        nothing: Sequence[SentReply] = ()
        return await self._ask(lambda: self.journal.replies_to(recent), nothing)

    async def claim(self, message: int) -> bool:
        """Return whether this process is the one to answer a message."""
        if not self.journal.shared:
            return self.journal.claim(message)
        return await self._ask(lambda: self.journal.claim(message), True)

    async def wait(self, member: int) -> int:
        """Count a question that this process takes, and return the seconds for which the other processes would not."""
        if not self.journal.shared:
            return 0
        return math.ceil(await self._ask(lambda: self.journal.wait(member, USER_ASKS, WINDOW), 0.0))

    async def server(self, guild: int | None) -> ServerSettings:
        """Return what was chosen for a server, as it was some seconds ago; while the database fails, as it was when last read."""
        if guild is None:
            return ServerSettings(0)
        if guild not in self._servers:
            read = await self._ask(lambda: self.journal.server(guild), None)
            if read is not None and guild not in self._servers:  # a choice that was made meanwhile is newer
                self.know(read)
        return self._servers.get(guild) or self._last_known.get(guild) or ServerSettings(guild)

    async def language(self, guild: int | None, locale: object) -> Language:
        """Return the language of replies: the one chosen for a server, or else that of a locale."""
        chosen = (await self.server(guild)).language
        return language(chosen) if chosen in LANGUAGES else language_for(locale)

    def know(self, settings: ServerSettings) -> None:
        """Use at once what was just chosen for a server."""
        self._servers[settings.guild] = self._last_known[settings.guild] = settings

    async def look(self) -> Never:
        """Look every few seconds whether the database answers."""
        while True:
            self.works = await self._ask(self.journal.works, False)
            await asyncio.sleep(_LOOKS)

    async def _ask(self, work: Callable[[], _Result], otherwise: _Result) -> _Result:
        """Return what the database says, or something else where that takes too long."""
        try:
            async with asyncio.timeout(_PATIENCE):
                return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except TimeoutError:
            return otherwise


def _is_recent(message: int) -> bool:
    """Return whether a message is so young that its reply may follow it; replies to older ones are not looked for."""
    return datetime.now(UTC) - discord.utils.snowflake_time(message) <= timedelta(minutes=FOLLOW_MINUTES)
