"""The result of a check as lines for a terminal: the figures, then what is new since the last check, then the known."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from bot.curation.check import Checked, Collision, Counts, News
from bot.curation.html import counted
from bot.curation.probe import Probe
from bot.errors import Fault
from bot.knowledge import plain_spaces, short

_NEW, _KNOWN = 8, 3
"""Warnings of one rule that are listed one by one, new and known ones: of more, the first few and their number."""
_SHOWN = 3  # of the new ones, where there are more


def fault_line(fault: Fault) -> str:
    """Return a fault as one line, in the form that editors and terminals make into a link."""
    return plain_spaces(f"{fault.place}: {fault.severity}: {fault.rule}: {fault.what}; {fault.fix}")


def figure_lines(checked: Checked, probes: Iterable[Probe] = ()) -> Iterator[str]:
    """Yield the figures: those of each file, of the pairs that compete, and how much is to be mended.

    Every figure of a file is a line of `figures`; what else is measured of a file gets its line there.
    """
    for manuscript, counts in zip(checked.manuscripts, checked.counts, strict=True):
        yield str(manuscript.path)
        yield from (f"  {name:<14} {text}" for name, text in figures(counts).items())
    for bare in checked.bare:
        yield f"{bare.path}: nobody has curated this article; it is answered with passages, and there is nothing to check"
    for path in _unread(checked):
        yield f"{path}: the other rules wait until this file can be read"
    yield _pairs(checked.collisions)
    yield from map(_probe_line, probes)
    yield f"{counted(checked.count('error'), 'error')}, {counted(checked.count('warning'), 'warning')}"


def _probe_line(found: Probe) -> str:
    if not found.asked:
        return f"probe, of a few: {found.reason}"
    traps, missed = f"{found.answered} of {found.traps} traps are answered", f"{found.missed} of {found.paraphrases}"
    return f"probe, of a few: {traps}, {missed} paraphrases missed (`onrecord probe` asks them all)"


def figures(counts: Counts) -> dict[str, str]:
    """Return a file's figures in words, by what they are of."""
    drafts = f", {counted(counts.drafts, 'draft')}" if counts.drafts else ""
    return {
        "entries": f"{counts.answered} answered, {counts.unanswered} unanswered{drafts}",
        "passages": f"{counts.passages} proven",
        "coverage": f"{_share(counts.covered)} sentences are cited by an answer",
        "regression": f"{_share(counts.regression)} wordings get their own entry",
        "leave-one-out": f"{_share(counts.found)} wordings are found without themselves, {_share(counts.first)} come first",
    }


def fault_lines(news: News, rules: Collection[str] = ()) -> Iterator[str]:
    """Yield the faults, the new ones first; errors always, many warnings of one rule as their number.

    Args:
        news: the faults of a check.
        rules: names of rules; if some are given, their warnings are listed one by one, and no others.
    """
    if not news.first and (news.new or news.known or news.mended):
        yield f"since the last check: {len(news.new)} new, {news.mended} mended, {len(news.known)} known"
    for found, most, shown in ((news.new, _NEW, _SHOWN), (news.known, _KNOWN, 0)):
        yield from (fault_line(fault) for fault in found if fault.severity == "error")
        warnings = [fault for fault in found if fault.severity != "error" and (not rules or fault.rule in rules)]
        yield from _warnings(warnings, len(warnings) if rules else most, shown)


def _warnings(warnings: Iterable[Fault], most: int, shown: int) -> Iterator[str]:
    for rule, found in groupby(warnings, key=_rule):
        of_rule = list(found)
        listed = of_rule if len(of_rule) <= most else of_rule[:shown]
        yield from map(fault_line, listed)
        if len(listed) < len(of_rule):
            yield _summed_up(rule, of_rule[len(listed) :], bool(listed))


def _rule(fault: Fault) -> str:
    return fault.rule


def _summed_up(rule: str, found: Sequence[Fault], further: bool) -> str:
    number = f"{len(found)} more warnings" if further else f"{len(found)} warnings"
    example = "" if further else f"{found[0].place}: {short(plain_spaces(found[0].what))} …; "
    return f"{number} of rule {rule}: {example}`--rule {rule}` lists them"


def _pairs(collisions: Sequence[Collision]) -> str:
    """Say how many pairs of entries compete, by whether they are answered, and how many of them a reader may suffer from."""
    mixed = [one for one in collisions if one.mixed]
    unanswered = sum(not (one.one.entry.answered or one.other.entry.answered) for one in collisions)
    kinds = {
        "of two answered ones": len(collisions) - len(mixed) - unanswered,
        "of an answered with an unanswered one": len(mixed),
        "of two unanswered ones": unanswered,
    }
    told = ", ".join(f"{number} {kind}" for kind, number in kinds.items() if number)
    harmful = sum(one.harmful for one in collisions)
    explained = sum(bool(one.explained) for one in collisions)
    behind = f" ({told}): {explained} explained, {harmful} to be mended" if collisions else ""
    return f"{counted(len(collisions), 'pair')} of entries compete{behind}"


def _unread(checked: Checked) -> list[Path]:
    """Return the knowledge files that could not be read far enough for all rules."""
    known = {manuscript.path for manuscript in checked.manuscripts}
    stopped = [fault.path for fault in checked.faults if fault.rule in ("file", "schema") and fault.path not in known]
    return list(dict.fromkeys(stopped))


def _share(counts: tuple[int, int]) -> str:
    good, total = counts
    return f"{100 * good / total if total else 100:.1f} % ({good} of {total})"
