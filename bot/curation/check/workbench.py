"""What the checks work on: the files about one article, the desk they make, and every wording judged by all the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.answering import ArticleAnswerer
from bot.errors import Fault, Severity
from bot.knowledge import Entry
from bot.knowledge.manuscript import Manuscript
from bot.matching import LeftOut


@dataclass(frozen=True, slots=True)
class Wording:
    """The question (`place` 0) or one of the phrasings (from 1) of an entry."""

    entry: Entry
    place: int
    text: str

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The wording's path within its entry."""
        return ("phrasings", self.place - 1) if self.place else ("question",)


@dataclass(frozen=True)
class Bench:
    """Proven entries of the files about one article, with their places; `left_out` is in the order of `wordings`."""

    manuscripts: tuple[Manuscript, ...]
    desk: ArticleAnswerer
    left_out: LeftOut

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that the bot uses, in the files' order."""
        return tuple(entry for manuscript in self.manuscripts for entry in manuscript.knowledge.entries)

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Every wording of every entry, in the matcher's order."""
        return tuple(Wording(e, place, text) for e in self.entries for place, text in enumerate((e.question, *e.phrasings)))

    @cached_property
    def owners(self) -> dict[str, Manuscript]:
        """The file of each entry, by the entry's id; drafts too."""
        return {id_: manuscript for manuscript in self.manuscripts for id_ in manuscript.written}

    def fault(self, rule: str, entry: Entry, steps: Sequence[str | int], what: str, mend: str, severity: Severity) -> Fault:
        """Return a fault at something in an entry."""
        manuscript = self.owners[entry.id]
        return manuscript.fault(rule, manuscript.at(entry.id, *steps), what, mend, severity)

    def cited(self, entry: Entry) -> frozenset[tuple[str, int]]:
        """Return the sentences that an entry cites, each as its article's name and its number."""
        article = self.owners[entry.id].knowledge.article
        return frozenset((article.name, s.number) for p in entry.passages for s in article.sentences_within(p))

    def kinship(self, one: Entry, other: Entry) -> str:
        """Say why two entries may stand near each other: what the file says of it; empty if it says nothing."""
        for entry, near in ((one, other), (other, one)):
            reason = self.owners[entry.id].written[entry.id][1].near.get(near.id)
            if reason:
                return reason
        return "they cite the same sentence" if self.cited(one) & self.cited(other) else ""


def open_bench(manuscripts: Sequence[Manuscript], cache: Path | None) -> Bench:
    """Set up the bench of one article; takes seconds at thousands of wordings. At least one file must have an entry."""
    desk = ArticleAnswerer([manuscript.knowledge for manuscript in manuscripts], cache)
    return Bench(tuple(manuscripts), desk, desk.matcher.leave_one_out())
