"""What is served at the moment, for those who answer."""

from collections.abc import Sequence
from typing import Protocol

from bot.surfaces.discord.controller import Controller


class Serving(Protocol):
    """The knowledge that is served, which may be exchanged at any time: ask for its controller anew for every question."""

    @property
    def controller(self) -> Controller:
        """Answers from the knowledge that is served; a question under way keeps the one it began with."""

    @property
    def refused(self) -> Sequence[str]:
        """Why some of the newest knowledge is not served, one line a fault; none where all of it is."""

    async def reload(self) -> None:
        """Load the knowledge anew; return once it is served, or refused."""
