"""A bot with a journal of its own, for tests that read what it keeps."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.knowledge_files import write
from tests.loopback.process import BotProcess, wait_until
from tests.loopback.server import LoopbackDiscord

Start = Callable[..., BotProcess]


@dataclass
class Journalled:
    """A bot with a knowledge and a journal of its own."""

    discord: LoopbackDiscord
    start: Start
    folder: Path

    def run(self, **variables: str) -> BotProcess:
        """Start the bot, again and again if need be, with the same journal."""
        return self.start(self.knowledge, **{"JOURNAL_URL": self.address, **variables})

    @property
    def knowledge(self) -> Path:
        return write(self.folder)

    @property
    def address(self) -> str:
        return f"sqlite:///{self.folder / 'journal' / 'journal.sqlite'}"

    def rows(self, table: str, least: int = 1) -> list[dict[str, Any]]:
        """Wait for so many rows of a table and return them all."""
        wait_until(lambda: len(self._read(table)) >= least, lambda: f"{table}: {self._read(table)}")
        return self._read(table)

    def _read(self, table: str) -> list[dict[str, Any]]:
        with sqlite3.connect(self.address.removeprefix("sqlite:///")) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid")]
