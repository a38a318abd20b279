"""Fixtures: a bot with a journal of its own."""

from pathlib import Path

import pytest

from tests.loopback.server import LoopbackDiscord
from tests.surfaces.discord.keeping.journalled import Journalled, Start


@pytest.fixture
def keeping(discord: LoopbackDiscord, start: Start, tmp_path: Path) -> Journalled:
    return Journalled(discord, start, tmp_path)
