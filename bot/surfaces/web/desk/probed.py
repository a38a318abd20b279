"""A probe of one article, with what has been decided since."""

from dataclasses import dataclass, replace

from bot.curation.probe import Mending, Probe, Wrong


@dataclass(frozen=True)
class Probed:
    """A probe with what has been decided since.

    Attributes:
        found: the probe.
        mendings: synonyms that mend several misses at once.
        decided: the questions, and the synonyms' words, that are done with.
        postponed: the questions that come after all others, in the order in which they were put off.
    """

    found: Probe
    mendings: tuple[Mending, ...]
    decided: frozenset[str] = frozenset()
    postponed: tuple[str, ...] = ()

    @property
    def left(self) -> tuple[Wrong, ...]:
        """What went wrong and is not decided yet, the surest first, and what was put off behind that."""
        left = (one for one in self.found.wrong if one.asked.question not in self.decided)
        places = {question: place for place, question in enumerate(self.postponed, 1)}
        return tuple(sorted(left, key=lambda one: places.get(one.asked.question, 0)))

    @property
    def synonyms(self) -> tuple[Mending, ...]:
        """The synonyms that are not decided yet."""
        return tuple(one for one in self.mendings if one.other not in self.decided)

    def later(self, question: str) -> "Probed":
        """Return it with a question put off, behind all others."""
        return replace(self, postponed=(*(one for one in self.postponed if one != question), question))

    def done_with(self, *texts: str) -> "Probed":
        """Return it with questions, or synonyms' words, that are done with."""
        return replace(self, decided=self.decided | {*texts})
