"""The bot's parts, with what they do counted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from bot.surfaces.discord.connection.rate_limit import Cooldown
from bot.surfaces.discord.send import PATIENCE, InFlight
from bot.surfaces.web import Metrics

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class MeasuredInFlight(InFlight):
    """Counts the replies under way, those that a stop cut off, and how long they take to be worked out, with the wait for it."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__()
        self._metrics = metrics

    @contextmanager
    def reply(self) -> Iterator[None]:
        """Count one reply for as long as the block runs."""
        with self._metrics.under_way.track_inprogress(), super().reply():
            yield

    async def compute(self, work: Callable[_Given, _Result], /, *args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        """Return what the work returns, or raise what it raises, when its turn on the thread has come."""
        with self._metrics.work.time():
            return await super().compute(work, *args, **kwargs)

    async def close(self, patience: float = PATIENCE) -> bool:
        """Let nothing new begin and wait for what has begun; return whether all of it was finished in time."""
        finished = await super().close(patience)
        if not finished:
            self._metrics.lost.labels("reply").inc()
        return finished


class MeasuredCooldown(Cooldown):
    """Counts the questions that come too fast."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__()
        self._metrics = metrics

    def wait(self, user: int, channel: int | None) -> int:
        """Count a question and return 0, or the whole seconds to wait before it would be taken."""
        wait = super().wait(user, channel)
        if wait:
            self._metrics.cooldowns.inc()
        return wait
