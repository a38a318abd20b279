"""What a group of questions may teach: several ways, the likeliest first, of which a person takes one, or none."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.answering import Answerer, Suggestion, Weighed, nearest_wording, passages_near, weigh
from bot.curation.learn.grouping import Group
from bot.curation.learn.wording import drafted_note, typical
from bot.knowledge import TEXT, Entry, Passage
from bot.language import tokenise
from bot.matching import Contradiction, remembered_meanings

_LEAST = 0.1
"""Confidence below which a way is not offered; what is likely about something else offers none."""
_OUTSIDE = 0.6  # confidence that a group is about something else from which nothing is to be learned
_VETOED = 0.5  # what a decisive word against an entry leaves of the confidence; judged on development questions, not fitted
_NEAR_IS_NOT_ANSWERING = 0.5  # what a passage on the subject is worth as one that answers
_NEW = 0.5  # what the doubt in all known entries is worth as a sign that the article is silent
_ENTRIES = 2  # entries of a kind that are offered
_WORDINGS = 8  # of a group, as wordings of one entry; more of the same teach little


@dataclass(frozen=True, slots=True)
class AsWording:
    """The questions are wordings of an entry that is there, answered or not.

    Attributes:
        entry: the entry.
        wordings: those of the group that the entry fits.
        likelihood: how likely this is right, 0..1: the mean confidence in the entry.
        nearest: the entry's own wording that is nearest to the first of them.
        against: decisive words that speak against it.
    """

    entry: Entry
    wordings: tuple[str, ...]
    likelihood: float
    nearest: str
    against: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class AsNote:
    """A new unanswered entry, its note drafted from the question's own words: text that a person mends."""

    question: str
    note: str
    wordings: tuple[str, ...]
    likelihood: float


@dataclass(frozen=True, slots=True)
class AsAnswer:
    """A new answered entry; its answer is drafted, the sentence that it may stand on."""

    question: str
    answer: str
    passage: Passage
    wordings: tuple[str, ...]
    likelihood: float


Way = AsWording | AsNote | AsAnswer
"""What may be made of a group of questions."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A group of questions with the ways to learn from them, the likeliest first; without any, they are about something else."""

    group: Group
    ways: tuple[Way, ...]


def lessons(groups: Iterable[Group], answerer: Answerer, progress: Callable[[], object] = lambda: None) -> tuple[Lesson, ...]:
    """Return what groups of questions may teach, in their order.

    Args:
        groups: the groups.
        answerer: knows the entries, one article's.
        progress: called after each question.
    """
    with remembered_meanings():
        return tuple(_lesson(group, answerer, progress) for group in groups)


def _lesson(group: Group, answerer: Answerer, progress: Callable[[], object]) -> Lesson:
    weighed: dict[str, Weighed] = {}
    for question in group.questions:
        [weighed[question.text]] = weigh(answerer, question.text)
        progress()
    texts = [question.text for question in group.questions]
    wordings = (*_as_wordings(weighed, answerer, answered=True), *_as_wordings(weighed, answerer, answered=False))
    known = max((way.likelihood for way in wordings), default=0.0)
    outside = sum(one.off_topic for one in weighed.values()) / len(weighed)
    answer, note = _as_answer(texts, answerer, 1 - known), _as_note(texts, _NEW * (1 - known))
    if outside >= _OUTSIDE and known < _LEAST and not answer:
        return Lesson(group, ())
    ways: list[Way] = [*wordings, *answer, note]
    likely = (way for way in ways if way.likelihood >= _LEAST)
    return Lesson(group, tuple(sorted(likely, key=lambda way: -way.likelihood)))


def _as_wordings(weighed: dict[str, Weighed], answerer: Answerer, *, answered: bool) -> tuple[AsWording, ...]:
    """Return the entries of a kind that fit the questions best, each with those that it fits."""
    sure: defaultdict[str, float] = defaultdict(float)
    fitting: defaultdict[str, list[str]] = defaultdict(list)
    for text, one in weighed.items():
        for suggestion in _nearest(one, answered):
            sure[suggestion.entry.key] += suggestion.confidence / len(weighed)
            fitting[suggestion.entry.key].append(text)
    best = sorted(sure, key=lambda key: (-sure[key], key))[:_ENTRIES]
    return tuple(_as_wording(answerer.entry(key), sure[key], fitting[key], weighed, answerer) for key in best)


def _nearest(weighed: Weighed, answered: bool) -> list[Suggestion]:
    """Return the nearest entries of a kind; where a decisive word speaks against the first, less sure."""
    found = (weighed.answered if answered else weighed.unanswered)[:_ENTRIES]
    vetoed = _VETOED if answered and weighed.against else 1.0
    return [Suggestion(one.entry, one.confidence * vetoed) for one in found]


def _as_wording(entry: Entry, sure: float, texts: Sequence[str], weighed: dict[str, Weighed], answerer: Answerer) -> AsWording:
    first = weighed[texts[0]].answered[:1]
    against = weighed[texts[0]].against if first and first[0].entry.key == entry.key else ()
    new = _without(texts, (entry.question, *entry.phrasings))
    return AsWording(entry, new, sure, nearest_wording(answerer, texts[0], entry), against)


def _as_note(texts: Sequence[str], left: float) -> AsNote:
    question = typical(texts)
    return AsNote(question, drafted_note(question), _without(texts, (question,)), left)


def _as_answer(texts: Sequence[str], answerer: Answerer, left: float) -> tuple[AsAnswer, ...]:
    near = passages_near(answerer, texts[0])
    if near is None:
        return ()
    question, passage = typical(texts), near.passages[0]
    likely = left * near.confidence * _NEAR_IS_NOT_ANSWERING
    return (AsAnswer(question, passage.quote, passage, _without(texts, (question,)), likely),)


def _without(texts: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that can be wordings and say something else than those that are known."""
    seen = {tokenise(text) for text in known}
    new = (text for text in texts if tokenise(text) and tokenise(text) not in seen and len(text) <= TEXT)
    return tuple(new)[:_WORDINGS]
