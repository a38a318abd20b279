"""The figures of an evaluation: shares by kind, misses, all of it as plain values, and what falls short of a bar."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.answering import Answer, Answerer, NotSaid
from bot.curation.evaluate.evaluation import RIGHT, Judged, Verdict
from bot.curation.evaluate.labelled import KINDS
from bot.curation.evaluate.metrics import Share, auroc, brier, reliability, risk_coverage
from bot.errors import SettingsError
from bot.files import write
from bot.knowledge import Figures, figures_path, figures_text

_ANSWERABLE: tuple[Verdict, ...] = ("right", "answered", "wrong", "suggested", "unclear", "denied")
_OTHER: tuple[Verdict, ...] = ("false answer", "suggested", "unclear", "noted", "off topic")


def shares(judged: Sequence[Judged]) -> dict[str, dict[str, Share]]:
    """Return, for each kind that occurs, the share of each verdict that can occur for it."""
    found: dict[str, dict[str, Share]] = {}
    for kind in KINDS:
        of_kind = [one.verdict for one in judged if one.question.kind == kind]
        if of_kind:
            possible = _ANSWERABLE if kind in ("answerable", "broad") else _OTHER
            found[kind] = {name: Share(of_kind.count(name), len(of_kind)) for name in possible}
    return found


def inapt_notes(judged: Sequence[Judged]) -> Share:
    """Return the share of inapt ones among the notes given; only those whose aptness is labelled are counted."""
    labels = [
        one.question.notes[one.reply.entry.key]
        for one in judged
        if isinstance(one.reply, NotSaid) and one.reply.entry.key in one.question.notes
    ]
    return Share(labels.count(False), len(labels))


def worst_misses(judged: Sequence[Judged]) -> list[Judged]:
    """Return all misses: wrong and false answers by their confidence, then answerable questions by their lack of it."""
    missed = [one for one in judged if one.missed]
    answered = [one for one in missed if isinstance(one.reply, Answer)]
    return [*sorted(answered, key=lambda one: -one.confidence), *sorted(_silent(missed), key=lambda one: one.confidence)]


def misses(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """Return all misses as plain values, in the order of `worst_misses`, each with the entry nearest to it."""
    return [
        {
            "id": one.question.id,
            "kind": one.question.kind,
            "q": one.question.q,
            "verdict": one.verdict,
            "offered": one.offered,
            "nearest": asdict(one.nearest) if one.nearest else None,
        }
        for one in worst_misses(judged)
    ]


def _silent(missed: Sequence[Judged]) -> list[Judged]:
    return [one for one in missed if not isinstance(one.reply, Answer)]


def summary(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return every figure of an evaluation as plain values, ready for JSON; shares with counts and 95 % intervals."""
    answered = [one for one in judged if isinstance(one.reply, Answer)]
    graded = [one for one in judged if one.question.graded]
    right = [one.confidence for one in graded if one.fits]
    sure, outcomes = [one.confidence for one in graded], [one.fits for one in graded]
    return {
        "questions": len(judged),
        "without gold": len(judged) - len(graded),
        "right": _plain(right_share(judged)),
        "false": _plain(false_share(judged)),
        "answered": _plain(Share(len(answered), len(judged))),
        "accuracy of what was answered": _plain(Share(sum(one.verdict in RIGHT for one in answered), len(answered))),
        "right or offered": _plain(Share(sum(one.verdict in RIGHT or one.offered for one in judged), _answerable(judged))),
        "inapt notes": _plain(inapt_notes(judged)),
        "kinds": {kind: {name: _plain(share) for name, share in verdicts.items()} for kind, verdicts in shares(judged).items()},
        "auroc": {kind: auroc(right, [one.confidence for one in judged if one.question.kind == kind]) for kind in KINDS[1:]},
        "area under the risk-coverage curve": risk_coverage(sure, outcomes).area,
        "brier": brier(sure, outcomes),
        "reliability": [{"confidence": bin.confidence, "right": _plain(bin.right)} for bin in reliability(sure, outcomes)],
    }


def _plain(share: Share) -> dict[str, Any]:
    return {"share": share.value, "count": share.count, "total": share.total, "interval": share.interval}


def right_share(judged: Sequence[Judged]) -> Share:
    """Return the share of the answerable questions that were answered right, or answered where any answer counts."""
    verdicts = [one.verdict for one in judged if one.question.kind == "answerable"]
    return Share(sum(map(verdicts.count, RIGHT)), len(verdicts))


def _answerable(judged: Sequence[Judged]) -> int:
    return sum(one.question.answerable for one in judged)


def false_share(judged: Sequence[Judged]) -> Share:
    """Return the share of all questions that got a wrong or a false answer."""
    return Share(sum(one.verdict in ("wrong", "false answer") for one in judged), len(judged))


def keep_figures(answerer: Answerer, judged: Sequence[Judged]) -> None:
    """Keep the counts of an evaluation beside the knowledge file, where the bot finds them.

    Raises:
        SettingsError: there are several knowledge files.
        OutputError: the file cannot be written.
    """
    if len(answerer.library) != 1:
        raise SettingsError("--keep is about one knowledge file; name it with --knowledge")
    [knowledge] = answerer.library
    right, false = right_share(judged), false_share(judged)
    figures = Figures(answerable=right.total, right=right.count, asked=false.total, false=false.count)
    write(figures_path(knowledge), figures_text(knowledge, figures))


def shortfalls(judged: Sequence[Judged], max_false: float | None = None, min_right: float | None = None) -> tuple[str, ...]:
    """Return a line for each bar, a share 0..1, that is not reached, or that there is nothing to measure for."""
    false, right = false_share(judged), right_share(judged)
    found = []
    if max_false is not None and not false.total:
        found.append("--max-false has nothing to measure: every question stands in the knowledge file word for word")
    elif max_false is not None and false.value > max_false:
        found.append(f"{false.count} of {false.total} questions got a false answer: {false.value:.3f}, more than {max_false}")
    if min_right is not None and not right.total:
        found.append("--min-right has nothing to measure: no answerable question is asked that is not in the knowledge file")
    elif min_right is not None and right.value < min_right:
        found.append(f"{right.count} of {right.total} answerable questions were right: {right.value:.3f}, fewer than {min_right}")
    return tuple(found)
