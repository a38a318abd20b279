"""Traps: questions made from an entry's wordings whose right reply is not the entry's answer, by what was changed."""

from collections.abc import Callable, Iterator

from bot.curation.probe.ground import Ground, Source
from bot.curation.probe.probed import ProbeQuestion
from bot.curation.probe.traps.matters import gaps, roles
from bot.curation.probe.traps.values import names, numbers, years
from bot.curation.probe.traps.words import negations, opposites, qualifiers, titles
from bot.knowledge import Entry
from bot.language import YESNO

_MAKERS: tuple[Callable[[Source, Entry, Ground], Iterator[ProbeQuestion]], ...] = (
    years, numbers, names, titles, opposites, negations, roles, qualifiers,
)  # fmt: skip


def traps_of(entry: Entry, ground: Ground) -> Iterator[ProbeQuestion]:
    """Yield every trap that can be made of an entry's wordings.

    Only questions in one clause are used, and none about the article as a text: what it does not name is
    without end. One for yes or no is none once it says something else: the entry's answer sets it right. Nor is one that
    says something which the entry, or one that cites the same sentences, has too.
    """
    own = ground.own_stems(entry)
    for source in ground.sources(entry):
        if source.about_text or not source.is_question:
            continue
        if source.kind != YESNO:
            for make in _MAKERS:
                yield from (trap for trap in make(source, entry, ground) if trap.kind in _FREE or _is_new(trap, own, ground))
        yield from gaps(source, entry, ground)


_FREE = ("negation", "roles")  # they say nothing new


def _is_new(trap: ProbeQuestion, own: frozenset[str], ground: Ground) -> bool:
    return not ground.has(own, trap.after)
