"""Follow-ups: what a question means that leans on the one before it.

The entries on the matter of the last reply are those that stand on its sentences or paragraphs, or share its topic. A
question that leans is put together with the one before it and compared with those alone; what it says by itself goes first
where it is sure by itself.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering.reply import About, Answer, Contradicted, NotSaid, Outcome, Suggestions, Unclear
from bot.knowledge import UNNAMED, Article, Entry
from bot.language import ENGLISH, Leaning, Query, as_number, content, load_pack, tokenise
from bot.matching import OPEN_KINDS, Finding, Match, Matcher

_NEAR, _NOTED, _ASKED_SO, _AGAIN = 0.2, 0.28, 0.1, 0.3
"""Scores among the entries on the matter from which an answer is meant; a note; a note whose own question is of the same kind
(“when?”); the last answer once more. Chosen, as are those below, by `python -m tests.benchmarks.conversations`."""
_OWN_WORDS, _SURE = 0.5, 0.6
"""The score from which a question with words of its own is bent to the matter although it is sure by itself, and the
confidence of what is sure by itself."""
_HALF = 0.15
"""The score at which a reading is as likely wrong as right."""
_NAMED = frozenset({"name", "number", "title"})
_LOOKED_AT = 8  # entries
_WAYS = 2  # wordings
_FEW = 2  # anchors of a question that “and” or “what about” makes lean


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked just before, and what became of it: all that a reply may depend on beside its question.

    Attributes:
        question: the question, as it was understood.
        entries: the keys of the entries that the reply stood on.
        offered: whether those were offered, to choose from.
    """

    question: str
    entries: tuple[str, ...]
    offered: bool = False


def exchange(reply: Outcome, before: Exchange | None = None) -> Exchange | None:
    """Return what a reply leaves for the next question; small talk leaves what was there `before`."""
    match reply:
        case About():
            return before
        case Answer(entry=entry) | NotSaid(entry=entry) | Contradicted(entry=entry):
            return Exchange(reply.understood_as or reply.question, (entry.key,))
        case Suggestions(suggestions=offered):
            return Exchange(reply.question, tuple(one.entry.key for one in offered), offered=True)
        case Unclear(suggestions=offered):
            return Exchange(reply.question, tuple(one.entry.key for one in offered), offered=True) if offered else before
        case _:
            return None


def pick(question: str, before: Exchange) -> str | None:
    """Return the key of the offered entry that a message picks by its number: “2”, “the second one”."""
    if not before.offered:
        return None
    tokens = [token for token in tokenise(question) if token not in ENGLISH.stopwords | ENGLISH.anaphors | ENGLISH.generic]
    number = as_number(tokens[0]) if len(tokens) == 1 else None
    place = int(number.rstrip("sthnrd")) if number and number.rstrip("sthnrd").isdigit() else 0
    return before.entries[place - 1] if 0 < place <= len(before.entries) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """How a follow-up is understood: as the question of an entry.

    Attributes:
        match: the entry with its score; None where it cannot be told, and the entries on the matter are offered.
        query: the follow-up with what it leans on, as it was read.
        near: the answered entries on the matter, best first.
    """

    match: Match | None
    query: Query
    near: tuple[Match, ...]

    @property
    def confidence(self) -> float:
        """The confidence, 0..1, that this is what was meant."""
        score = self.match.score if self.match else 0.0
        return score / (score + _HALF)


