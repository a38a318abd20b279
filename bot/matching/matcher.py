"""The matcher: a question in; the entries it may mean out, with all that speaks for and against them."""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.language import Query, load_pack, proper_names, tokenise
from bot.matching.decision_features import FAINTEST, EntryWords, Signals, contrast, covered, entry_words, fired, log_odds
from bot.matching.explain import Evidence, evidence
from bot.matching.index import Source, hash_of
from bot.matching.index_file import build_or_load, key_of
from bot.matching.ridge import LeftOut
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
    """Matches questions with entries by all their phrasings; of what it is asked it keeps nothing.

    Args:
        phrasings: the wordings of each entry, by its key.
        declined: keys of the entries that have no answer; they compete with the others.
        support: text behind an entry (its answer and passages), by its key; its words count as the entry's.
        synonyms: canonical wording → other wordings, of this knowledge.
        background: questions about nothing here; they compete too, and are never ranked.
        language: the tag of the language that all of these are in.
        cache: a folder to keep the built index in; None builds it anew each time.

    Attributes:
        digest: SHA-256 of all that shapes a match: the wordings, the scorer's version, the language's pack.
    """

    def __init__(
        self,
        phrasings: Mapping[str, Sequence[str]],
        *,
        declined: Collection[str] = (),
        support: Mapping[str, str] | None = None,
        synonyms: Mapping[str, Sequence[str]] | None = None,
        background: Sequence[str] = (),
        language: str = "en",
        cache: Path | None = None,
    ) -> None:
        classes = dict(phrasings) | ({_BACKGROUND: background} if background else {})
        self._pack = load_pack(language)
        self._source = Source(classes, support or {}, synonyms or {}, self._pack)
        key = key_of(self._source)
        self.digest = key.digest
        self._index = build_or_load(self._source, key, cache)
        self._reader = self._index.reader
        self._places = {key: place for place, key in enumerate(classes)}
        self._declined = self._mask(key for key in sorted(phrasings) if key in declined)
        self._supported = self._mask(key for key in sorted(phrasings) if key not in declined)
        self._everything = self._mask(sorted(phrasings))
        self._names = proper_names(self._source.support.values(), self._pack)
        self._entry_words: dict[str, EntryWords] = {}

    def _mask(self, keys: Iterable[str]) -> NDArray[np.intp]:
        return np.array([self._places[key] for key in keys], dtype=np.intp)

    def prepare(self) -> None:
        """Gather now what the first question for each entry would wait for."""
        for place in self._supported:
            self._words_of(self._index.keys[place])

    def read(self, question: str) -> Query:
        """Read any text once, for everything that is asked about it; never raises."""
        return self._reader.read(question)

    def exact(self, query: Query) -> str | None:
        """Return the key of the first entry that has this very wording; None if no entry has it."""
        tokens = query.tokens
        for row in np.flatnonzero(self._index.hashes == hash_of(tokens)).tolist() if tokens else ():
            key: str = self._index.keys[self._index.labels[row]]
            if key != _BACKGROUND and tokenise(self._wording(row), self._pack) == tokens:
                return key
        return None

    def rank(self, question: str | Query, limit: int = 3) -> tuple[Match, ...]:
        """Return the entries nearest to a question, best first; ties by key. Empty if there is nothing to read."""
        query = self.read(question) if isinstance(question, str) else question
        if not query.tokens:
            return ()
        return self._best(self._index.scores(query), self._everything, limit, first=self.exact(query))

    def find(self, query: Query, limit: int = 3) -> Finding:
        """Find what a question may mean, for a decision."""
        return self._find(query, self._index.scores(query), self.exact(query), limit, self._words_of)

    def explain(self, query: Query, key: str) -> Evidence:
        """Return why a question matches an entry: its nearest phrasing, the words that matched, and how."""
        row = self._index.nearest(query, np.flatnonzero(self._index.labels == self._places[key]))
        shares = {name: round(share, 3) for name, share in self._index.similarities(query, row).items()}
        return evidence(self._reader, query, self.read(self._wording(row)), shares, self._names)

    def leave_one_out(self) -> LeftOut:
        """Judge every wording by all the others; takes seconds at 5,000 wordings."""
        return self._index.leave_one_out()

    def rehearse(self, most: int) -> Iterator[tuple[str | None, Finding]]:
        """Ask the knowledge its own wordings, each left out while it is asked.

        Args:
            most: how many at most of the entries with an answer, of those without, and of questions about nothing here;
                chosen evenly.

        Yields:
            The key of the entry that the wording belongs to (None: a question about nothing here), and what is found.
        """
        background = self._mask({_BACKGROUND} & self._places.keys())
        written: dict[str, _Written] = {}
        for places in (self._supported, self._declined, background):
            rows = np.flatnonzero(np.isin(self._index.labels, places))
            for row in rows[np.unique(np.linspace(0, len(rows) - 1, min(most, len(rows))).astype(int))].tolist():
                key, query = self._index.keys[self._index.labels[row]], self.read(self._wording(row))
                scores = self._index.scores_without(row, query)
                found = self._find(query, scores, None, 1, partial(self._words_without, row, written))
                yield (None if key == _BACKGROUND else key), found

    def _wording(self, row: int) -> str:
        place = int(self._index.labels[row])
        return self._source.phrasings[self._index.keys[place]][row - self._first(place)]

    def _first(self, place: int) -> int:
        """Return the first wording of a class."""
        return int(np.searchsorted(self._index.labels, place))

    def _find(
        self, query: Query, scores: Floats, exact: str | None, limit: int, words_of: Callable[[str], EntryWords]
    ) -> Finding:
        supported = self._best(scores, self._supported, limit, first=exact)
        declined = self._best(scores, self._declined, limit, first=exact)
        background = float(scores[self._places[_BACKGROUND]]) if _BACKGROUND in self._places else 0.0
        rival = float(scores[self._places[declined[0].key]]) if declined else 0.0
        signals = self._signals(query, scores, supported, (rival, background), words_of)
        return Finding(exact, supported, declined, background, signals, query.tokens)

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
        query: Query,
        scores: Floats,
        supported: Sequence[Match],
        against: tuple[float, float],
        words_of: Callable[[str], EntryWords],
    ) -> Signals:
        if not supported:
            return Signals.nothing()
        key = supported[0].key
        entry = words_of(key)
        supports = entry.supports(query, self._reader)
        raw = float(scores[self._places[key]])
        rival, background = against
        return Signals(
            strength=math.log(max(raw, FAINTEST)),
            lead=contrast(raw, rival),
            clear=contrast(raw, background),
            share=log_odds(self._share(scores)),
            covered=covered(query, supports, self._pack),
            guards=fired(query, entry, supports, self._names, self._pack),
        )

    def _share(self, scores: Floats) -> float:
        """Return the share of the supported entries in all scores: 1 where nothing else is near, whatever their number."""
        weights = np.square(np.maximum(scores, 0.0))
        return float(weights[self._supported].sum() / (weights.sum() + _FAINT))

    def _words_of(self, key: str) -> EntryWords:
        if key not in self._entry_words:
            written = self._written(key)
            self._entry_words[key] = entry_words(tuple(written.phrasings.values()), written.support)
        return self._entry_words[key]

    def _words_without(self, row: int, written: dict[str, "_Written"], key: str) -> EntryWords:
        """Return the words of an entry without one wording; what is read for it is kept in `written`."""
        if key not in written:
            written[key] = self._written(key)
        others = [query for place, query in written[key].phrasings.items() if place != row]
        return entry_words(others, written[key].support)

    def _written(self, key: str) -> "_Written":
        rows = enumerate(self._source.phrasings[key], start=self._first(self._places[key]))
        return _Written({row: self.read(text) for row, text in rows}, self.read(self._source.support.get(key, "")))


@dataclass(frozen=True, slots=True)
class _Written:
    """An entry's own texts as read: its wordings by their row, and what stands behind it."""

    phrasings: Mapping[int, Query]
    support: Query


def _bounded(score: float) -> float:
    return 0.0 if math.isnan(score) else min(max(score, 0.0), 1.0)
