"""The matcher: a question in; the entries it may mean out, with all that speaks for and against them."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.matching.blocks import Floats
from bot.matching.cache import build_or_load
from bot.matching.evidence import Evidence, evidence
from bot.matching.guards import Known, fired, known, names, strangeness
from bot.matching.index import Index, Source, reader
from bot.matching.reading import Reading
from bot.matching.signals import Signals, contrast, log_odds
from bot.matching.text import tokenise

_BACKGROUND = "\0background"  # no entry can be called so
_TEMPERATURE = 0.1  # of the softmax that turns scores into shares


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
        self._index = build_or_load(self._source, cache)
        self._reader = reader(self._source, self._index.vocabulary, self._index.lexicon)
        self._places = {key: place for place, key in enumerate(classes)}
        self._declined = self._mask(key for key in phrasings if key in declined)
        self._supported = self._mask(key for key in phrasings if key not in declined)
        self._exact = _wordings(phrasings)
        self._names = names(self._source.support.values())
        self._known = lru_cache(maxsize=None)(self._gather_known)

    @property
    def index(self) -> Index:
        """The computed state, for those who measure it."""
        return self._index

    def _mask(self, keys: Iterable[str]) -> NDArray[np.intp]:
        return np.array([self._places[key] for key in keys], dtype=np.intp)

    def exact(self, question: str) -> str | None:
        """Return the key of the entry that has this very wording; None if no entry has it."""
        return self._exact.get(tokenise(question))

    def rank(self, question: str, limit: int = 3) -> tuple[Match, ...]:
        """Return the entries nearest to a question, best first; ties by key. Empty if there is nothing to read."""
        reading = self._reader.read(question)
        if not reading.tokens:
            return ()
        scores = self._scores(reading)
        exact = self._exact.get(reading.tokens)
        everything = np.concatenate((self._supported, self._declined))
        return self._best(scores, everything, limit, first=exact)

    def find(self, question: str, limit: int = 3) -> Finding:
        """Find what a question may mean, for a decision; never raises, whatever the text."""
        reading = self._reader.read(question)
        scores = self._scores(reading)
        exact = self._exact.get(reading.tokens)
        supported = self._best(scores, self._supported, limit, first=exact)
        declined = self._best(scores, self._declined, limit, first=exact)
        background = float(scores[self._places[_BACKGROUND]]) if _BACKGROUND in self._places else 0.0
        signals = self._signals(reading, scores, supported, declined, background)
        return Finding(exact, supported, declined, background, signals, reading.tokens)

    def explain(self, question: str, key: str) -> Evidence:
        """Return why a question matches an entry: its nearest phrasing, the words that matched, and how."""
        reading = self._reader.read(question)
        similarities = self._index.similarities(reading)
        rows = np.flatnonzero(self._index.labels == self._places[key])
        total = np.sum(list(similarities.values()), axis=0)
        nearest = int(rows[np.argmax(total[rows])])
        text = self._source.phrasings[key][nearest - int(rows[0])]
        shares = {name: round(float(part[nearest]), 3) for name, part in similarities.items()}
        return evidence(self._reader, reading, self._reader.read(text), text, shares)

    def _scores(self, reading: Reading) -> Floats:
        return self._index.scores(self._index.similarities(reading))

    def _best(self, scores: Floats, places: NDArray[np.intp], limit: int, first: str | None) -> tuple[Match, ...]:
        found = [(float(scores[place]), self._index.keys[place]) for place in places]
        ranked = sorted(found, key=lambda scored: (scored[1] != first, -scored[0], scored[1]))[:limit]
        return tuple(Match(key, 1.0 if key == first else _bounded(score)) for score, key in ranked)

    def _signals(
        self, reading: Reading, scores: Floats, supported: Sequence[Match], declined: Sequence[Match], background: float
    ) -> Signals:
        if not supported:
            return Signals.nothing()
        best = supported[0]
        entry = self._known(best.key)
        strangest, covered = strangeness(reading, entry, self._reader, self._index.lexicon)
        raw = float(scores[self._places[best.key]])
        rival = float(scores[self._places[declined[0].key]]) if declined else 0.0
        return Signals(
            score=raw,
            lead=contrast(raw, rival),
            clear=contrast(raw, background),
            mass=log_odds(self._share(scores)),
            strangest=strangest,
            covered=covered,
            guards=fired(reading, entry, self._names, self._reader),
        )

    def _share(self, scores: Floats) -> float:
        """Return the share of the supported entries in a softmax over all classes."""
        weights = np.exp((scores - scores.max()) / _TEMPERATURE)
        return float(weights[self._supported].sum() / weights.sum())

    def _gather_known(self, key: str) -> Known:
        phrasings = [self._reader.read(text) for text in self._source.phrasings[key]]
        return known(phrasings, self._reader.read(self._source.support.get(key, "")))


def _wordings(phrasings: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
    """Return the key of each exact wording; where two entries share one, the first keeps it."""
    found: dict[tuple[str, ...], str] = {}
    for key, texts in phrasings.items():
        for text in texts:
            found.setdefault(tokenise(text), key)
    found.pop((), None)
    return found


def _bounded(score: float) -> float:
    return 0.0 if math.isnan(score) else min(max(score, 0.0), 1.0)
