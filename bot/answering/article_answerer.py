"""From a question to a reply, from the entries of one article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from bot.answering.article_matcher import build_matcher, cited
from bot.answering.calibration import TARGET, Thresholds, thresholds
from bot.answering.confidence import Confidence, claims
from bot.answering.follow_up import Exchange, FollowUps, Reading
from bot.answering.offering.fallback import contrast_with
from bot.answering.offering.suggesting import Suggesting
from bot.answering.offering.topics import example_questions, named_topics
from bot.answering.reply import (
    Answer,
    Contradicted,
    NotSaid,
    OffTopic,
    Opening,
    Outcome,
    Reason,
    RunnerUp,
    Suggestion,
    Suggestions,
    Unclear,
)
from bot.knowledge import Entry, Knowledge
from bot.language import YESNO, Leaning, Query, load_pack
from bot.matching import Contradiction, EncoderName, Evidence, Finding, Match, Progress, as_given, as_guards

NOTE = 0.6
"""Confidence from which an unanswered entry's note is given."""
OFF_TOPIC = 0.6
"""Confidence from which a question is said to be about something else."""
_FAMILIAR = 0.7
"""Share of a question's words from which it is on the subject: where wordings are few, much resembles general questions."""
_OFFERED = 0.25  # confidence from which questions are offered beside what is no answer
_RANKED = 12  # matches looked at for suggestions: several may stand on one passage


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way to a reply: as it was read, what was found for it, how sure each claim is, what speaks against it."""

    query: Query
    finding: Finding
    sure: Confidence
    explained: bool
    contradictions: tuple[Contradiction, ...] = ()


class ArticleAnswerer:
    """Answers questions from the approved entries of one article.

    Args:
        library: the knowledge files about the article, mostly one, with at least one entry.
        cache: a folder for the matcher's index and the thresholds; None keeps nothing.
        target: the share of all questions that may get a false answer, 0..1; see `confidence`.
        label: what its suggestions call the article; empty where it is the only one.
        encoder: what tells the meaning of texts; “none” answers by words alone.
        progress: wraps the wordings while the index is built.

    Attributes:
        library: the knowledge files.
        article: the article.
        matcher: what is behind the answers, for those who measure it.
        suggesting: makes suggestions of what the matcher finds.
    """

    def __init__(
        self,
        library: Sequence[Knowledge],
        cache: Path | None = None,
        target: float = TARGET,
        *,
        label: str = "",
        encoder: EncoderName = "use",
        progress: Progress = as_given,
    ) -> None:
        self.library = tuple(library)
        self.article = self.library[0].article
        self._pack = load_pack(self.article.language)
        self._entries = {entry.key: entry for knowledge in library for entry in knowledge.entries}
        self.matcher = build_matcher(self.library, encoder, cache, progress)
        self.suggesting = Suggesting(self._entries, label)
        self._follow_ups = FollowUps(self.matcher, self._entries, self.article)
        self._target, self._cache = target, cache

    @cached_property
    def thresholds(self) -> Thresholds:
        """The confidences from which a question is answered, and entries are suggested; found when they are first needed."""
        return thresholds(self.matcher, cited(self._entries.values(), self.article), self._target, self._cache)

    def prepare(self) -> None:
        """Gather now what the first questions would wait for."""
        self.matcher.prepare()
        _ = self.thresholds

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
        asked = _Asked(query, finding, claims(finding), explained)
        if not query.tokens:
            return self._off_topic(asked, "unreadable")
        if finding.exact is not None:
            return self._exact(asked, self._entries[finding.exact])
        if not finding.supported:  # every entry is a draft or unanswered
            return self._off_topic(asked, "nothing answered")
        if asked.sure.answer < self.thresholds.answer:
            return self._unsure(asked)
        entry = self._nearest(finding)
        found = self.matcher.contradictions(finding, entry.key)
        return self._unsure(replace(asked, contradictions=found)) if found else self._answered(asked, entry)

    def follow_up(self, leaning: Leaning, before: Entry, last: Exchange, alone: Outcome, explained: bool) -> Outcome | None:
        """Return the reply to a question that leans on the one before it; None where it says enough by itself.

        Args:
            leaning: the question.
            before: the entry of this article that the last reply stood on.
            last: the exchange before.
            alone: the reply to it without anything before.
            explained: whether its reason has the evidence.
        """
        for text in self._follow_ups.exchanged(leaning, (before.question, last.question)):
            reply = self.answer(text, explained=explained)
            if isinstance(reply, Answer | NotSaid | Contradicted):
                return replace(reply, understood_as=text if isinstance(reply, Contradicted) else reply.entry.question)
        found = self._follow_ups.read(leaning, before, last, alone)
        return None if found is None else self._understood(alone, found, explained)

    def _understood(self, alone: Outcome, found: Reading, explained: bool) -> Outcome | None:
        match, threshold = found.match, self.thresholds.answer
        if match is None:
            near = self.suggesting.nearest(found.near)
            claims = isinstance(alone, Answer | NotSaid | Contradicted | Suggestions)
            return Unclear(alone.question, 0.0, Reason.nothing_matched(threshold), near) if near or claims else None
        evidence = self.matcher.explain(found.query, match.key) if explained else None
        reason, entry = Reason(evidence, (), None, threshold), self._entries[match.key]
        if entry.answered:
            return Answer(alone.question, found.confidence, reason, entry, understood_as=entry.question)
        return NotSaid(alone.question, found.confidence, reason, entry, (), understood_as=entry.question)

    def rank(self, text: str, by_words: bool) -> tuple[Match, ...]:
        """Return all answered entries, the nearest to any text first; none if there is nothing to read."""
        ranked = self.matcher.rank_by_words(text) if by_words else ()
        ranked = ranked or self.matcher.rank(text, limit=len(self._entries))
        return tuple(match for match in ranked if self._entries[match.key].answered)

    def _nearest(self, finding: Finding) -> Entry:
        return self._entries[finding.supported[0].key]

    def _exact(self, asked: _Asked, entry: Entry) -> Outcome:
        return self._answered(asked, entry) if entry.answered else self._not_said(asked, entry)

    def _answered(self, asked: _Asked, entry: Entry) -> Answer:
        reason = self._reason(asked, asked.finding.supported)
        return Answer(asked.query.text, asked.sure.answer, reason, entry, self._opening(asked, entry))

    def _opening(self, asked: _Asked, entry: Entry) -> Opening:
        """Return yes or no, where wordings that are answered so say all that the question does."""
        if asked.finding.query.structure.kind != YESNO:
            return ""
        answered = {"yes": entry.yes, "no": entry.no}
        answered |= {name: (entry.question, *answered[name]) for name in answered if name == entry.question_answered}
        yes, no = (self.matcher.says_as_much(asked.finding.query, wordings) for wordings in answered.values())
        return "" if yes == no else "yes" if yes else "no"

    def _unsure(self, asked: _Asked) -> Outcome:
        """Return what to say where no answer is sure enough: only what is sure by itself."""
        if asked.sure.note >= NOTE and (entry := self._set_right(asked)):
            return self._not_said(asked, entry)
        if self._is_about_something_else(asked):
            return self._off_topic(asked, "outside")
        return self._contradicted(asked) or self._doubtful(asked)

    def _is_about_something_else(self, asked: _Asked) -> bool:
        """Say whether a question is surely off topic; what merely resembles nothing here may still be about it."""
        sure = asked.sure.off_topic >= OFF_TOPIC and asked.finding.familiar < _FAMILIAR
        return sure and self.matcher.is_general(asked.finding)

    def _set_right(self, asked: _Asked) -> Entry | None:
        """Return the entry whose note is apt; None where it sets a claim right of which the question says the opposite."""
        entry = self._entries[asked.finding.declined[0].key]
        return entry if not entry.claim or self.matcher.may_claim(asked.finding.query, entry.claim) else None

    def _contradicted(self, asked: _Asked) -> Contradicted | None:
        if len(asked.contradictions) != 1:
            return None
        entry = self._nearest(asked.finding)
        evidence = self._evidence(asked, entry.key)
        found = contrast_with(entry, asked.contradictions[0], evidence, self.article, self._pack)
        if found is None:
            return None
        reason, nearby = self._reason(asked, asked.finding.supported), self._choices(asked)
        return Contradicted(asked.query.text, asked.sure.answer, reason, entry, found.asked, found.known, nearby)

    def _doubtful(self, asked: _Asked) -> Suggestions | Unclear:
        reason, choices = self._reason(asked, asked.finding.supported), self._choices(asked)
        if asked.sure.suggest >= self.thresholds.suggest:
            return Suggestions(asked.query.text, asked.sure.suggest, reason, choices)
        offered = choices if asked.sure.suggest >= _OFFERED else ()
        return Unclear(asked.query.text, asked.sure.suggest, reason, offered, foreign_to=self._foreign_to(asked.query))

    def _not_said(self, asked: _Asked, entry: Entry) -> NotSaid:
        reason = self._reason(asked, asked.finding.declined)
        sure = 1.0 if asked.finding.exact == entry.key else asked.sure.note
        return NotSaid(asked.query.text, sure, reason, entry, self._choices(asked) if asked.sure.suggest >= _OFFERED else ())

    def _off_topic(self, asked: _Asked, why: Literal["outside", "unreadable", "nothing answered"]) -> OffTopic:
        reason = Reason.nothing_matched(self.thresholds.answer)
        nearest = [self._entries[match.key] for match in asked.finding.supported if why == "outside"]
        topics, examples = named_topics(self.library, nearest), example_questions(self.library, nearest)
        called, foreign = (self.article.called,), self._foreign_to(asked.query)
        return OffTopic(asked.query.text, asked.sure.off_topic, reason, why, topics, called, foreign, examples)

    def _foreign_to(self, query: Query) -> str:
        return self.article.language if query.foreign else ""

    def _choices(self, asked: _Asked) -> tuple[Suggestion, ...]:
        return self.suggesting.apart(asked.finding.supported, asked.sure.suggest)

    def _reason(self, asked: _Asked, ranked: Sequence[Match]) -> Reason:
        everything = sorted((*asked.finding.supported, *asked.finding.declined), key=lambda match: (-match.score, match.key))
        rival = next((match for match in everything if match.key != ranked[0].key), None)
        return Reason(
            evidence=self._evidence(asked, ranked[0].key) if asked.explained else None,
            guards=(*asked.finding.signals.guards, *as_guards(asked.contradictions)),
            runner_up=RunnerUp(rival.key, rival.score) if rival else None,
            threshold=self.thresholds.answer,
        )

    def _evidence(self, asked: _Asked, key: str) -> Evidence:
        return self.matcher.explain(asked.finding.query, key)
