"""Which rows of a journal are about one article: a bot that knows several keeps the questions about all of them together.

An entry's key tells it: behind the article's name where the bot knew several, the bare id where it knew one. A question that
stands on no entry is told by the entries that came near, or by others that the same knowledge replied to.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.journal import Question, Report, Vote

_Row = TypeVar("_Row", Question, Vote, Report)


@dataclass(frozen=True, slots=True)
class Ours:
    """What of a journal is about one article.

    Attributes:
        article: the article's name.
        ids: the ids of its entries.
        foreign: the ids of other articles' entries; one that both have tells nothing.
        bare: for the hashes of a knowledge of one article, whether that was this one.
    """

    article: str
    ids: frozenset[str]
    foreign: frozenset[str]
    bare: dict[str, bool]

    @classmethod
    def among(cls, questions: Iterable[Question], article: str, ids: Iterable[str], foreign: Iterable[str]) -> "Ours":
        """Return it for what the questions tell of the knowledge that replied to them."""
        own, others = frozenset(ids), frozenset(foreign)
        told: defaultdict[str, set[bool]] = defaultdict(set)
        bare = cls(article, own - others, others - own, {})
        for question in questions:
            for key in _keys(question):
                if "/" not in key and (found := bare.of_key(key)) is not None:
                    told[question.knowledge].add(found)
        return cls(
            article, own - others, others - own, {hash_: True in found for hash_, found in told.items() if len(found) == 1}
        )

    def of_key(self, key: str) -> bool | None:
        """Say whether an entry is this article's; None where its key does not tell."""
        name, slash, id_ = key.rpartition("/")
        if slash:
            return name == self.article
        return True if id_ in self.ids else False if id_ in self.foreign else None

    def tell(self, row: Question | Vote | Report) -> bool | None:
        """Say whether a row is about this article; None where that cannot be told."""
        told = (self.of_key(key) for key in _keys(row))
        return next((one for one in told if one is not None), self.bare.get(row.knowledge))

    def keep(self, rows: Iterable[_Row]) -> Sequence[_Row]:
        """Return the rows that may be about this article."""
        return [row for row in rows if self.tell(row) is not False]


def _keys(row: Question | Vote | Report) -> list[str]:
    near = [key for key, _ in row.runner_ups] if isinstance(row, Question) else []
    return [*([row.entry] if row.entry else []), *near]
