"""A steady stream of events, and what became of each: the time to its first response, or nothing."""

import asyncio
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import count, cycle
from typing import Any

from tests.benchmarks.load.requests import Event, Make
from tests.loopback.server import LoopbackDiscord

_PATIENCE = 10.0  # seconds for the last answers to come in
_PAUSE = 0.05  # seconds between two looks for them


@dataclass
class Tally:
    """What became of the events of one kind.

    Attributes:
        due: how many reached the bot.
        times: milliseconds to each first response.
    """

    due: int = 0
    times: list[float] = field(default_factory=list)

    @property
    def lost(self) -> int:
        return self.due - len(self.times)

    @property
    def median(self) -> float:
        return statistics.median(self.times) if self.times else float("nan")

    @property
    def p99(self) -> float:
        return sorted(self.times)[int(0.99 * len(self.times))] if self.times else float("nan")

    def add(self, other: "Tally") -> None:
        """Count what another tally counts, too."""
        self.due += other.due
        self.times += other.times


@dataclass(frozen=True)
class _Sent:
    kind: str
    event: Event
    at: float


class Traffic:
    """Sends events at a fixed rate, whatever becomes of them.

    Args:
        discord: where.
        mix: what is sent, each with the name of its kind, one after the other and from the beginning again.
        rate: events a second.
    """

    def __init__(self, discord: LoopbackDiscord, mix: Sequence[tuple[str, Make]], rate: float) -> None:
        self._discord = discord
        self._mix = cycle(mix)
        self._rate = rate
        self._sent: list[_Sent] = []
        self._over = False
        self._running: Future[None] | None = None

    def send(self, events: int) -> dict[str, Tally]:
        """Send so many events, wait for the answers, and return what became of them."""
        self._discord.submit(self._send(lambda number: number >= events)).result()
        return self._settle()

    def begin(self) -> None:
        """Send in the background from now on."""
        self._over = False
        self._running = self._discord.submit(self._send(lambda _: self._over))

    def end(self) -> dict[str, Tally]:
        """Send no more, wait for the answers, and return what became of all."""
        self.abandon()
        return self._settle()

    def abandon(self) -> None:
        """Send no more, and wait for nothing."""
        self._over = True
        if self._running:
            self._running.result()

    async def _send(self, over: Callable[[int], bool]) -> None:
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for number in count():
            await asyncio.sleep(max(begun + number / self._rate - loop.time(), 0))
            if over(number):
                return
            kind, make = next(self._mix)
            sent = _Sent(kind, make(self._discord), time.monotonic())
            if await self._discord.send(*sent.event):
                self._sent.append(sent)

    def _settle(self) -> dict[str, Tally]:
        late = time.monotonic() + _PATIENCE
        answered = self._answered()
        while len(answered) < len(self._sent) and time.monotonic() < late:
            time.sleep(_PAUSE)
            answered = self._answered()
        tallies: dict[str, Tally] = {}
        for sent in self._sent:
            tally = tallies.setdefault(sent.kind, Tally())
            tally.due += 1
            tally.times += [1000 * (answered[id] - sent.at) for id in [sent.event.data["id"]] if id in answered]
        self._sent.clear()
        return tallies

    def _answered(self) -> Mapping[Any, float]:
        """Return when each event was answered first, by its id."""
        rest = self._discord.rest
        replies = {(shown.data.get("message_reference") or {}).get("message_id"): shown for shown in list(rest.messages.values())}
        found = {str(id): shown.sent for id, shown in replies.items()}
        found |= {id: one.answered for id, one in list(rest.interactions.items()) if one.answered is not None}
        return {sent.event.data["id"]: found[sent.event.data["id"]] for sent in self._sent if sent.event.data["id"] in found}


def total(tallies: Mapping[str, Tally]) -> Tally:
    """Return one tally of all kinds."""
    together = Tally()
    for tally in tallies.values():
        together.add(tally)
    return together
