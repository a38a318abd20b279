"""Which messages ask the bot something, and what."""

import re

import discord

_QUESTION_TYPES = (discord.MessageType.default, discord.MessageType.reply)


def question_in(message: discord.Message, me: discord.ClientUser | None) -> str | None:
    """Return the question that a message asks the bot; None if it asks the bot nothing.

    Every direct message is a question. In a server, one that mentions the bot or replies to it is; `@everyone` and
    role mentions are not. Bots, webhooks and system messages are never answered.
    """
    if me is None or not _of_a_person(message):
        return None
    text = re.sub(rf"<@!?{me.id}>", " ", text_of(message)).strip()
    if isinstance(message.channel, discord.DMChannel) or _mentions(message, me):
        return text
    return text or None if _replies_to(message, me) else None


def text_of(message: discord.Message) -> str:
    """Return what a message says, or what the one says that it forwards."""
    return message.content or next((forwarded.content for forwarded in message.message_snapshots), "")


def _of_a_person(message: discord.Message) -> bool:
    author = getattr(message, "author", None)  # a part of an edited message may not tell it
    return author is not None and not author.bot and not message.webhook_id and message.type in _QUESTION_TYPES


def _mentions(message: discord.Message, me: discord.ClientUser) -> bool:
    return f"<@{me.id}>" in message.content or f"<@!{me.id}>" in message.content


def _replies_to(message: discord.Message, me: discord.ClientUser) -> bool:
    replied = message.reference.resolved if message.reference else None
    return isinstance(replied, discord.Message) and replied.author.id == me.id


def surface_of(message: discord.Message, me: discord.ClientUser | None) -> str:
    """Return what the way of asking is called in the journal: direct, mention or reply."""
    if isinstance(message.channel, discord.DMChannel):
        return "direct"
    return "mention" if me and _mentions(message, me) else "reply"
