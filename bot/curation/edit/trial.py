"""What new wordings do to a file.

Those are told that do not lead to their entry, those that another entry was the reply to until now, and the wordings that they
take from other entries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.answering import Answer, ArticleAnswerer, NotSaid
from bot.curation.check.corpus import Corpus, Wording, build_corpus
from bot.knowledge import Entry, Manuscript
from bot.matching import EncoderName


@dataclass(frozen=True, slots=True)
class Astray:
    """A new wording that leads to another entry (its id) or to none (empty), although its own entry has it."""

    wording: Wording
    reached: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """A new wording that until now another entry (its id) was the reply to, one that does not stand near its own."""

    wording: Wording
    owner: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A wording that, left out, found its own entry before and would get the reply of another one now.

    Attributes:
        wording: the one that was there before.
        taker: the id of the entry that would be found.
        by: the wording of that entry that is nearest to it.
    """

    wording: Wording
    taker: str
    by: str


@dataclass(frozen=True, slots=True)
class Known:
    """A wording that an entry (its id) has already; `line` is where else it stands in a file of wordings."""

    owner: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """What new wordings do to a file; `corpus` is the file with them, `new` are those of them that the bot uses."""

    corpus: Corpus
    new: tuple[Wording, ...]
    astray: tuple[Astray, ...]
    taken: tuple[Taken, ...]


def try_wordings(before: Manuscript, after: Manuscript, cache: Path | None, encoder: EncoderName) -> Trial:
    """Ask a file with new wordings them, and every old one left out in turn; some seconds at thousands of wordings."""
    corpus = build_corpus([after], cache, encoder)
    known = {(entry.id, text) for entry in before.knowledge.entries for text in (entry.question, *entry.phrasings)}
    new = [wording for wording in corpus.wordings if (wording.entry.id, wording.text) not in known]
    matcher = corpus.answerer.matcher  # it answers a wording that it knows as its entry's own so, and need not be asked
    doubtful = [wording for wording in new if matcher.exact(matcher.read(wording.text)) != wording.entry.key]
    reached = ((wording, corpus.reached(wording.text) or "") for wording in doubtful)
    astray = tuple(Astray(wording, found) for wording, found in reached if found != wording.entry.id)
    return Trial(corpus, tuple(new), astray, tuple(_taken(before, corpus, new, cache, encoder)))


def claimed(before: Manuscript, trial: Trial, cache: Path | None, encoder: EncoderName) -> Iterator[Claimed]:
    """Yield the new wordings of a trial that another entry of the file, as it was, answers or has itself for a note."""
    answerer = ArticleAnswerer([before.knowledge], cache, encoder=encoder)
    for wording in trial.new:
        owner = _owner(answerer, wording.text)
        if owner and owner.id != wording.entry.id and not trial.corpus.kinship(wording.entry, owner):
            yield Claimed(wording, owner.id)


def _owner(answerer: ArticleAnswerer, text: str) -> Entry | None:
    """Return the entry that a text is answered with, or with whose note it is declined as one of its wordings."""
    reply = answerer.answer(text, explained=False)
    matcher = answerer.matcher
    if isinstance(reply, Answer):
        return reply.entry
    return reply.entry if isinstance(reply, NotSaid) and matcher.exact(matcher.read(text)) == reply.entry.key else None


def _taken(before: Manuscript, corpus: Corpus, new: list[Wording], cache: Path | None, encoder: EncoderName) -> Iterator[Taken]:
    takers, added = {wording.entry.id for wording in new}, {(wording.entry.id, wording.place) for wording in new}
    lost = {
        (wording.entry.id, wording.text): corpus.entries[first]
        for row, (wording, first) in enumerate(zip(corpus.wordings, corpus.firsts, strict=True))
        if corpus.entries[first].id in takers - {wording.entry.id}
        and (wording.entry.id, wording.place) not in added
        and not corpus.kinship(wording.entry, corpus.entries[first])
        and corpus.reached_without(row) == corpus.entries[first].id
    }
    if not lost:
        return
    earlier = build_corpus([before], cache, encoder)  # only now: most wordings take nothing, and asking takes seconds
    for wording, first in zip(earlier.wordings, earlier.firsts, strict=True):
        taker = lost.get((wording.entry.id, wording.text))
        if taker is not None and earlier.entries[first].id == wording.entry.id:
            matcher = corpus.answerer.matcher
            yield Taken(wording, taker.id, matcher.explain(matcher.read(wording.text), taker.key).phrasing)
