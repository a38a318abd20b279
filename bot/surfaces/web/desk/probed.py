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
    """

    found: Probe
    mendings: tuple[Mending, ...]
    decided: frozenset[str] = frozenset()

    @property
    def left(self) -> tuple[Wrong, ...]:
        """What went wrong and is not decided yet, the surest first."""
        return tuple(one for one in self.found.wrong if one.asked.question not in self.decided)

    @property
    def synonyms(self) -> tuple[Mending, ...]:
        """The synonyms that are not decided yet."""
        return tuple(one for one in self.mendings if one.other not in self.decided)

    def done_with(self, *texts: str) -> "Probed":
        """Return it with questions, or synonyms' words, that are done with."""
        return replace(self, decided=self.decided | {*texts})