class FollowUps:
    """Reads follow-ups among the entries of one article.

    Args:
        matcher: ranks the entries.
        entries: all of them by their keys.
        article: the article.
    """

    def __init__(self, matcher: Matcher, entries: Mapping[str, Entry], article: Article) -> None:
        self._matcher = matcher
        self._entries = entries
        self._article = article
        self._pack = load_pack(article.language)

    def read(self, leaning: Leaning, before: Entry, last: Exchange, alone: Outcome) -> Reading | None:
        """Return how a question that leans is understood; None where it says enough by itself.

        Args:
            leaning: the question.
            before: the entry that the last reply stood on.
            last: the exchange before.
            alone: the reply to it without anything before.
        """
        kin = self._kin(before) - {before.key}
        query, ranked = self._ranked(leaning, _ways(before, last), kin | {before.key})
        asked = self._matcher.find(self._matcher.read(" ".join(leaning.words)), limit=1)
        near = self._fitting(asked, query, [match for match in ranked if match.key != before.key][:_LOOKED_AT])
        answered = tuple(match for match in ranked if match.key in kin and self._entries[match.key].answered)
        if leaning.anchors:
            found = self._with_anchors(leaning, alone, near[:1], kin)
            return Reading(found, query, answered) if found else None
        if _sure(alone) and _key(alone) in self._close(before):
            return None
        again = [match for match in ranked if match.key == before.key and not last.offered]
        meant = [*near, *(match for match in self._fitting(asked, query, again) if match.score >= _AGAIN)]
        return Reading(None if leaning.furthers else next(iter(meant), None), query, answered)

    def _with_anchors(self, leaning: Leaning, alone: Outcome, near: Sequence[Match], kin: frozenset[str]) -> Match | None:
        bent = leaning.led and len(leaning.anchors) <= _FEW
        sure = _sure(alone)
        least = _NEAR if bent else _OWN_WORDS if sure else _NOTED
        if not near or near[0].score < least or (sure and _key(alone) in kin):
            return None
        return near[0]

    def _fitting(self, asked: Finding, said: Query, matches: Sequence[Match]) -> list[Match]:
        """Return those of some entries that may be meant: near enough, and for a question of this kind about nobody else.

        Args:
            asked: what was found for the follow-up alone.
            said: the follow-up with what it leans on.
            matches: the entries.
        """
        kind = asked.whole.structure.kind
        return [
            match
            for match in matches
            if match.score >= self._least(match.key, kind, said)
            and self._matcher.asks(match.key, kind)
            and not self._contradicted(match.key, asked)
        ]

    def _least(self, key: str, kind: str, said: Query) -> float:
        """Return the score from which an entry may be meant.

        A note that is asked for so, by its own question, needs less; one on a claim that nobody has made, with a number, a
        negative word or a name of its own, is never meant.
        """
        entry = self._entries[key]
        if entry.answered:
            return _NEAR
        own = self._matcher.read(entry.question)
        made = own.structure.numbers <= said.structure.numbers and own.structure.negatives <= said.structure.negatives
        if not made or not own.capitals <= self._article_words.union(said.tokens):
            return math.inf
        return _ASKED_SO if kind not in OPEN_KINDS and own.structure.kind == kind else _NOTED

    def _contradicted(self, key: str, asked: Finding) -> bool:
        """Say whether a follow-up names somebody or something that an entry does not have."""
        return any(found.kind in _NAMED for found in self._matcher.contradictions(asked, key))

    def _ranked(self, leaning: Leaning, before: Sequence[str], keys: frozenset[str]) -> tuple[Query, tuple[Match, ...]]:
        """Return a follow-up read behind each of some questions, and the entries by the better score of them."""
        queries = [self._matcher.read(" ".join((*leaning.words, *content(text, self._pack)))) for text in before]
        best: dict[str, Match] = {}
        for match in (match for query in queries for match in self._matcher.among(query, keys)):
            if match.key not in best or best[match.key].score < match.score:
                best[match.key] = match
        return queries[0], tuple(sorted(best.values(), key=lambda match: (-match.score, match.key)))

    def exchanged(self, leaning: Leaning, before: Sequence[str]) -> Iterator[str]:
        """Yield questions with the name of a follow-up in the place of one of the same sort: “and Putin?” after one on Xi."""
        names = self._matcher.names | self._pack.country_words
        if leaning.asks or not 0 < len(leaning.anchors) <= _FEW or not names.issuperset(leaning.anchors):
            return
        countries = not self._pack.country_words.isdisjoint(leaning.anchors)
        for text in before:
            tokens = tokenise(text, self._pack)
            alike = [t in names and (t in self._pack.country_words) == countries and t not in leaning.anchors for t in tokens]
            for start in (i for i, one in enumerate(alike) if one and not (i and alike[i - 1])):
                end = next((i for i in range(start, len(tokens)) if not alike[i]), len(tokens))
                yield " ".join((*tokens[:start], *leaning.anchors, *tokens[end:]))

    def _kin(self, entry: Entry) -> frozenset[str]:
        """Return the keys of the entries on the matter of one, itself among them."""
        alike = (key for key, (_, _, topic) in self._places.items() if topic == entry.topic != UNNAMED)
        return self._close(entry).union(alike, (entry.key,))

    def _close(self, entry: Entry) -> frozenset[str]:
        """Return the keys of the entries that stand on a sentence or paragraph of one."""
        sentences, paragraphs, _ = self._places[entry.key]
        return frozenset(key for key, (others, around, _) in self._places.items() if sentences & others or paragraphs & around)

    @cached_property
    def _article_words(self) -> frozenset[str]:
        return frozenset(tokenise(self._article.text, self._pack))

    @cached_property
    def _places(self) -> dict[str, tuple[frozenset[int], frozenset[int], str]]:
        return {key: (*self._cited(entry), entry.topic) for key, entry in self._entries.items()}

    def _cited(self, entry: Entry) -> tuple[frozenset[int], frozenset[int]]:
        """Return the numbers of the sentences and of the paragraphs that an entry stands on."""
        sentences = frozenset(s.number for passage in entry.passages for s in self._article.sentences_within(passage))
        return sentences, frozenset(passage.paragraph for passage in entry.passages)


def _ways(before: Entry, last: Exchange) -> tuple[str, ...]:
    """Return some ways to ask what was asked before: the entry's question, the reader's own, and the first wordings."""
    return tuple(dict.fromkeys(filter(None, (before.question, last.question, *before.phrasings[:_WAYS]))))


def _sure(reply: Outcome) -> bool:
    return isinstance(reply, Answer | NotSaid | Contradicted) and reply.confidence >= _SURE


def _key(reply: Outcome) -> str | None:
    return reply.entry.key if isinstance(reply, Answer | NotSaid | Contradicted) else None
