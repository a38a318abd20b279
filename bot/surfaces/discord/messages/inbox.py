"""Questions in messages: one reply to each, which follows the message when it is edited or deleted."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Never

import discord
from cachetools import TTLCache

from bot.answering import Exchange
from bot.journal import FOLLOW_MINUTES
from bot.surfaces.discord.connection.rate_limit import Cooldown, typing_if_slow
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.keeping.kept import Kept, Occasion
from bot.surfaces.discord.messages.questions import question_in, surface_of
from bot.surfaces.discord.messages.replies import change, delete, send
from bot.surfaces.discord.pages.message import Audience, Message, Reader
from bot.surfaces.discord.send import InFlight, actions_of, log_failure
from bot.surfaces.discord.serving import Serving

_REMEMBERED = 1000  # messages whose replies can follow them
_TIDIED = 60.0  # seconds between two looks for what is too old


@dataclass(slots=True)
class _Asked:
    """A message and, once it is there, its reply; the lock keeps what happens to the reply in the order of its events.

    Attributes:
        author: the id of who wrote it; 0 where only the journal knows of it.
        edited: when its text was last edited.
        before: the exchange that it follows.
        version: how often it was edited or deleted; only what is said to the last version stands.
        reply: None while there is none, or none could be delivered.
    """

    author: int
    edited: datetime | None
    before: Exchange | None
    version: int = 0
    reply: discord.PartialMessage | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Inbox:
    """Replies to messages.

    Remembers for a while which reply belongs to which message, and of each direct conversation the last exchange; only the
    former is kept over a restart.

    Args:
        serving: gives the messages.
        in_flight: works them out and counts what is under way.
        cooldown: counts who asks how often.
        kept: keeps what is asked, and which reply belongs to which message.
        reply_of_ours: gives a message of ours by the ids of its channel and its own.
    """

    def __init__(
        self,
        serving: Serving,
        in_flight: InFlight,
        cooldown: Cooldown,
        kept: Kept,
        reply_of_ours: Callable[[int, int], discord.PartialMessage],
    ) -> None:
        self._serving = serving
        self._in_flight = in_flight
        self._cooldown = cooldown
        self._kept = kept
        self._reply_of_ours = reply_of_ours
        self._asked: TTLCache[int, _Asked] = TTLCache(_REMEMBERED, FOLLOW_MINUTES * 60)
        self._conversations: TTLCache[int, Exchange] = TTLCache(_REMEMBERED, FOLLOW_MINUTES * 60)

    async def asked(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Reply to a message that asks the bot something; once, also if Discord sends its event again."""
        question = question_in(message, me)
        if question is None or self._in_flight.closed or message.id in self._asked:
            return
        asked = self._asked[message.id] = _Asked(message.author.id, message.edited_at, self._before(message, me))
        with self._in_flight.reply():
            async with asked.lock, typing_if_slow(message.channel):
                if await self._is_welcome(message) and await self._kept.claim(message.id):
                    await self._reply(asked, message, question, surface_of(message, me))
                else:
                    self._asked.pop(message.id, None)

    async def edited(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Answer a message that was just asked anew, in the same reply, if its text was edited.

        One who edits too often waits for the answer, to the last text alone; meanwhile the reply stays as it is.
        """
        question = question_in(message, me) if message.edited_at else None
        asked = await self._known(message, me) if question is not None else None
        if question is None or asked is None or not _is_later(message.edited_at, asked.edited):
            return  # Discord also sends what it adds itself
        asked.edited = message.edited_at
        asked.version += 1
        version = asked.version
        while wait := await self._follow(asked, version, message, question):
            await asyncio.sleep(wait)

    async def deleted(self, messages: Iterable[int]) -> None:
        """Delete the replies to messages that were deleted."""
        gone = list(messages)
        await self._recall([message for message in gone if message not in self._asked])
        for message in [message for message in gone if message in self._asked]:
            await self._withdraw(message, self._asked[message])

    async def expire(self) -> Never:
        """Forget what is too old, also while nobody asks anything."""
        while True:
            await asyncio.sleep(_TIDIED)
            self._asked.expire()
            self._conversations.expire()

    def forget(self, user: int) -> None:
        """Forget what a user asked; their replies follow their messages on."""
        self._conversations.pop(user, None)
        for asked in list(self._asked.values()):
            asked.before = None if asked.author == user else asked.before

    async def _withdraw(self, message: int, asked: _Asked) -> None:
        asked.version += 1
        with self._in_flight.reply():
            async with asked.lock:
                if asked.reply:
                    await delete(asked.reply)
                    asked.reply = None
                    self._kept.journal.withdrawn(message)

    async def _is_welcome(self, message: discord.Message) -> bool:
        """Return whether the server wants messages answered in this channel, or in the one that its thread belongs to."""
        chosen = (await self._kept.server(message.guild.id if message.guild else None)).channels
        parent = message.channel.parent_id if isinstance(message.channel, discord.Thread) else None
        return not chosen or message.channel.id in chosen or parent in chosen

    async def _known(self, message: discord.Message, me: discord.ClientUser | None) -> _Asked | None:
        """Return what is remembered of a message, here or from before a restart."""
        if message.id not in self._asked:
            await self._recall([message.id], message.author.id, self._before(message, me) if message.reference else None)
        return self._asked.get(message.id)

    async def _recall(self, messages: Sequence[int], author: int = 0, before: Exchange | None = None) -> None:
        """Remember again what is kept of messages."""
        for sent in await self._kept.replies_to(messages):
            reply = self._reply_of_ours(sent.channel, sent.reply)
            self._asked.setdefault(sent.message, _Asked(author, sent.edited, before, reply=reply))

    async def _reply(self, asked: _Asked, message: discord.Message, question: str, surface: str) -> None:
        """Answer a message for the first time, or ask its author to wait."""
        wait = await self._wait(message)
        shown = await self._slow_down(message, wait) if wait else await self._answer(message, question, asked.before, surface)
        if shown:
            await self._send(asked, message, shown)

    async def _send(self, asked: _Asked, message: discord.Message, shown: Message) -> None:
        """Put a message in the place of the reply, or send it as the reply."""
        if asked.reply:
            await change(asked.reply, shown)
        else:
            asked.reply = await send(message, shown, asked.version)
        if asked.reply:
            self._kept.replied(message, asked.reply.id)

    async def _follow(self, asked: _Asked, version: int, message: discord.Message, question: str) -> int:
        """Answer one version of a message unless another came since; return 0, or the seconds to wait before that is allowed."""
        with self._in_flight.reply():
            async with asked.lock:
                if asked.version != version or self._in_flight.closed:
                    return 0
                wait = await self._wait(message)
                if wait:
                    return wait
                await self._send(asked, message, await self._answer(message, question, asked.before, "edit"))
        return 0

    async def _wait(self, message: discord.Message) -> int:
        return self._cooldown.wait(message.author.id, message.channel.id) or await self._kept.wait(message.author.id)

    async def _slow_down(self, message: discord.Message, wait: int) -> Message | None:
        """Return how long to wait; that is said once, then nothing until the time is over."""
        if self._cooldown.noted(message.author.id):
            return None
        return Message((await self._language(message)).say("slow-down", seconds=wait), private=False)

    def _before(self, message: discord.Message, me: discord.ClientUser | None) -> Exchange | None:
        """Return the exchange that a message follows: of the message it replies to, or else the last one of this direct talk."""
        if message.reference is None:
            return self._conversations.get(message.author.id) if isinstance(message.channel, discord.DMChannel) else None
        replied = message.reference.resolved
        if me is None or not isinstance(replied, discord.Message) or replied.author.id != me.id:
            return None
        return self._serving.controller.exchange(actions_of(replied))

    async def _answer(self, message: discord.Message, question: str, before: Exchange | None, surface: str) -> Message:
        """Return the reply; in a direct talk the next question may lean on it."""
        language = await self._language(message)
        reader = Reader(message.author.id, language, Audience.EVERYONE)
        occasion = Occasion(surface, message.guild.id if message.guild else None, message.author.id)
        try:
            shown = await self._in_flight.compute(self._serving.controller.ask, question, reader, "", before)
        except Exception as error:
            return Message(log_failure(language, error), private=False)
        self._kept.record(shown.decision, occasion)
        left = self._serving.controller.exchange(shown.actions)
        if left and isinstance(message.channel, discord.DMChannel):
            self._conversations[message.author.id] = replace(left, question=left.question or question)
        return shown

    async def _language(self, message: discord.Message) -> Language:
        guild = message.guild
        return await self._kept.language(guild.id if guild else None, guild.preferred_locale if guild else None)


def _is_later(edited: datetime | None, known: datetime | None) -> bool:
    return edited is not None and (known is None or edited > known)
