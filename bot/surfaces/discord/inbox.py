"""Questions in messages: one reply to each, which follows the message when it is edited or deleted."""

import asyncio
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

import discord
from cachetools import TTLCache

from bot.answering import Exchange
from bot.surfaces.discord.connection.rate_limit import Cooldown, typing_if_slow
from bot.surfaces.discord.i18n.catalogue import Language, language_for
from bot.surfaces.discord.pages.browse import MEMORY_MINUTES
from bot.surfaces.discord.pages.message import Audience, Message, Reader
from bot.surfaces.discord.send import InFlight, actions_of, log_failure, view_of
from bot.surfaces.discord.serving import Serving

_QUESTION_TYPES = (discord.MessageType.default, discord.MessageType.reply)
_REMEMBERED = 1000  # messages whose replies can follow them

log = logging.getLogger(__name__)


def question_in(message: discord.Message, me: discord.ClientUser | None) -> str | None:
    """Return the question that a message asks the bot; None if it asks the bot nothing.

    Every direct message is a question. In a server, one that mentions the bot or replies to it is; `@everyone` and
    role mentions are not. Bots, webhooks and system messages are never answered.
    """
    if me is None or message.author.bot or message.webhook_id or message.type not in _QUESTION_TYPES:
        return None
    text = re.sub(rf"<@!?{me.id}>", " ", message.content).strip()
    if isinstance(message.channel, discord.DMChannel) or _mentions(message, me):
        return text
    return text or None if _replies_to(message, me) else None


def _mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    return f"<@{me.id}>" in message.content or f"<@!{me.id}>" in message.content


def _replies_to(message: discord.Message, me: discord.ClientUser) -> bool:
    replied = message.reference.resolved if message.reference else None
    return isinstance(replied, discord.Message) and replied.author.id == me.id


@dataclass(slots=True)
class _Asked:
    """A message and, once it is there, its reply; the lock keeps what happens to the reply in the order of its events."""

    edited: datetime | None
    before: Exchange | None
    reply: discord.PartialMessage | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Inbox:
    """Replies to messages.

    Remembers for a while which reply belongs to which message, and of each direct conversation the last exchange: in memory
    alone, and never written down.

    Args:
        serving: gives the messages.
        in_flight: works them out and counts what is under way.
        cooldown: counts who asks how often.
    """

    def __init__(self, serving: Serving, in_flight: InFlight, cooldown: Cooldown) -> None:
        self._serving = serving
        self._in_flight = in_flight
        self._cooldown = cooldown
        self._asked: TTLCache[int, _Asked] = TTLCache(_REMEMBERED, MEMORY_MINUTES * 60)
        self._conversations: TTLCache[int, Exchange] = TTLCache(_REMEMBERED, MEMORY_MINUTES * 60)

    async def asked(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Reply to a message that asks the bot something; once, also if Discord sends its event again."""
        question = question_in(message, me)
        if question is None or self._in_flight.closed or message.id in self._asked:
            return
        asked = self._asked[message.id] = _Asked(message.edited_at, self._before(message, me))
        with self._in_flight.reply():
            async with asked.lock, typing_if_slow(message.channel):
                shown = await self._paced(message, question, asked.before)
                if shown:
                    asked.reply = await _reply(message, shown)

    async def edited(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Answer a message that was just asked anew, in the same reply, if its text was edited."""
        asked, question = self._asked.get(message.id), question_in(message, me)
        if asked is None or question is None or self._in_flight.closed:
            return
        with self._in_flight.reply():
            async with asked.lock:
                if asked.reply is None or message.edited_at == asked.edited:  # Discord also sends what it adds itself
                    return
                asked.edited = message.edited_at
                shown = await self._paced(message, question, asked.before)
                if shown:
                    await _edit(asked.reply, shown)

    async def deleted(self, messages: Iterable[int]) -> None:
        """Delete the replies to messages that were deleted."""
        for asked in [self._asked[message] for message in messages if message in self._asked]:
            with self._in_flight.reply():
                async with asked.lock:
                    if asked.reply:
                        await _delete(asked.reply)
                        asked.reply = None

    def _before(self, message: discord.Message, me: discord.ClientUser | None) -> Exchange | None:
        """Return the exchange that a message follows: of the message it replies to, or else the last one of this direct talk."""
        if message.reference is None:
            return self._conversations.get(message.channel.id)
        replied = message.reference.resolved
        if me is None or not isinstance(replied, discord.Message) or replied.author.id != me.id:
            return None
        return self._serving.controller.exchange(actions_of(replied))

    async def _paced(self, message: discord.Message, question: str, before: Exchange | None) -> Message | None:
        """Return the reply, or how long to wait; that is said once, then nothing until the time is over."""
        language = language_for(message.guild.preferred_locale if message.guild else None)
        wait = self._cooldown.wait(message.author.id, message.channel.id)
        if wait:
            known = self._cooldown.noted(message.author.id)
            return None if known else Message(language.say("slow-down", seconds=wait), private=False)
        reader = Reader(message.author.id, language, Audience.EVERYONE)
        shown = await self._answer(question, reader, language, before)
        left = self._serving.controller.exchange(shown.actions)
        if left and isinstance(message.channel, discord.DMChannel):
            self._conversations[message.channel.id] = replace(left, question=left.question or question)
        return shown

    async def _answer(self, question: str, reader: Reader, language: Language, before: Exchange | None) -> Message:
        try:
            return await self._in_flight.compute(self._serving.controller.ask, question, reader, "", before)
        except Exception as error:
            return Message(log_failure(language, error), private=False)


async def _reply(message: discord.Message, shown: Message) -> discord.PartialMessage | None:
    reference = message.to_reference(fail_if_not_exists=False)
    view = view_of(shown) or discord.utils.MISSING
    try:
        sent = await message.channel.send(shown.text, reference=reference, mention_author=False, view=view, suppress_embeds=True)
    except discord.Forbidden:
        log.warning("May not write in channel %s; give the bot Send Messages there.", message.channel.id)
        return None
    return discord.PartialMessage(channel=sent.channel, id=sent.id)  # a whole message would keep its text


async def _edit(reply: discord.PartialMessage, shown: Message) -> None:
    try:
        await reply.edit(content=shown.text, view=view_of(shown))
    except (discord.NotFound, discord.Forbidden) as error:
        log.info("A reply in channel %s could not follow an edit: %s", reply.channel.id, error)


async def _delete(reply: discord.PartialMessage) -> None:
    try:
        await reply.delete()
    except (discord.NotFound, discord.Forbidden) as error:
        log.info("A reply in channel %s could not follow a deletion: %s", reply.channel.id, error)
