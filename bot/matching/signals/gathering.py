"""From the scores of a question to its finding: the best entries of each group, and what a decision weighs for the first."""

from collections.abc import Callable, Sequence

from bot.language import Query
from bot.matching.classes import Classes, Places
from bot.matching.decisive import Elsewhere
from bot.matching.index import Asked, Index
from bot.matching.kernel.tfidf import Floats
from bot.matching.signals.features import EntryWords, Signals, covered
from bot.matching.signals.finding import Finding, Match, Standing, share, signals


class Gathering:
    """Gathers what a decision weighs.

    Args:
        classes: the entries by their place among the scores.
        index: the wordings.
        elsewhere: the words of what stands behind the answers.
    """

    def __init__(self, classes: Classes, index: Index, elsewhere: Elsewhere) -> None:
        self._classes = classes
        self._index = index
        self._elsewhere = elsewhere
        self._reader = index.reader

    def gather(
        self, whole: Query, asked: Asked, scores: Floats, exact: str | None, limit: int, words_of: Callable[[str], EntryWords]
    ) -> Finding:
        """Return what was found for a question.

        Args:
            whole: the question as it was read.
            asked: what of it was matched.
            scores: the score of each class for that.
            exact: the key of the entry that has this very wording, if one has.
            limit: how many entries with an answer, and of those without.
            words_of: gives the words of an entry by its key.
        """
        query = asked.query
        most = max(limit, 2)  # the second of each group tells how sure the first is
        supported = self._classes.best(scores, self._classes.supported, most, first=exact)
        declined = self._classes.best(scores, self._classes.declined, most, first=exact)
        return Finding(
            whole=whole,
            asked=asked,
            exact=exact,
            supported=supported[:limit],
            declined=declined[:limit],
            background=self._classes.of_background(scores),
            familiar=self._familiar(query),
            signals=self._signals(query, scores, (supported, declined), self._classes.supported, words_of),
            declined_signals=self._signals(query, scores, (declined, supported), self._classes.declined, words_of),
        )

    def _signals(
        self,
        query: Query,
        scores: Floats,
        groups: tuple[Sequence[Match], Sequence[Match]],
        places: Places,
        words_of: Callable[[str], EntryWords],
    ) -> Signals:
        """Return the signals of the best of a group; `groups` are that group's best and the other's, `places` all of its own."""
        own, others = groups
        if not own:
            return Signals.nothing()
        best, second, other = (self._classes.score(scores, matches) for matches in (own[:1], own[1:2], others[:1]))
        standing = Standing(best, second, other, self._classes.of_background(scores), share(scores, places))
        return signals(standing, query, words_of(own[0].key), self._reader)

    def _familiar(self, query: Query) -> float:
        """Return the share of a question's weight in words that some entry has, 0..1."""
        known = {word: float(any(map(self._has, self._reader.stems((word,))))) for word in dict.fromkeys(query.words)}
        return covered(query, known, self._reader.pack)

    def _has(self, stem: str) -> bool:
        general = frozenset(self._classes.background.tolist())
        return self._elsewhere.has(stem) or bool(self._index.classes_with(stem) - general)
