"""The matcher: a question in; the entries it may mean out, with all that speaks for and against them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from bot.language import Query, is_date, load_pack, tokenise, without_addresses
from bot.matching.classes import BACKGROUND, Classes
from bot.matching.decisive import Comparison, Contradiction, Elsewhere, contradictions, may_claim, said_whole
from bot.matching.entries.equivalence import says_as_much
from bot.matching.entries.names import names_in
from bot.matching.entries.texts import EntryTexts
from bot.matching.explain import Evidence, evidence
from bot.matching.index import Asked, hash_of
from bot.matching.index_build import Progress, Source, as_given
from bot.matching.index_file import build_or_load, key_of
from bot.matching.kernel.encoder import EncoderName, load_encoder
from bot.matching.kernel.tfidf import Floats
from bot.matching.leave_one_out import LeftOut, judged
from bot.matching.signals.features import OPEN_KINDS, EntryWords, entry_words
from bot.matching.signals.finding import Finding, Match
from bot.matching.signals.gathering import Gathering

_NEAREST, _TELLING = 5, 15  # wordings whose words must say what a question denies or restricts, and that tell who does what


class Matcher:
    """Matches questions with entries by all their phrasings; of what it is asked it keeps nothing.

    Args:
        phrasings: the wordings of each entry, by its key.
        declined: keys of the entries that have no answer; they compete with the others.
        support: text behind an entry (what it says, what it stands on, a line each), by its key; its words count as the entry's.
        synonyms: canonical wording → other wordings, of this knowledge.
        date: the date of what all of this is about; its month and year hold for every entry.
        background: questions about nothing here; they compete too, and are never ranked.
        language: the tag of the language that all of these are in.
        encoder: what tells the meaning of texts; “none” matches by words alone.
        name: what the entries are of: in the cache, an index takes the place of older ones of the same name.
        cache: a folder to keep the built index in; None builds it anew each time.
        progress: wraps the wordings while their meanings are taken, to show how far it is.

    Attributes:
        digest: SHA-256 of all that shapes a match: the wordings, the scorer's version, the language's pack, the encoder.
        names: the words, folded, that name someone or something in what stands behind the entries.
    """

    def __init__(
        self,
        phrasings: Mapping[str, Sequence[str]],
        *,
        declined: Collection[str] = (),
        support: Mapping[str, str] | None = None,
        synonyms: Mapping[str, Sequence[str]] | None = None,
        date: str = "",
        background: Sequence[str] = (),
        language: str = "en",
        encoder: EncoderName = "use",
        name: str = "",
        cache: Path | None = None,
        progress: Progress = as_given,
    ) -> None:
        classes = dict(phrasings) | ({BACKGROUND: background} if background else {})
        self._pack = load_pack(language)
        self._source = Source(classes, support or {}, synonyms or {}, self._pack, name)
        self._encoder = load_encoder(encoder, cache)
        self._key, self._cache = key_of(self._source, self._encoder), cache
        self.digest = self._key.digest
        self._index = build_or_load(self._source, self._key, self._encoder, cache, progress)
        self._reader = self._index.reader
        self._classes = Classes(tuple(classes), declined)
        self._given = frozenset(word for word in tokenise(date, self._pack) if is_date(word, self._pack))
        self._names = names_in(self._source.support.values(), self._reader)
        self.names = self._names.words
        self._texts = EntryTexts(self._source, self._index)
        answered = (text for key, text in self._source.support.items() if key not in declined)
        self._elsewhere = Elsewhere(map(self._reader.read_wording, answered), self._reader, self._encoder)
        self._gathering = Gathering(self._classes, self._index, self._elsewhere)

    def prepare(self) -> None:
        """Gather now what the first question for each entry would wait for."""
        for place in self._classes.everything:
            self._texts.words_of(self._index.keys[place])

    def read(self, question: str) -> Query:
        """Read any text once, for everything that is asked about it; never raises."""
        return self._reader.read(question)

    def exact(self, query: Query) -> str | None:
        """Return the key of the first entry that has this very wording; None if no entry has it."""
        return self._with_wording(query.tokens)

    def exact_of(self, text: str) -> str | None:
        """Return what `exact` does of a text that is read for this alone, which takes a tenth of the time."""
        return self._with_wording(tokenise(without_addresses(text), self._pack))

    def _with_wording(self, tokens: tuple[str, ...]) -> str | None:
        for row in np.flatnonzero(self._index.hashes == hash_of(tokens)).tolist() if tokens else ():
            key: str = self._index.keys[self._index.labels[row]]
            if key != BACKGROUND and tokenise(self._texts.wording(row), self._pack) == tokens:
                return key
        return None

    def rank(self, question: str | Query, limit: int = 3) -> tuple[Match, ...]:
        """Return the entries nearest to a question, best first; ties by key. Empty if there is nothing to read."""
        query = self.read(question) if isinstance(question, str) else question
        if not query.tokens:
            return ()
        return self._classes.best(self._scored(query)[1], self._classes.everything, limit, first=self.exact(query))

    def rank_by_words(self, text: str) -> tuple[Match, ...]:
        """Return all entries by how much of a text their nearest wording says, by its words alone; empty if none says any."""
        scores, everything = self._index.by_words(self.read(text)), self._classes.everything
        return self._classes.best(scores, everything, len(everything), first=None) if scores[everything].any() else ()

    def find(self, query: Query, limit: int = 3) -> Finding:
        """Find what a question may mean, for a decision."""
        asked, scores = self._scored(query)
        return self._gathering.gather(query, asked, scores, self.exact(query), limit, self._texts.words_of)

    def contradictions(self, finding: Finding, key: str) -> tuple[Contradiction, ...]:
        """Return the decisive words of a question against an entry: any of them makes it another question.

        Args:
            finding: what was found for the question; only what of it asks is compared.
            key: the entry.
        """
        query = finding.whole.asking or finding.whole
        rows = self._index.nearest(finding.asked, self._texts.rows(key), _TELLING)
        wordings, support = self._texts.wordings(key, rows.tolist()), self._texts.support(key)
        near = entry_words(wordings[:_NEAREST], support, self._reader)
        supports = self._texts.words_of(key).supports(query, self._reader)
        compared = Comparison(query, supports, self._texts.words_of(key), near, (*wordings, support), self._names, self._given)
        found = contradictions(compared, self._reader)
        lacking = [word for word, support in supports.items() if not support]
        elsewhere = tuple(self._elsewhere.words(lacking, near))
        elsewhere = elsewhere or said_whole(query, lacking, self._asked_alike(finding, key), self._reader)
        return found or tuple(Contradiction("elsewhere", word) for word in elsewhere)

    def _asked_alike(self, finding: Finding, key: str) -> Iterator[EntryWords]:
        """Yield the words of the other entries found that are asked as a question asks, and stand on something else."""
        kind = finding.asked.query.structure.kind
        for other in (match.key for match in finding.supported if match.key != key):
            if self.asks(other, kind) and self._texts.apart(key, other):
                yield self._texts.words_of(other)

    def among(self, query: Query, keys: Collection[str]) -> tuple[Match, ...]:
        """Return some entries by how near they are to a question, best first; ties by key."""
        _, scores = self._scored(query)
        return self._classes.best(scores, self._classes.places(sorted(keys)), len(keys), first=None)

    def says_as_much(self, query: Query, wordings: Iterable[str]) -> bool:
        """Say whether some wording has all that a question says: what holds for the one holds for the other."""
        return says_as_much(query, map(self._reader.read_wording, wordings), self._names.stems, self._reader)

    def is_general(self, finding: Finding) -> bool:
        """Say whether nothing that was found is nearer to a question in meaning than the questions about nothing here are.

        Without an encoder, or without such questions, nothing tells against it.
        """
        nearest = self._index.nearest_by_meaning(finding.asked)
        return nearest is None or not len(self._classes.background) or nearest == BACKGROUND

    def may_claim(self, query: Query, claim: str) -> bool:
        """Say whether a question may make a claim: whether it does not say the opposite of it."""
        return may_claim(query, self._reader.read(claim), self._reader)

    def asks(self, key: str, kind: str) -> bool:
        """Say whether an entry may answer a question of a kind: whether one of its wordings asks so, or the kind is open."""
        return kind in OPEN_KINDS or kind in self._texts.words_of(key).kinds

    def explain(self, query: Query, key: str) -> Evidence:
        """Return why a question matches an entry: its nearest phrasing, the words that matched, and how."""
        asked = self._ask(query)
        row = int(self._index.nearest(asked, self._texts.rows(key))[0])
        shares = {name: round(share, 3) for name, share in self._index.similarities(asked, row).items()}
        return evidence(self._reader, query, self._reader.read_wording(self._texts.wording(row)), shares, self.names)

    def leave_one_out(self) -> LeftOut:
        """Judge every wording by all the others; takes seconds at 5,000 wordings, and is kept in the cache."""
        return judged(self._index, self._key, self._cache)

    def rehearse(self, most: int) -> Iterator[tuple[str | None, Finding]]:
        """Ask the knowledge its own wordings, each left out while it is asked.

        Args:
            most: how many at most of the entries with an answer, of those without, and of questions about nothing here;
                chosen evenly.

        Yields:
            The key of the entry that the wording belongs to (None: a question about nothing here), and what is found.
        """
        for places in (self._classes.supported, self._classes.declined, self._classes.background):
            rows = np.flatnonzero(np.isin(self._index.labels, places))
            for row in rows[np.unique(np.linspace(0, len(rows) - 1, min(most, len(rows))).astype(int))].tolist():
                key = self._index.keys[self._index.labels[row]]
                yield (None if key == BACKGROUND else key), self.find_without(row, limit=1)

    def find_without(self, row: int, limit: int = 3) -> Finding:
        """Find what one of the wordings may mean, given by its place among all of them, as if the knowledge did not have it."""
        query = self._reader.read_wording(self._texts.wording(row))
        meaning = self._index.meanings.of(np.array([row]))[0] if self._encoder else None
        asked = self._index.ask(query, meaning)
        scores = self._index.scores_without(row, asked)
        return self._gathering.gather(query, asked, scores, None, limit, partial(self._texts.words_without, row))

    def inexact(self) -> tuple[int, ...]:
        """Return the places of the wordings that are not sure to be told by their very words: an earlier entry may have them."""
        return self._index.inexact(self._texts.wording)

    def _ask(self, query: Query) -> Asked:
        return self._index.ask(query, self._encoder.encode(query.corrected) if self._encoder else None)

    def _scored(self, query: Query) -> tuple[Asked, Floats]:
        """Return what of a question is matched, and the scores for it: the asking part, where it is surer than the whole."""
        whole = self._ask(query)
        scores = self._index.scores(whole)
        if query.asking is None or not len(self._classes.everything):
            return whole, scores
        part = self._ask(query.asking)
        of_part = self._index.scores(part)
        surer = of_part[self._classes.everything].max() > scores[self._classes.everything].max()
        return (part, of_part) if surer else (whole, scores)
