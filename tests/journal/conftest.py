"""Fixtures: the same journal on both databases."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.journal import Journal, open_journal
from tests.postgresql import PostgresServer

KEY = "k" * 32
"""The key of the tests' journals."""


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a journal that is not there yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'journal.sqlite'}"
    server: PostgresServer = request.getfixturevalue("postgresql")
    return server.new_database()


Opened = Callable[..., Journal]


@pytest.fixture
def opened(address: str) -> Iterator[Opened]:
    """Opens the journal, again and again if need be, and closes it in the end."""
    with ExitStack() as stack:

        def open_with(**settings: Any) -> Journal:
            return stack.enter_context(open_journal(address, **{"key": KEY, "days": 30, **settings}))

        yield open_with


@pytest.fixture
def journal(opened: Opened) -> Journal:
    """A new journal that keeps the texts of questions."""
    return opened(texts=True)
