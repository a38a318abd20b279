"""The results of an evaluation as tables for a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bot.answering import Answerer
from bot.curation.evaluate.evaluation import Judged, false_share, shares, suggested_right, summary, worst_misses
from bot.curation.evaluate.metrics import Share

_MISSES = 15
_PIPED = 160  # columns where the output is no terminal


def show(answerer: Answerer, judged: Sequence[Judged], terminal: bool) -> None:
    """Print the results; questions whose wording is in the knowledge file stand apart, because they prove nothing."""
    console = Console(width=None if terminal else _PIPED)
    unseen, seen = [one for one in judged if not one.in_file], [one for one in judged if one.in_file]
    console.print(_by_kind(f"Questions whose wording is not in the knowledge file: {len(unseen)}", unseen))
    console.print(_totals(unseen, answerer.thresholds.answer))
    if seen:
        console.print(_by_kind(f"Questions whose wording is in the knowledge file: {len(seen)}", seen))
    console.print(_worst(answerer, unseen))


def _by_kind(title: str, judged: Sequence[Judged]) -> Table:
    """Return a table: a row a kind, with each share, its count and its 95 % interval."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for heading in ("kind", "questions", "right", "wrong / false", "suggested", "declined"):
        table.add_column(heading, justify="left" if heading == "kind" else "right", no_wrap=True)
    for kind, verdicts in shares(judged).items():
        bad = verdicts["wrong"] if kind == "answerable" else verdicts["false answer"]
        right = _described(verdicts["right"]) if kind == "answerable" else ""
        table.add_row(
            kind, str(bad.total), right, _described(bad), _described(verdicts["suggested"]), _described(verdicts["declined"])
        )
    return table


def _totals(judged: Sequence[Judged], threshold: float) -> str:
    """Return the figures of all questions together, one a line."""
    found = summary(judged)
    kinds = ", ".join(f"{kind} {value:.3f}" for kind, value in found["auroc"].items() if value is not None)
    accuracy = found["accuracy of what was answered"]
    lines = [
        f"answered from a confidence of {threshold:.2f}; of {accuracy['total']} answers {accuracy['share']:.3f} were right",
        f"false answers: {_described(false_share(judged))} of all questions",
        f"AUROC of right answers against {kinds}" if kinds else "",
        f"area under the risk-coverage curve {found['area under the risk-coverage curve']:.4f}; Brier score {found['brier']:.4f}",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _described(share: Share) -> str:
    low, high = share.interval
    return f"{share.value:.3f} ({share.count}; {low:.2f}-{high:.2f})"


def _worst(answerer: Answerer, judged: Sequence[Judged]) -> Table:
    """Return a table of the worst misses with the evidence for them."""
    table = Table(title="Worst misses", title_justify="left", title_style="bold")
    for heading in ("id", "kind", "verdict", "confidence", "question", "nearest phrasing", "guards"):
        table.add_column(heading, overflow="fold")
    for one in worst_misses(judged)[:_MISSES]:
        found = one.reply.reason.evidence
        verdict = f"{one.verdict}, right one offered" if suggested_right(answerer, one) else one.verdict
        sure = f"{one.confidence:.2f}"
        guards = ", ".join(guard.name for guard in one.reply.reason.guards)
        table.add_row(one.question.id, one.question.kind, verdict, sure, one.question.q, found.phrasing if found else "", guards)
    return table
