"""Synonyms that would mend several misses at once, each proven by asking again."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.curation.edit import AddSynonym
from bot.curation.probe.probed import Probe, Wrong
from bot.curation.probe.run import Answering, probe
from bot.knowledge import Knowledge

_LEAST = 2


@dataclass(frozen=True, slots=True)
class Mending:
    """A synonym, and the misses that it mends: asked again with it, they are answered right."""

    word: str
    other: str
    mended: tuple[Wrong, ...]

    @property
    def edit(self) -> AddSynonym:
        """The edit that adds it."""
        return AddSynonym(self.word, (self.other,))


def synonyms_that_mend(
    found: Probe, knowledge: Knowledge, answering: Callable[[Knowledge], Answering], least: int = _LEAST
) -> tuple[Mending, ...]:
    """Return the synonyms that mend at least so many misses of a probe, the most useful first.

    Args:
        found: a probe of this knowledge.
        knowledge: what was probed.
        answering: builds what answers from a knowledge; it is called once, with all that may be of use, or not at all.
        least: how many misses a synonym must mend.
    """
    missed = _by_pair(found)
    pairs = [pair for pair, wrong in missed.items() if len(wrong) >= least]
    if not pairs:
        return ()
    synonyms: Mapping[str, tuple[str, ...]] = knowledge.synonyms
    for word, other in pairs:
        synonyms = {**synonyms, word: (*synonyms.get(word, ()), other)}
    asked = [one.asked for pair in pairs for one in missed[pair]]
    still = {one.asked for one in probe(answering(replace(knowledge, synonyms=synonyms)), asked).wrong}
    mended = (Mending(*pair, tuple(one for one in missed[pair] if one.asked not in still)) for pair in pairs)
    return tuple(sorted((one for one in mended if len(one.mended) >= least), key=lambda one: (-len(one.mended), one.word)))


def _by_pair(found: Probe) -> Mapping[tuple[str, str], list[Wrong]]:
    pairs: defaultdict[tuple[str, str], list[Wrong]] = defaultdict(list)
    for one in found.wrong:
        if one.asked.kind == "synonym":
            pairs[one.asked.before.casefold(), one.asked.after].append(one)
    return pairs
