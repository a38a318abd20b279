"""The results of check, add and update as lines for a terminal, and of check as JSON for other programs."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from bot.curation.check import Checked, Collision, Counts, News, Standing
from bot.curation.edit import Addition, Astray, Claimed, Known, LeftOutWording, Taken
from bot.curation.html import counted
from bot.curation.listing import fault_line, fault_lines, figure_lines
from bot.curation.probe import Probe
from bot.errors import Fault
from bot.knowledge import Manuscript, difference

_STATES = {
    "stands": "stand where they stood",
    "moved": "moved, and are taken over",
    "changed": "changed: mend them by hand",
    "vanished": "vanished: mend or remove them by hand",
}


def lines(checked: Checked, news: News | None = None, rules: Collection[str] = (), probes: Sequence[Probe] = ()) -> Iterator[str]:
    """Yield the result as lines of text: the figures, what became of an article's passages, then the faults.

    Args:
        checked: the result.
        news: what of it is new; without it every fault is as new as the others.
        rules: names of rules to list alone; see `fault_lines`.
        probes: what became of a few traps and paraphrases of each article.
    """
    yield from figure_lines(checked, probes)
    for _, standings in checked.revisions:
        yield from standing_lines(standings)
    yield from fault_lines(news or News(True, checked.faults, (), 0), rules)


def to_json(checked: Checked, news: News | None = None, probes: Sequence[Probe] = ()) -> str:
    """Return the result as one JSON object: files with counts and entries, collisions, faults (new or known), probes, counts."""
    known = frozenset(map(id, news.known)) if news else frozenset()
    result = {
        "errors": checked.count("error"),
        "warnings": checked.count("warning"),
        "files": [_file(checked, *pair) for pair in zip(checked.manuscripts, checked.counts, strict=True)],
        "revisions": [_standing(standing) for _, standings in checked.revisions for standing in standings],
        "collisions": [_collision(collision) for collision in checked.collisions],
        "faults": [{**_fault(fault), "new": id(fault) not in known} for fault in checked.faults],
        "mended": news.mended if news else 0,
        "probes": [found.plain() for found in probes],
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


def _file(checked: Checked, manuscript: Manuscript, counts: Counts) -> dict[str, Any]:
    strengths = [checked.strengths[entry.key] for entry in manuscript.knowledge.entries if entry.key in checked.strengths]
    shares = {
        name: {"good": good, "all": total}
        for name in ("covered", "regression", "first", "found")
        for good, total in [getattr(counts, name)]
    }
    entries = [
        {"entry": s.entry, "wordings": s.wordings, "first": s.first, "found": s.found, "bundle": s.bundle} for s in strengths
    ]
    plain = {name: getattr(counts, name) for name in ("answered", "unanswered", "drafts", "passages")}
    return {"path": str(manuscript.path), **plain, **shares, "entries": entries}


def _standing(standing: Standing) -> dict[str, Any]:
    before, now = standing.places
    texts = {"was": standing.quote, "now": standing.now or None}
    return {"entry": standing.entry, "state": standing.state, **texts, "before": before, "after": now}


def _collision(collision: Collision) -> dict[str, Any]:
    return {
        "entries": [collision.one.entry.key, collision.other.entry.key],
        "answered": [collision.one.entry.answered, collision.other.entry.answered],
        "wordings": [collision.one.text, collision.other.text],
        "similarity": round(collision.similarity, 3),
        "margin": round(collision.margin, 3),
        "words": list(collision.words),
        "competing": collision.wordings,
        "explained": collision.explained or None,
        "lost": [{"entry": wording.entry.key, "wording": wording.text} for wording in collision.lost],
        "harmful": collision.harmful,
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
    """Yield what speaks against a new entry, a line each, the worst first, and what it is added without."""
    for fault in addition.faults:
        if fault.severity == "error":
            yield fault_line(fault)
    for wording in addition.taken:
        yield f"“{wording.text}”, asked in slightly other words, would lead to {addition.id} and not to {wording.entry.id}"
    for text, why in addition.left_out.items():
        yield f"“{text}” was left out: {why_left_out(why)}"
    for fault in addition.faults:
        if fault.severity != "error":
            yield fault_line(fault)


def wordings_lines(left_out: Iterable[LeftOutWording], taken: Iterable[Taken] = ()) -> Iterator[str]:
    """Yield what was left out of a file of wordings, a line each, and why; then what the others would take."""
    for one in left_out:
        yield f"line {one.line.number}: “{one.line.text}” was left out: {why_left_out(one.why)}"
    for one_taken in taken:
        wording = one_taken.wording
        yield f"“{wording.text}” of {wording.entry.id}, asked in slightly other words, now leads to {one_taken.taker}"


def why_left_out(why: Astray | Claimed | Known | Taken) -> str:
    """Return why a wording was left out, as the rest of a line."""
    match why:
        case Known(owner=owner, line=line):
            return f"it is already {f'on line {line}, for' if line else 'a wording of'} {owner}"
        case Astray(wording=wording, reached=reached):
            return f"it leads to {reached or 'no entry'} and not to {wording.entry.id}"
        case Claimed(wording=wording, owner=owner):
            return f"{owner} is the reply to it until now; if {wording.entry.id} is right, say why under near there"
        case Taken(wording=wording, taker=taker):
            return f"{taker} would take “{wording.text}” from {wording.entry.id}"
