"""Fixtures: a small knowledge with names, years, titles and parties, as a curator would write it."""

from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.knowledge import Knowledge, load
from tests import bridge


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of the knowledge file."""
    return bridge.write(tmp_path)


@pytest.fixture
def knowledge(path: Path) -> Knowledge:
    [found] = load(path)
    return found


@pytest.fixture
def answerer(knowledge: Knowledge) -> Answerer:
    """What answers from it, by words alone."""
    return Answerer([knowledge], encoder="none")
