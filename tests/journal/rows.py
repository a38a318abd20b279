"""Rows to give to a journal."""

from datetime import UTC, datetime
from typing import Any

from bot.journal import Question, Report, Vote

EVER = datetime(2000, 1, 1, tzinfo=UTC)
MEMBER, OTHER = 1111, 2222


def question(**changes: Any) -> Question:
    usual = {
        "outcome": "answer",
        "entry": "treaty-renewed",
        "confidence": 0.97,
        "runner_ups": (("trade", 0.31), ("olympics", 0.2)),
        "guards": ("missing number",),
        "knowledge": "0f" * 32,
        "scorer": "16",
        "surface": "mention",
        "guild": 2**62,
        "latency": 0.012,
    }
    return Question(**{**usual, **changes})


def vote(answer: int, helpful: bool) -> Vote:
    return Vote(answer=answer, entry="treaty-renewed", helpful=helpful, knowledge="0f", guild=None)


def report(text: str = "It is wrong.") -> Report:
    return Report(answer=1, entry="treaty-renewed", text=text, knowledge="0f", guild=1)
