"""Which messages are questions to the bot, and what they ask."""

import re

import discord

_QUESTION_TYPES = (discord.MessageType.default, discord.MessageType.reply)


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
