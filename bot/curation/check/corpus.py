"""What the rules work on: the entries of all files about one article, and every wording judged by all the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from bot.answering import Answer, ArticleAnswerer, NotSaid, Outcome
from bot.errors import Fault, Severity
from bot.knowledge import Entry, Manuscript
from bot.matching import EncoderName, LeftOut


@dataclass(frozen=True, slots=True)
class Wording:
    """The question (`place` 0) or one of the phrasings (from 1) of an entry."""

    entry: Entry
    place: int
    text: str

    @property
    def steps(self) -> tuple[str | int, ...]:
        """The wording's path within its entry."""
        if not self.place:
            return ("question",)
        entry, place = self.entry, self.place - 1
        plain = len(entry.phrasings) - len(entry.yes) - len(entry.no)
        if place < plain:
            return ("phrasings", place)
        behind = place - plain
        return ("answered_yes", behind) if behind < len(entry.yes) else ("answered_no", behind - len(entry.yes))


@dataclass(frozen=True)
class Corpus:
    """Proven entries of the files about one article, with their places; `left_out` is in the order of `wordings`."""

    manuscripts: tuple[Manuscript, ...]
    answerer: ArticleAnswerer
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

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The place of the entry that comes first for each wording without itself, in the order of `wordings`."""
        if not self.wordings:
            return ()
        scores = self.left_out.scores[: len(self.wordings), : len(self.entries)]
        return tuple(np.argmax(scores, axis=1).tolist())

    def reached_without(self, row: int) -> str | None:
        """Return the id of the entry that a wording is answered or declined with if no entry has it; None where it is neither.

        Args:
            row: the wording's place among all.
        """
        finding = self.answerer.matcher.find_without(row)
        return _entry_of(self.answerer.decide(finding.whole, finding, explained=False))

    def reached(self, text: str) -> str | None:
        """Return the id of the entry that a question is answered or declined with; None where it is neither."""
        return _entry_of(self.answerer.answer(text, explained=False))

    def fault(self, rule: str, entry: Entry, steps: Sequence[str | int], what: str, fix: str, severity: Severity) -> Fault:
        """Return a fault at something in an entry."""
        manuscript = self.owners[entry.id]
        return manuscript.fault(rule, manuscript.at(entry.id, *steps), what, fix, severity)

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


def _entry_of(reply: Outcome) -> str | None:
    return reply.entry.id if isinstance(reply, Answer | NotSaid) else None


def build_corpus(manuscripts: Sequence[Manuscript], cache: Path | None, encoder: EncoderName) -> Corpus:
    """Build the corpus of one article; takes seconds at thousands of wordings."""
    answerer = ArticleAnswerer([manuscript.knowledge for manuscript in manuscripts], cache, encoder=encoder)
    return Corpus(tuple(manuscripts), answerer, answerer.matcher.leave_one_out())
