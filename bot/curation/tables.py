"""Evaluation and check results as tables for a terminal."""

from collections.abc import Sequence

from rich.table import Table

from bot.answering import Answerer
from bot.curation.evaluation import Judged, shares, suggested_right
from bot.curation.metrics import Share

_MISSES = 15


def by_kind(title: str, judged: Sequence[Judged]) -> Table:
    """Return a table: a row a kind, with each share, its count and its 95 % interval."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for heading in ("kind", "questions", "right", "wrong / false", "suggested", "declined"):
        table.add_column(heading, justify="left" if heading == "kind" else "right", no_wrap=True)
    for kind, verdicts in shares(judged).items():
        bad = verdicts["wrong"] if kind == "answerable" else verdicts["false answer"]
        right = _told(verdicts["right"]) if kind == "answerable" else ""
        table.add_row(kind, str(bad.total), right, _told(bad), _told(verdicts["suggested"]), _told(verdicts["declined"]))
    return table


def _told(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({share.count}; {low:.2f}-{high:.2f})"


def worst(answerer: Answerer, judged: Sequence[Judged]) -> Table:
    """Return the worst misses: false answers by their confidence, then answerable questions by their lack of it."""
    table = Table(title="Worst misses", title_justify="left", title_style="bold")
    for heading in ("id", "kind", "verdict", "confidence", "question", "nearest phrasing", "guards"):
        table.add_column(heading, overflow="fold")
    missed = [one for one in judged if one.missed]
    false = sorted((m for m in missed if m.verdict in ("false answer", "wrong")), key=lambda m: -m.confidence)
    unanswered = sorted((m for m in missed if m.verdict not in ("false answer", "wrong")), key=lambda m: m.confidence)
    for one in (*false, *unanswered)[:_MISSES]:
        found = one.reply.reason.evidence
        verdict = f"{one.verdict}, right one offered" if suggested_right(answerer, one) else one.verdict
        sure = f"{one.confidence:.2f}"
        guards = ", ".join(guard.name for guard in one.reply.reason.guards)
        table.add_row(one.question.id, one.question.kind, verdict, sure, one.question.q, found.phrasing if found else "", guards)
    return table
