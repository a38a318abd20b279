"""From a question to a reply, from the entries of one article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from bot.answering.confidence import TARGET, confidence, thresholds
from bot.answering.fallback import contradiction
from bot.answering.reply import (
    Answer,
    Contradicted,
    NotSaid,
    OffTopic,
    Outcome,
    Reason,
    RunnerUp,
    Suggestion,
    Suggestions,
    Unclear,
)
from bot.answering.topics import general_questions, named_topics
from bot.knowledge import Entry, Knowledge
from bot.language import Query, load_pack
from bot.matching import Evidence, Finding, Match, Matcher

_AS_GOOD = 0.5  # a suggestion scores at least this share of the best one
_NEARBY = 0.1  # score from which an entry is worth naming beside what is no answer
_DECLINED = 0.1  # score from which an unanswered entry's note is given
_CHOICES = 3
_RANKED = 12  # matches looked at for suggestions: several may stand on one passage


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way to a reply: as it was read, what was found for it, the confidence that the best answer fits."""

    query: Query
    finding: Finding
    confidence: float
    explained: bool


class ArticleAnswerer:
    """Answers questions from the approved entries of one article.

    Args:
        library: the knowledge files about the article, mostly one, with at least one entry.
        cache: a folder for the matcher's index and the thresholds; None keeps nothing.
        target: the share of all questions that may get a false answer, 0..1; see `confidence`.
        label: what its suggestions call the article; empty where it is the only one.

    Attributes:
        library: the knowledge files.
        article: the article.
        matcher: what is behind the answers, for those who measure it.
        thresholds: the confidences from which a question is answered, and entries are suggested.
    """

    def __init__(
        self, library: Sequence[Knowledge], cache: Path | None = None, target: float = TARGET, *, label: str = ""
    ) -> None:
        self.library = tuple(library)
        self.article = self.library[0].article
        self._pack = load_pack(self.article.language)
        self._label = label
        self._entries = {entry.key: entry for knowledge in library for entry in knowledge.entries}
        self.matcher = _matcher(self.library, cache)
        self.thresholds = thresholds(self.matcher, _cited(self._entries.values()), target, cache)

    def answer(self, question: str, *, explained: bool = True) -> Outcome:
        """Return the reply to any text; never raises, and always the same for the same text.

        Args:
            question: what was asked.
            explained: whether its reason has the evidence, which takes as long again as the reply.
        """
        query = self.matcher.read(question)
        return self.decide(query, self.find(query), explained)

    def find(self, query: Query) -> Finding:
        """Return what the matcher finds for a question, from which the reply is decided."""
        return self.matcher.find(query, limit=_RANKED)

    def decide(self, query: Query, finding: Finding, explained: bool) -> Outcome:
        """Return the reply to a question from what was found for it."""
        asked = _Asked(query, finding, _confidence(finding), explained)
        if not finding.heard:
            return self._off_topic(asked, "unreadable")
        if finding.exact is not None:
            return self._exact(asked, self._entries[finding.exact])
        if not finding.supported:  # every entry is a draft or unanswered
            return self._off_topic(asked, "nothing answered")
        if asked.confidence >= self.thresholds.answer:
            return self._answered(asked, self._nearest(finding))
        return self._unsure(asked)

    def likeliest(self, question: str) -> Suggestion | None:
        """Return the answered entry nearest to a question with the confidence in it, whatever the threshold."""
        finding = self.find(self.matcher.read(question))
        if not finding.supported:
            return None
        entry = self._nearest(finding)
        return Suggestion(entry, 1.0 if finding.exact == entry.key else confidence(finding.signals))

    def rank(self, text: str) -> tuple[Match, ...]:
        """Return all answered entries, the nearest to any text first; none if there is nothing to read."""
        ranked = self.matcher.rank(text, limit=len(self._entries))
        return tuple(match for match in ranked if self._entries[match.key].answered)

    def _nearest(self, finding: Finding) -> Entry:
        return self._entries[finding.supported[0].key]

    def _exact(self, asked: _Asked, entry: Entry) -> Outcome:
        return self._answered(asked, entry) if entry.answered else self._not_said(replace(asked, confidence=0.0), entry)

    def _answered(self, asked: _Asked, entry: Entry) -> Answer:
        return Answer(asked.query.text, asked.confidence, self._reason(asked, asked.finding.supported), entry)

    def _unsure(self, asked: _Asked) -> Outcome:
        supported = asked.finding.supported[0].score
        declined = asked.finding.declined[0].score if asked.finding.declined else 0.0
        if asked.finding.background >= max(declined, supported):
            return self._off_topic(asked, "outside")
        if declined >= max(supported, _DECLINED):
            return self._not_said(asked, self._entries[asked.finding.declined[0].key])
        return self._contradicted(asked) or self._doubtful(asked, supported)

    def _contradicted(self, asked: _Asked) -> Contradicted | None:
        if not {"name", "number"} & {guard.name for guard in asked.finding.signals.guards}:
            return None
        entry = self._nearest(asked.finding)
        found = contradiction(entry, asked.finding.signals, self._evidence(asked, entry.key), self.thresholds.answer, self._pack)
        if found is None:
            return None
        reason, nearby = self._reason(asked, asked.finding.supported), self._choices(asked, _NEARBY)
        return Contradicted(asked.query.text, asked.confidence, reason, entry, found.asked, found.known, nearby)

    def _doubtful(self, asked: _Asked, supported: float) -> Suggestions | Unclear:
        reason = self._reason(asked, asked.finding.supported)
        if asked.confidence >= self.thresholds.suggest:
            return Suggestions(asked.query.text, asked.confidence, reason, self._choices(asked, _AS_GOOD * supported))
        return Unclear(asked.query.text, asked.confidence, reason, self._choices(asked, _NEARBY))

    def _not_said(self, asked: _Asked, entry: Entry) -> NotSaid:
        reason = self._reason(asked, asked.finding.declined)
        return NotSaid(asked.query.text, asked.confidence, reason, entry, self._choices(asked, _NEARBY))

    def _off_topic(self, asked: _Asked, why: Literal["outside", "unreadable", "nothing answered"]) -> OffTopic:
        reason = Reason.nothing_matched(self.thresholds.answer)
        return OffTopic(asked.query.text, asked.confidence, reason, why, named_topics(self.library), (self.article.called,))

    def _choices(self, asked: _Asked, least: float) -> tuple[Suggestion, ...]:
        """Return up to three answered entries that score at least so much, each with a passage of its own."""
        best = max((*(match.score for match in asked.finding.supported[:1]), least))
        chosen: dict[int, Suggestion] = {}
        for match in asked.finding.supported:
            entry = self._entries[match.key]
            if match.score >= least and len(chosen) < _CHOICES:
                suggestion = Suggestion(entry, asked.confidence * match.score / best, self._label)
                chosen.setdefault(entry.passages[0].start, suggestion)
        return tuple(chosen.values())

    def _reason(self, asked: _Asked, ranked: Sequence[Match]) -> Reason:
        everything = sorted((*asked.finding.supported, *asked.finding.declined), key=lambda match: (-match.score, match.key))
        rival = next((match for match in everything if match.key != ranked[0].key), None)
        return Reason(
            evidence=self._evidence(asked, ranked[0].key) if asked.explained else None,
            guards=asked.finding.signals.guards,
            runner_up=RunnerUp(rival.key, rival.score) if rival else None,
            threshold=self.thresholds.answer,
        )

    def _evidence(self, asked: _Asked, key: str) -> Evidence:
        return self.matcher.explain(asked.query, key)


def _confidence(finding: Finding) -> float:
    """Return the confidence that the best entry answers: none where nothing can be read or answered."""
    if not finding.heard or not (finding.exact or finding.supported):
        return 0.0
    return 1.0 if finding.exact is not None else confidence(finding.signals)


def _matcher(library: Sequence[Knowledge], cache: Path | None) -> Matcher:
    entries = [entry for knowledge in library for entry in knowledge.entries]
    return Matcher(
        {entry.key: (entry.question, *entry.phrasings) for entry in entries},
        declined=frozenset(entry.key for entry in entries if not entry.answered),
        support={entry.key: _support(entry) for entry in entries if entry.answered},
        synonyms={word: others for knowledge in library for word, others in knowledge.synonyms.items()},
        background=general_questions(),
        language=library[0].article.language,
        cache=cache,
    )


def _support(entry: Entry) -> str:
    return " ".join((entry.answer, *(passage.quote for passage in entry.passages)))


def _cited(entries: Iterable[Entry]) -> dict[str, frozenset[object]]:
    """Return what each answered entry stands on: entries that share a passage are right for one another's questions."""
    return {entry.key: frozenset((p.article, p.start) for p in entry.passages) for entry in entries if entry.answered}
