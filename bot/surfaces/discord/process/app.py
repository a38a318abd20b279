"""The bot as a process: starts, logs, stops cleanly on a signal, and says in one line why it could not start."""

import asyncio
import gc
import logging
import signal
import time

import aiohttp
import discord
from threadpoolctl import threadpool_limits

from bot.answering import Answerer
from bot.errors import DiscordError
from bot.settings import Settings
from bot.surfaces.discord.client import OnRecordClient
from bot.surfaces.discord.connection.endpoint import point_to
from bot.surfaces.discord.process.logs import log_to_stderr

_REFUSED = 4004  # gateway close code: the token was refused

log = logging.getLogger(__name__)


def run(settings: Settings, answerer: Answerer) -> None:
    """Run the bot until a signal or Discord ends it.

    Raises:
        DiscordError: the token is refused, or Discord cannot be reached.
    """
    log_to_stderr(settings)
    point_to(settings.api_base)
    _prepare(answerer)
    try:
        with threadpool_limits(1):  # one question is too little work to share: other threads would only spin
            asyncio.run(_main(settings, answerer))
    except discord.LoginFailure:
        raise _refused() from None
    except discord.ConnectionClosed as error:
        raise _refused() if error.code == _REFUSED else _unreachable(settings, error) from None
    except (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError, TimeoutError) as error:
        raise _unreachable(settings, error) from None


def _prepare(answerer: Answerer) -> None:
    """Build all that a question may need before the first can be asked: Discord waits three seconds for a reply."""
    begun = time.monotonic()
    answerer.prepare(lambda name: log.info("Prepared the article %s.", name))
    log.info("Prepared %d knowledge files and articles in %.1f s.", len(answerer.library), time.monotonic() - begun)
    gc.collect()
    gc.freeze()  # the knowledge stays for good: a collection that looks at all of it would hold up every reply


async def _main(settings: Settings, answerer: Answerer) -> None:
    async with OnRecordClient(answerer, settings.api_base) as client:
        stopping = [asyncio.ensure_future(_stop_on_signal(client))]
        try:
            await client.start(settings.token)
        finally:
            for task in stopping:
                task.cancel()
    log.info("Stopped.")


async def _stop_on_signal(client: discord.Client) -> None:
    """Close the client at the first SIGINT or SIGTERM; a running reply is finished."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, stop.set)
        except NotImplementedError:  # Windows: Ctrl+C ends the process there
            return
    await stop.wait()
    await client.close()


def _refused() -> DiscordError:
    return DiscordError("DISCORD_TOKEN: Discord refuses this token; reset it in the developer portal and copy it whole")


def _unreachable(settings: Settings, error: Exception) -> DiscordError:
    what = " ".join(str(error).split()) or type(error).__name__
    return DiscordError(f"Discord cannot be used at {settings.api_base} ({what}); check the network and DISCORD_API_URL")
