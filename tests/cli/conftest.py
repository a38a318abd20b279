"""Fixtures: no test reads what the developer keeps or has set."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of a test has the session's home and cache, and none of the developer's settings."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("ENCODER", "none")  # what these commands do does not hang on it, and they are faster so
    journal = ("JOURNAL_URL", "JOURNAL_QUESTIONS", "JOURNAL_DAYS", "JOURNAL_KEY")
    for name in ("KNOWLEDGE", "FALSE_ANSWERS", "DISCORD_TOKEN", "DISCORD_API_URL", "LOG_LEVEL", *journal):
        monkeypatch.delenv(name, raising=False)
