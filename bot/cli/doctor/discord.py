"""Checks whether Discord's API can be reached, and whether its clock and this one agree. The token is not sent."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import aiohttp

from bot import __version__
from bot.cli.doctor.findings import Finding
from bot.settings import Settings

_PATIENCE = 10  # seconds
_MOST = 10_000  # bytes that are read; Discord sends forty
_SKEW = 5  # seconds; the journal's times, and what is too old there, go by this clock
_OK, _BUSY, _BROKEN = 200, 429, 500
_USER_AGENT = f"DiscordBot (onrecord, {__version__})"  # Discord refuses what names itself otherwise


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: the status, whether it names a gateway, and the seconds by which this clock is ahead, if it tells."""

    status: int
    gateway: bool
    ahead: float | None


def check_discord(settings: Settings) -> Iterator[Finding]:
    """Ask Discord's API, at the address of the settings, where its gateway is."""
    address = f"{settings.api_base}/gateway"
    try:
        response = asyncio.run(_get(address))
    except TimeoutError:
        yield Finding("wrong", f"{address} does not answer within {_PATIENCE} seconds", "check the network and the firewall")
        return
    except (aiohttp.ClientError, OSError) as error:
        yield Finding("wrong", f"{address} cannot be reached ({error})", "check the network, its DNS, and DISCORD_API_URL")
        return
    yield _reached(address, response)
    if response.ahead is not None:
        yield _clock(response.ahead)


async def _get(address: str) -> Response:
    timeout = aiohttp.ClientTimeout(total=_PATIENCE)
    async with (
        aiohttp.ClientSession(timeout=timeout, headers={"User-Agent": _USER_AGENT}) as session,
        session.get(address) as response,
    ):
        ahead = _ahead(response.headers.get("Date", ""))  # before the body, which may take its time
        body = await response.content.read(_MOST)
        return Response(response.status, b'"url"' in body, ahead)


def _ahead(date: str) -> float | None:
    try:
        return time.time() - parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None


def _reached(address: str, response: Response) -> Finding:
    if response.status == _OK and response.gateway:
        return Finding("ok", f"{address} answers")
    what = f"{address} answers with status {response.status}"
    if response.status == _BUSY or response.status >= _BROKEN:
        return Finding("wrong", what, "try again in a while; discordstatus.com tells what is known")
    return Finding("wrong", f"{what}, and not as Discord does", "check DISCORD_API_URL, and what stands between")


def _clock(ahead: float) -> Finding:
    if abs(ahead) <= _SKEW:
        return Finding("ok", "this clock agrees with Discord's")
    which = "ahead of" if ahead > 0 else "behind"
    return Finding("wrong", f"this clock is {abs(ahead):.0f} seconds {which} Discord's", "set it, as by timedatectl set-ntp true")
