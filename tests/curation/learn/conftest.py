"""A ferry terminal's knowledge, what answers from it, and a journal of some weeks."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.answering import Answerer
from bot.journal import Journal, open_journal
from bot.knowledge import Manuscript
from tests.journal.rows import question

UNTIL = datetime(2026, 3, 31, 12, tzinfo=UTC)

Record = Callable[..., None]


@pytest.fixture
def ferry_answerer(ferry: Manuscript, cache: Path) -> Answerer:
    return Answerer([ferry.knowledge], cache)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A real journal that keeps the texts of questions."""
    with open_journal(f"sqlite:///{tmp_path / 'journal.sqlite'}", texts=True) as opened:
        yield opened


@pytest.fixture
def record(journal: Journal) -> Record:
    """Records a question, asked so many days before the end, so many times."""

    def given(text: str, times: int = 1, *, days: float = 1.0, **changes: Any) -> None:
        usual = {"text": text, "outcome": "unclear", "entry": None, "confidence": 0.1, "time": UNTIL - timedelta(days=days)}
        for _ in range(times):
            journal.record(question(**{**usual, **changes}), 1111)
        assert journal.flush()

    return given
