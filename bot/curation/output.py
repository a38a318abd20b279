"""The results of check, add and update as lines for a terminal, and of check as JSON for other programs."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.curation.check import Checked, Collision, Counts, Standing
from bot.curation.edit import Addition
from bot.curation.html import counted
from bot.errors import Fault
from bot.knowledge import Manuscript, difference, plain_spaces

_STATES = {
    "stands": "stand where they stood",
    "moved": "moved, and are taken over",
    "changed": "changed: mend them by hand",
    "vanished": "vanished: mend or remove them by hand",
}


def lines(checked: Checked) -> Iterator[str]:
    """Yield the result as lines of text: a line a fault, then the counts of each file."""
    for fault in checked.faults:
        yield fault_line(fault)
    for _, standings in checked.revisions:
        yield from standing_lines(standings)
    for manuscript, counts in zip(checked.manuscripts, checked.counts, strict=True):
        yield str(manuscript.path)
        yield from (f"  {name:<14} {text}" for name, text in _described(counts).items())
    for bare in checked.bare:
        yield f"{bare.path}: nobody has curated this article; it is answered with passages, and there is nothing to check"
    for path in _unread(checked):
        yield f"{path}: the other rules wait until this file can be read"
    explained = sum(bool(collision.explained) for collision in checked.collisions)
    yield f"{counted(len(checked.collisions), 'pair')} of entries compete, {explained} explained"
    yield f"{counted(checked.count('error'), 'error')}, {counted(checked.count('warning'), 'warning')}"


def _unread(checked: Checked) -> list[Path]:
    """Return the knowledge files that could not be read far enough for all rules."""
    known = {manuscript.path for manuscript in checked.manuscripts}
    stopped = [fault.path for fault in checked.faults if fault.rule in ("file", "schema") and fault.path not in known]
    return list(dict.fromkeys(stopped))


def fault_line(fault: Fault) -> str:
    """Return a fault as one line, in the form that editors and terminals make into a link."""
    return plain_spaces(f"{fault.place}: {fault.severity}: {fault.rule}: {fault.what}; {fault.fix}")


def _described(counts: Counts) -> dict[str, str]:
    """Return a file's counts in words, by what they are of."""
    drafts = f", {counts.drafts} drafts" if counts.drafts else ""
    return {
        "entries": f"{counts.answered} answered, {counts.unanswered} unanswered{drafts}",
        "passages": f"{counts.passages} proven",
        "coverage": f"{_share(counts.covered)} sentences are cited by an answer",
        "regression": f"{_share(counts.regression)} wordings get their own entry",
        "leave-one-out": f"{_share(counts.found)} wordings are found without themselves, {_share(counts.first)} come first",
    }


def _share(counts: tuple[int, int]) -> str:
    good, total = counts
    return f"{100 * good / total if total else 100:.1f} % ({good} of {total})"


def to_json(checked: Checked) -> str:
    """Return the result as one JSON object: files with counts and entries, collisions, faults, counts."""
    result = {
        "errors": checked.count("error"),
        "warnings": checked.count("warning"),
        "files": [_file(checked, *pair) for pair in zip(checked.manuscripts, checked.counts, strict=True)],
        "revisions": [_standing(standing) for _, standings in checked.revisions for standing in standings],
        "collisions": [_collision(collision) for collision in checked.collisions],
        "faults": [_fault(fault) for fault in checked.faults],
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


def _file(checked: Checked, manuscript: Manuscript, counts: Counts) -> dict[str, Any]:
    strengths = [checked.strengths[entry.key] for entry in manuscript.knowledge.entries if entry.key in checked.strengths]
    shares = {
        name: {"good": good, "all": total}
        for name in ("covered", "regression", "first", "found")
        for good, total in [getattr(counts, name)]
    }
    entries = [{"entry": s.entry, "wordings": s.wordings, "first": s.first, "found": s.found} for s in strengths]
    plain = {name: getattr(counts, name) for name in ("answered", "unanswered", "drafts", "passages")}
    return {"path": str(manuscript.path), **plain, **shares, "entries": entries}


def _standing(standing: Standing) -> dict[str, Any]:
    before, now = standing.places
    texts = {"was": standing.quote, "now": standing.now or None}
    return {"entry": standing.entry, "state": standing.state, **texts, "before": before, "after": now}


def _collision(collision: Collision) -> dict[str, Any]:
    return {
        "entries": [collision.one.entry.key, collision.other.entry.key],
        "wordings": [collision.one.text, collision.other.text],
        "similarity": round(collision.similarity, 3),
        "margin": round(collision.margin, 3),
        "words": list(collision.words),
        "competing": collision.wordings,
        "explained": collision.explained or None,
    }


def _fault(fault: Fault) -> dict[str, Any]:
    place = {"path": str(fault.path), "line": fault.line, "column": fault.column}
    return {**place, "rule": fault.rule, "severity": fault.severity, "what": fault.what, "mend": fault.fix}


def standing_lines(standings: Sequence[Standing]) -> Iterator[str]:
    """Yield what became of the passages: a line for each entry, the changed ones with both texts, then the counts."""
    for standing in standings:
        yield f"{standing.state:<8} {standing.entry}{_places(standing)}"
        if standing.state in ("changed", "vanished"):
            yield f"    was: “{standing.quote}”"
        if standing.now:
            yield f"    now: “{standing.now}”"
            yield f"    {difference(standing.quote, standing.now)}"
    for state, words in _STATES.items():
        count = sum(standing.state == state for standing in standings)
        if count:
            yield f"{count} of {counted(len(standings), 'passage')} {words}"


def _places(standing: Standing) -> str:
    before, now = standing.places
    return f" (character {before} → {now})" if standing.state == "moved" and before is not None and now is not None else ""


def addition_lines(addition: Addition) -> Iterator[str]:
    """Yield what speaks against a new entry, the worst first: a line a fault, and a line a question that it would take."""
    for fault in addition.faults:
        if fault.severity == "error":
            yield fault_line(fault)
    for wording in addition.taken:
        yield f"“{wording.text}”, asked in slightly other words, would lead to {addition.id} and not to {wording.entry.id}"
    for fault in addition.faults:
        if fault.severity != "error":
            yield fault_line(fault)
