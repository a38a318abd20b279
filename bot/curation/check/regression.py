"""Regression: every wording in the files gets its own entry."""

from collections.abc import Iterator

from bot.answering import Answer, ArticleAnswerer, NotSaid
from bot.curation.check.workbench import Bench, Wording
from bot.errors import Fault
from bot.knowledge.validate import short


def astray(bench: Bench) -> tuple[Wording, ...]:
    """Return the wordings that do not get their own entry.

    A wording that the matcher knows as its entry's own is answered so, whatever the scores: only others are asked.
    """
    matcher = bench.desk.matcher
    return tuple(
        wording
        for wording in bench.wordings
        if matcher.exact(matcher.read(wording.text)) != wording.entry.key
        and reached(bench.desk, wording.text) != wording.entry.id
    )


def reached(desk: ArticleAnswerer, text: str) -> str | None:
    """Return the id of the entry that a question is answered or declined with; None where it is with none."""
    reply = desk.answer(text)
    entry = reply.entry if isinstance(reply, Answer | NotSaid) else None
    return entry.id if entry else None


def regressions(bench: Bench, found: tuple[Wording, ...]) -> Iterator[Fault]:
    """Yield an error for each wording that went astray."""
    for wording in found:
        got = reached(bench.desk, wording.text) or "no entry"
        what = f"“{short(wording.text)}” of {wording.entry.id} leads to {got}"
        yield bench.fault("regression", wording.entry, wording.steps, what, "reword it or move it", "error")
