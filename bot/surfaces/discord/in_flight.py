"""Counts the replies under way, so that a bot that is told to stop finishes what it has begun."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 5.0
"""Seconds a stop waits for replies: more than Discord gives for one (3), less than supervisors give before they kill (10)."""


class Replying:
    """The replies under way; once it is closed, nothing new may begin."""

    def __init__(self) -> None:
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.closed = False

    @contextmanager
    def one(self) -> Iterator[None]:
        """Count one reply for as long as the block runs."""
        self._under_way += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def close(self, patience: float = PATIENCE) -> bool:
        """Let nothing new begin and wait for what has begun; return whether all of it was finished in time."""
        self.closed = True
        try:
            await asyncio.wait_for(self._idle.wait(), patience)
        except TimeoutError:
            return False
        return True
