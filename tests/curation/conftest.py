"""Fixtures: the ferry terminal's file, and a home in which no test reads what the developer keeps or has set."""

from pathlib import Path

import pytest

from bot.curation.edit import single_manuscript
from bot.knowledge import Manuscript
from tests.ferry import write


@pytest.fixture(autouse=True)
def _own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of a test has the session's home and cache, and none of the developer's settings."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("ENCODER", "none")  # what these commands do does not hang on it, and they are faster so
    for name in ("KNOWLEDGE", "FALSE_ANSWERS", "DISCORD_TOKEN", "DISCORD_API_URL", "LOG_LEVEL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ferry(tmp_path: Path) -> Manuscript:
    """The knowledge file of the ferry terminal, sound, in a folder of its own."""
    return single_manuscript(write(tmp_path))
