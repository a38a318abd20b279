"""Replies to messages on their way: sent, changed and deleted; tried again where Discord or the network fails for a while."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import TypeVar

import discord

from bot.surfaces.discord.pages.message import Message
from bot.surfaces.discord.send import UNDELIVERED, told, view_of

_PAUSES = (1.0, 3.0, 6.0)  # seconds before each further try
_PATIENCE = 60.0  # seconds that all tries of one request may take
_NO_HISTORY = 160002  # Discord's code: one who may not read the channel's history may not refer to a message in it
_Sent = TypeVar("_Sent")

log = logging.getLogger(__name__)


async def send(message: discord.Message, shown: Message, version: int) -> discord.PartialMessage | None:
    """Reply to a message and return the reply; None if it could not be delivered, which the log then tells.

    Discord takes the same version of a reply once, however often it is sent.
    """
    try:
        sent = await _tried(lambda: _send(message, shown, f"{message.id}.{version}"))
    except discord.Forbidden:
        log.warning("May not write in channel %s; give the bot Send Messages there.", message.channel.id)
        return None
    except UNDELIVERED as error:
        _log_undelivered(error)
        return None
    return discord.PartialMessage(channel=sent.channel, id=sent.id)  # a whole message would keep its text


async def change(reply: discord.PartialMessage, shown: Message) -> None:
    """Put a message in the place of a reply; the log tells if it could not be delivered."""
    await _followed(reply, "an edit", lambda: reply.edit(content=shown.text, view=view_of(shown)))


async def delete(reply: discord.PartialMessage) -> None:
    """Delete a reply; the log tells if that could not be delivered."""
    await _followed(reply, "a deletion", reply.delete)


async def _send(message: discord.Message, shown: Message, nonce: str) -> discord.Message:
    view = view_of(shown) or discord.utils.MISSING
    reference = message.to_reference(fail_if_not_exists=False)
    try:
        return await message.channel.send(
            shown.text, reference=reference, mention_author=False, view=view, suppress_embeds=True, nonce=nonce
        )
    except discord.HTTPException as error:
        if error.code != _NO_HISTORY:
            raise
        return await message.channel.send(shown.text, view=view, suppress_embeds=True, nonce=nonce)


async def _followed(reply: discord.PartialMessage, what: str, request: Callable[[], Awaitable[object]]) -> None:
    try:
        await _tried(request, missing_for_good=True)
    except (discord.NotFound, discord.Forbidden) as error:
        log.info("A reply in channel %s could not follow %s: %s", reply.channel.id, what, told(error))
    except UNDELIVERED as error:
        _log_undelivered(error)


async def _tried(request: Callable[[], Awaitable[_Sent]], *, missing_for_good: bool = False) -> _Sent:
    """Return what a request returns; it is tried again as long as its failure may pass, and then raises it.

    Args:
        request: makes the request.
        missing_for_good: whether what Discord does not find is gone, and not only late.
    """
    async with asyncio.timeout(_PATIENCE):
        for pause in _PAUSES:
            try:
                return await request()
            except UNDELIVERED as error:
                if not _passes(error) or (missing_for_good and isinstance(error, discord.NotFound)):
                    raise
            await asyncio.sleep(pause)
        return await request()


def _passes(error: BaseException) -> bool:
    """Return whether a failure may pass by itself: the network's and Discord's own do, a refusal does not."""
    return not isinstance(error, discord.HTTPException) or error.status == 404 or error.status >= 500


def _log_undelivered(error: BaseException) -> None:
    log.error("A reply could not be delivered [%s]: %s", secrets.token_hex(3), told(error))
