"""Whose turn it is: one work at a time, and of those that wait for the same, only the newest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Lets one work run after the other; one that is no longer the newest of its key when its turn comes is left out."""

    def __init__(self) -> None:
        self._newest: dict[str, object] = {}
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def of(self, key: str) -> AsyncIterator[bool]:
        """Wait for one's turn, and say whether the work is still wanted."""
        own = self._newest[key] = object()
        try:
            async with self._turn:
                yield self._newest.get(key) is own
        finally:
            if self._newest.get(key) is own:
                del self._newest[key]
