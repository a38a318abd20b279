"""Questions in messages: one reply to each, which follows the message when it is edited or deleted."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

import discord
from cachetools import TTLCache

from bot.surfaces.discord.addressed import question_in
from bot.surfaces.discord.audience import Audience, Reader
from bot.surfaces.discord.connection.rate_limit import Cooldown, typing_if_slow
from bot.surfaces.discord.controller import FrontDesk
from bot.surfaces.discord.i18n.catalogue import Language, language_for
from bot.surfaces.discord.in_flight import Replying
from bot.surfaces.discord.pages.browse import MEMORY_MINUTES
from bot.surfaces.discord.pages.message import Message
from bot.surfaces.discord.send import broken
from bot.surfaces.discord.views import view_of

_REMEMBERED = 1000  # messages whose replies can follow them

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Told:
    """The reply to one message, once it is there; the lock keeps what happens to it in order."""

    edited: datetime | None
    reply: discord.PartialMessage | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Conversations:
    """Replies to messages. Remembers which reply belongs to which message for a while, and nothing of what they say.

    Args:
        desk: gives the messages.
        replying: counts what is under way.
        cooldown: counts who asks how often.
    """

    def __init__(self, desk: FrontDesk, replying: Replying, cooldown: Cooldown) -> None:
        self._desk = desk
        self._replying = replying
        self._cooldown = cooldown
        self._told: TTLCache[int, _Told] = TTLCache(_REMEMBERED, MEMORY_MINUTES * 60)

    async def asked(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Reply to a message that asks the bot something; once, also if Discord sends its event again."""
        question = question_in(message, me)
        if question is None or self._replying.closed or message.id in self._told:
            return
        told = self._told[message.id] = _Told(message.edited_at)
        with self._replying.one():
            async with told.lock:
                shown = self._paced(message, question)
                if shown:
                    told.reply = await _reply(message, shown)

    async def edited(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Answer a message that was just asked anew, in the same reply, if its text was edited."""
        told, question = self._told.get(message.id), question_in(message, me)
        if told is None or question is None or self._replying.closed:
            return
        with self._replying.one():
            async with told.lock:
                if told.reply is None or message.edited_at == told.edited:  # Discord also sends what it adds itself
                    return
                told.edited = message.edited_at
                shown = self._paced(message, question)
                if shown:
                    await _edit(told.reply, shown)

    async def deleted(self, messages: Iterable[int]) -> None:
        """Delete the replies to messages that were deleted."""
        for told in [self._told[message] for message in messages if message in self._told]:
            with self._replying.one():
                async with told.lock:
                    if told.reply:
                        await _delete(told.reply)
                        told.reply = None

    def _paced(self, message: discord.Message, question: str) -> Message | None:
        """Return the reply, or how long to wait; that is said once, then nothing until the time is over."""
        language = language_for(message.guild.preferred_locale if message.guild else None)
        wait = self._cooldown.wait(message.author.id, message.channel.id)
        if wait:
            known = self._cooldown.noted(message.author.id)
            return None if known else Message(language.say("slow-down", seconds=wait), private=False)
        return self._answer(question, Reader(message.author.id, language, Audience.EVERYONE), language)

    def _answer(self, question: str, reader: Reader, language: Language) -> Message:
        try:
            return self._desk.ask(question, reader)
        except Exception as error:
            return Message(broken(language, error), private=False)


async def _reply(message: discord.Message, shown: Message) -> discord.PartialMessage | None:
    reference = message.to_reference(fail_if_not_exists=False)
    view = view_of(shown) or discord.utils.MISSING
    try:
        async with typing_if_slow(message.channel):
            sent = await message.channel.send(
                shown.text, reference=reference, mention_author=False, view=view, suppress_embeds=True
            )
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
