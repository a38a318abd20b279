"""From a question to a reply, from the entries of one article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from bot.answering.calibration import TARGET, thresholds
from bot.answering.confidence import confidence
from bot.answering.fallback import objection
from bot.answering.reply import Answer, NoAnswer, Reason, Reply, RunnerUp, Suggestion, Suggestions
from bot.knowledge import Entry, Knowledge
from bot.matching import Finding, Match, Matcher

_AS_GOOD = 0.5  # a suggestion scores at least this share of the best one
_NEARBY = 0.1  # score from which an entry is worth naming beside "the article does not say"
_TOLD = 0.1  # score from which an unanswered entry's note is told
_CHOICES = 3
_RANKED = 12  # matches looked at for suggestions: several may stand on one passage
_TOPICS_TOLD = 6
_LONGEST = 4000  # characters of a question that are read; no one types more, and the time stays bounded

_NOT_SAID = "The article does not answer that."
_OUTSIDE = "That is outside this article."
_UNREADABLE = "I cannot read a question in that."


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question on its way to a reply: what was found for it, and how sure it is that the best answer fits."""

    question: str
    finding: Finding
    sure: float
    explained: bool


class Desk:
    """Answers questions from the approved entries of one article.

    Args:
        library: the knowledge files about the article, mostly one, with at least one entry.
        cache: a folder for the matcher's index and the thresholds; None keeps nothing.
        target: the share of all questions that may get a false answer, 0..1; see `calibration`.

    Attributes:
        library: the knowledge files.
        matcher: what is behind the answers, for those who measure it.
        thresholds: the confidences from which a question is answered, and entries are suggested.
    """

    def __init__(self, library: Sequence[Knowledge], cache: Path | None = None, target: float = TARGET) -> None:
        self.library = tuple(library)
        self._entries = {entry.key: entry for knowledge in library for entry in knowledge.entries}
        self.matcher = Matcher(
            {key: (entry.question, *entry.phrasings) for key, entry in self._entries.items()},
            declined=frozenset(key for key, entry in self._entries.items() if not entry.answered),
            support={key: _support(entry) for key, entry in self._entries.items() if entry.answered},
            synonyms={word: others for knowledge in library for word, others in knowledge.synonyms.items()},
            background=general_questions(),
            cache=cache,
        )
        self.thresholds = thresholds(self.matcher, self._stands_on(), target, cache)

    def _stands_on(self) -> dict[str, frozenset[object]]:
        answered = (entry for entry in self._entries.values() if entry.answered)
        return {entry.key: frozenset((p.article, p.start) for p in entry.passages) for entry in answered}

    def answer(self, question: str, *, explained: bool = True) -> Reply:
        """Return the reply to any text; never raises, and always the same for the same text.

        Args:
            question: what was asked.
            explained: whether its reason has the evidence, which takes as long again as the reply.
        """
        return self.decide(question, self.find(question), explained)

    def decide(self, question: str, finding: Finding, explained: bool) -> Reply:
        """Return the reply to a question from what was found for it."""
        if not finding.heard:
            return self._off_topic(_Asked(question, finding, 0.0, explained), _UNREADABLE)
        if finding.exact is not None:
            return self._exact(_Asked(question, finding, 1.0, explained), self._entries[finding.exact])
        if not finding.supported:  # every entry is a draft or unanswered
            return self._off_topic(_Asked(question, finding, 0.0, explained), _NOT_SAID)
        asked = _Asked(question, finding, confidence(finding.signals), explained)
        if asked.sure >= self.thresholds.answer:
            return Answer(question, asked.sure, self._reason(asked, finding.supported), self._nearest(finding))
        return self._unsure(asked)

    def likeliest(self, question: str) -> Suggestion | None:
        """Return the answered entry nearest to a question with the confidence in it, whatever the threshold."""
        finding = self.find(question)
        if not finding.supported:
            return None
        entry = self._nearest(finding)
        return Suggestion(entry, 1.0 if finding.exact == entry.key else confidence(finding.signals))

    def find(self, question: str) -> Finding:
        """Return what the matcher finds for a question, from which the reply is decided."""
        return self.matcher.find(self.matcher.read(question[:_LONGEST]), limit=_RANKED)

    def rank(self, text: str) -> tuple[Match, ...]:
        """Return all answered entries, the nearest to any text first; none if there is nothing to read."""
        ranked = self.matcher.rank(text[:_LONGEST], limit=len(self._entries))
        return tuple(match for match in ranked if self._entries[match.key].answered)

    def _nearest(self, finding: Finding) -> Entry:
        return self._entries[finding.supported[0].key]

    def _exact(self, asked: _Asked, entry: Entry) -> Reply:
        if entry.answered:
            return Answer(asked.question, asked.sure, self._reason(asked, asked.finding.supported), entry)
        return self._declined(replace(asked, sure=0.0), entry)

    def _unsure(self, asked: _Asked) -> Reply:
        supported = asked.finding.supported[0].score
        declined = asked.finding.declined[0].score if asked.finding.declined else 0.0
        if asked.finding.background >= max(declined, supported):
            return self._off_topic(asked, _OUTSIDE)
        if declined >= max(supported, _TOLD):
            return self._declined(asked, self._entries[asked.finding.declined[0].key])
        return self._objected(asked) or self._doubtful(asked, supported)

    def _objected(self, asked: _Asked) -> NoAnswer | None:
        if not {"name", "number"} & {guard.name for guard in asked.finding.signals.guards}:
            return None
        entry = self._nearest(asked.finding)
        evidence = self.matcher.explain(self.matcher.read(asked.question[:_LONGEST]), entry.key)
        note = objection(entry, asked.finding.signals, evidence, self.thresholds.answer)
        if note is None:
            return None
        reason, nearby = self._reason(asked, asked.finding.supported), self._choices(asked, _NEARBY)
        return NoAnswer(asked.question, asked.sure, reason, note, None, entry.passages, nearby, off_topic=False)

    def _doubtful(self, asked: _Asked, supported: float) -> Reply:
        if asked.sure >= self.thresholds.suggest:
            choices = self._choices(asked, _AS_GOOD * supported)
            return Suggestions(asked.question, asked.sure, self._reason(asked, asked.finding.supported), choices)
        reason = self._reason(asked, asked.finding.supported)
        return NoAnswer(asked.question, asked.sure, reason, _NOT_SAID, None, (), self._choices(asked, _NEARBY), off_topic=False)

    def _declined(self, asked: _Asked, entry: Entry) -> NoAnswer:
        reason = self._reason(asked, asked.finding.declined)
        nearby = self._choices(asked, _NEARBY)
        return NoAnswer(asked.question, asked.sure, reason, entry.note, entry, entry.passages, nearby, off_topic=False)

    def _off_topic(self, asked: _Asked, line: str) -> NoAnswer:
        known = topics(self.library)
        note = f"{line} Ask me about {_listed(known)}." if known else line
        reason = Reason(None, (), None, self.thresholds.answer)
        return NoAnswer(asked.question, asked.sure, reason, note, None, (), (), off_topic=True)

    def _choices(self, asked: _Asked, least: float) -> tuple[Suggestion, ...]:
        """Return up to three answered entries that score at least so much, each with a passage of its own."""
        best = max((*(match.score for match in asked.finding.supported[:1]), least))
        seen: dict[int, Suggestion] = {}
        for match in asked.finding.supported:
            entry = self._entries[match.key]
            if match.score >= least and len(seen) < _CHOICES:
                seen.setdefault(entry.passages[0].start, Suggestion(entry, asked.sure * match.score / best))
        return tuple(seen.values())

    def _reason(self, asked: _Asked, ranked: Sequence[Match]) -> Reason:
        everything = sorted((*asked.finding.supported, *asked.finding.declined), key=lambda match: (-match.score, match.key))
        rival = next((match for match in everything if match.key != ranked[0].key), None)
        query = self.matcher.read(asked.question[:_LONGEST])
        return Reason(
            evidence=self.matcher.explain(query, ranked[0].key) if asked.explained else None,
            guards=asked.finding.signals.guards,
            runner_up=RunnerUp(rival.key, rival.score) if rival else None,
            threshold=self.thresholds.answer,
        )


def _support(entry: Entry) -> str:
    return " ".join((entry.answer, *(passage.quote for passage in entry.passages)))


def topics(library: Sequence[Knowledge]) -> dict[str, list[Entry]]:
    """Return the answered entries by topic, in the files' order."""
    found: dict[str, list[Entry]] = {}
    for knowledge in library:
        for entry in knowledge.entries:
            if entry.answered:
                found.setdefault(entry.topic, []).append(entry)
    return found


def _listed(names: Iterable[str]) -> str:
    """Return names as they stand in a sentence: the meeting, the treaty or Taiwan."""
    words = [f"t{name[1:]}" if name.startswith("The ") else name for name in names][:_TOPICS_TOLD]
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)


def general_questions() -> tuple[str, ...]:
    """Return the questions about nothing in particular that ship with the program, hand-written; see the file."""
    lines = files("bot.answering").joinpath("general_questions.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
