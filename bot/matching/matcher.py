"""The matcher: a question in; the entries it may mean out, with all that speaks for and against them."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.language.query import Reading
from bot.language.tokens import tokenise
from bot.matching.explain import Evidence, evidence
from bot.matching.guards import Known, covered, fired, known, names
from bot.matching.index import Index, Source, mark
from bot.matching.index_file import build_or_load, fingerprint
from bot.matching.signals import FAINTEST, Signals, contrast, log_odds
from bot.matching.tfidf import Floats

_BACKGROUND = "\0background"  # no entry can be called so
_FAINT = 0.01  # keeps the share of faint scores small: the square of a score of .1


@dataclass(frozen=True, slots=True)
class Match:
    """An entry with its score: 0..1, higher is better, comparable between questions."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What the matcher found for one question.

    Attributes:
        exact: the key of the entry that has this very wording, if one has.
        supported: the best entries that have an answer, best first.
        declined: the best entries that have none, best first.
        background: how much the question is like questions about nothing here, on the scale of the scores.
        signals: what a decision weighs, for the first of `supported`.
        heard: the question's words as typed, folded; empty if there was nothing to read.
    """

    exact: str | None
    supported: tuple[Match, ...]
    declined: tuple[Match, ...]
    background: float
    signals: Signals
    heard: tuple[str, ...]


class Matcher:
    """Matches questions with entries by all their phrasings.

    Args:
        phrasings: the wordings of each entry, by its key.
        declined: keys of the entries that have no answer; they compete with the others.
        support: text behind an entry (its answer and passages), by its key; its words count as known to the entry.
        synonyms: canonical wording → other wordings, of this knowledge.
        background: questions about nothing here; they compete too, and are never ranked.
        cache: a folder to keep the built index in; None builds it anew each time.

    Attributes:
        fingerprint: SHA-256 of all that shapes a match: the wordings, the scorer's version.
    """

    def __init__(
        self,
        phrasings: Mapping[str, Sequence[str]],
        *,
        declined: Collection[str] = (),
        support: Mapping[str, str] | None = None,
        synonyms: Mapping[str, Sequence[str]] | None = None,
        background: Sequence[str] = (),
        cache: Path | None = None,
    ) -> None:
        classes = dict(phrasings) | ({_BACKGROUND: background} if background else {})
        self._source = Source(classes, support or {}, synonyms or {})
        self.fingerprint = fingerprint(self._source)
        self._index = build_or_load(self._source, self.fingerprint, cache)
        self._reader = self._index.reader
        self._places = {key: place for place, key in enumerate(classes)}
        self._declined = self._mask(key for key in sorted(phrasings) if key in declined)
        self._supported = self._mask(key for key in sorted(phrasings) if key not in declined)
        self._everything = self._mask(sorted(phrasings))
        self._names = names(self._source.support.values())
        self._known: dict[str, Known] = {}

    @property
    def index(self) -> Index:
        """The computed state, for those who measure it."""
        return self._index

    def _mask(self, keys: Iterable[str]) -> NDArray[np.intp]:
        return np.array([self._places[key] for key in keys], dtype=np.intp)

    def exact(self, question: str) -> str | None:
        """Return the key of the entry that has this very wording; None if no entry has it."""
        return self._worded(tokenise(question))

    def _worded(self, tokens: tuple[str, ...]) -> str | None:
        """Return the key of the first entry that has this very wording; None if no entry has it."""
        for row in np.flatnonzero(self._index.marks == mark(tokens)).tolist() if tokens else ():
            key: str = self._index.keys[self._index.labels[row]]
            if key != _BACKGROUND and tokenise(self._wording(row)) == tokens:
                return key
        return None

    def prepare(self) -> None:
        """Gather now what the first question for each entry would wait for."""
        for place in self._supported:
            self._known_of(self._index.keys[place])

    def rank(self, question: str, limit: int = 3) -> tuple[Match, ...]:
        """Return the entries nearest to a question, best first; ties by key. Empty if there is nothing to read."""
        reading = self._reader.read(question)
        if not reading.tokens:
            return ()
        scores = self._index.scores(reading)
        return self._best(scores, self._everything, limit, first=self._worded(reading.tokens))

    def find(self, question: str, limit: int = 3) -> Finding:
        """Find what a question may mean, for a decision; never raises, whatever the text."""
        reading = self._reader.read(question)
        return self._find(reading, self._worded(reading.tokens), limit)

    def rehearse(self, most: int) -> Iterator[tuple[str | None, Finding]]:
        """Ask the knowledge its own wordings, each left out while it is asked.

        Args:
            most: how many at most of the entries with an answer, of those without, and of questions about nothing here;
                chosen evenly.

        Yields:
            The key of the entry that the wording belongs to (None: a question about nothing here), and what is found.
        """
        background = self._mask({_BACKGROUND} & self._places.keys())
        for places in (self._supported, self._declined, background):
            rows = np.flatnonzero(np.isin(self._index.labels, places))
            for row in rows[np.unique(np.linspace(0, len(rows) - 1, min(most, len(rows))).astype(int))].tolist():
                key = self._index.keys[self._index.labels[row]]
                found = self._find(self._reader.read(self._wording(row)), None, 1, without=row)
                yield (None if key == _BACKGROUND else key), found

    def _wording(self, row: int) -> str:
        place = int(self._index.labels[row])
        return self._source.phrasings[self._index.keys[place]][row - self._first(place)]

    def _first(self, place: int) -> int:
        """Return the first wording of a class."""
        return int(np.searchsorted(self._index.labels, place))

    def _find(self, reading: Reading, exact: str | None, limit: int, without: int | None = None) -> Finding:
        scores = self._index.scores(reading) if without is None else self._index.scores_without(without, reading)
        supported = self._best(scores, self._supported, limit, first=exact)
        declined = self._best(scores, self._declined, limit, first=exact)
        background = float(scores[self._places[_BACKGROUND]]) if _BACKGROUND in self._places else 0.0
        signals = self._signals(reading, scores, supported, declined, background, without)
        return Finding(exact, supported, declined, background, signals, reading.tokens)

    def explain(self, question: str, key: str) -> Evidence:
        """Return why a question matches an entry: its nearest phrasing, the words that matched, and how."""
        reading = self._reader.read(question)
        row = self._index.nearest(reading, np.flatnonzero(self._index.labels == self._places[key]))
        text = self._wording(row)
        shares = {name: round(share, 3) for name, share in self._index.similarities(reading, row).items()}
        return evidence(self._reader, reading, self._reader.read(text), text, shares, self._names)

    def _best(self, scores: Floats, places: NDArray[np.intp], limit: int, first: str | None) -> tuple[Match, ...]:
        """Return the best of some classes; ties by key, which is the order that their places have."""
        order = places[np.argsort(-scores[places], kind="stable")[: limit + 1]]
        keys = [key for key in (self._index.keys[place] for place in order) if key != first]
        leader = [first] if first is not None and self._places[first] in places else []
        return tuple(
            Match(key, 1.0 if key == first else _bounded(float(scores[self._places[key]]))) for key in (*leader, *keys)[:limit]
        )

    def _signals(
        self,
        reading: Reading,
        scores: Floats,
        supported: Sequence[Match],
        declined: Sequence[Match],
        background: float,
        without: int | None,
    ) -> Signals:
        if not supported:
            return Signals.nothing()
        best = supported[0]
        entry = self._known_of(best.key) if without is None else self._gather_known(best.key, without)
        raw = float(scores[self._places[best.key]])
        rival = float(scores[self._places[declined[0].key]]) if declined else 0.0
        return Signals(
            strength=math.log(max(raw, FAINTEST)),
            lead=contrast(raw, rival),
            clear=contrast(raw, background),
            share=log_odds(self._share(scores)),
            covered=covered(reading, entry, self._reader, self._index.lexicon),
            guards=fired(reading, entry, self._names, self._reader),
        )

    def _share(self, scores: Floats) -> float:
        """Return the share of the supported entries in all scores: 1 where nothing else is near, whatever their number."""
        weights = np.square(np.maximum(scores, 0.0))
        return float(weights[self._supported].sum() / (weights.sum() + _FAINT))

    def _known_of(self, key: str) -> Known:
        if key not in self._known:
            self._known[key] = self._gather_known(key)
        return self._known[key]

    def _gather_known(self, key: str, without: int | None = None) -> Known:
        rows = enumerate(self._source.phrasings[key], start=self._first(self._places[key]))
        phrasings = [self._reader.read(text) for row, text in rows if row != without]
        return known(phrasings, self._reader.read(self._source.support.get(key, "")))


def _bounded(score: float) -> float:
    return 0.0 if math.isnan(score) else min(max(score, 0.0), 1.0)
