"""Asking the questions of a probe, and telling what goes wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from bot.answering import Answer, Contradicted, NotSaid, Outcome, outcome_name, suggestions_of
from bot.curation.dropped import Dropped
from bot.curation.probe.ground import Ground
from bot.curation.probe.making import MOST, Making
from bot.curation.probe.paraphrases import paraphrases_of
from bot.curation.probe.probed import KINDS, Probe, ProbeQuestion, Wrong, surest
from bot.curation.probe.traps import traps_of
from bot.curation.probe.unasked import unasked
from bot.knowledge import Knowledge

_QUICK = 36
"""Entries of a quick probe: at the shipped knowledge it takes about two seconds."""


class Answering(Protocol):
    """What answers questions: `Answerer`, or `ArticleAnswerer`."""

    @property
    def library(self) -> tuple[Knowledge, ...]:
        """The knowledge that it answers from."""

    def answer(self, question: str, *, explained: bool = True) -> Outcome:
        """Return the reply to a question."""


def questions_of(
    library: Sequence[Knowledge],
    most: int = MOST,
    kinds: Sequence[str] = (),
    dropped: Callable[[Knowledge], Dropped] = lambda _: Dropped(),
    entries: int | None = None,
) -> tuple[ProbeQuestion, ...]:
    """Return the traps of some knowledge, then its paraphrases.

    Args:
        library: the knowledge.
        most: how many at most of an entry, of traps and of paraphrases.
        kinds: the kinds that are made; all of them where none is named.
        dropped: the questions of a knowledge that are left out.
        entries: of how many entries of each knowledge, chosen evenly; of all where it is None.
    """
    makings = [Making(Ground(knowledge), kinds or KINDS, dropped(knowledge)) for knowledge in library]
    made = (making.of_entries(make, most, entries) for make in (traps_of, paraphrases_of) for making in makings)
    return tuple(question for questions in made for question in questions)


def probe(answerer: Answering, questions: Sequence[ProbeQuestion], progress: Callable[[], object] = lambda: None) -> Probe:
    """Ask every question, and tell which go wrong; `progress` is called after each.

    A trap goes wrong if the answer of its entry, or of one that cites a sentence of it, is given; a paraphrase if neither is.
    """
    kin = _kin(answerer.library)
    wrong: list[Wrong] = []
    for question in questions:
        wrong += _judged(question, answerer.answer(question.question, explained=False), kin)
        progress()
    return Probe(tuple(questions), surest(wrong), unasked(answerer.library, questions))


def quick_probe(answerer: Answering, entries: int = _QUICK) -> Probe:
    """Ask two traps and two paraphrases of so many entries, chosen evenly: the same questions for the same knowledge."""
    return probe(answerer, questions_of(answerer.library, 2, entries=entries))


def _kin(library: Sequence[Knowledge]) -> Mapping[str, frozenset[str]]:
    """Return for each answered entry those that cite a sentence of it, itself among them."""
    grounds = (Ground(knowledge) for knowledge in library)
    return {entry.key: frozenset(o.key for o in ground.kin(entry)) for ground in grounds for entry in ground.answered}


def _judged(question: ProbeQuestion, reply: Outcome, kin: Mapping[str, frozenset[str]]) -> Iterator[Wrong]:
    right = kin[question.entry]
    given = {entry.key for entry in (reply.entry, *reply.also)} if isinstance(reply, Answer) else set()
    if question.is_trap == bool(given & right):
        offered = any(one.entry.key in right for one in suggestions_of(reply))
        stood_on = reply.entry.key if isinstance(reply, Answer | NotSaid | Contradicted) else ""
        yield Wrong(question, outcome_name(reply), stood_on, reply.confidence, offered, _said(reply))


def _said(reply: Outcome) -> str:
    """Return what a reply says, in a line."""
    match reply:
        case Answer(entry=entry):
            return entry.answer
        case NotSaid(entry=entry):
            return entry.note
        case Contradicted(asked=asked, known=known):
            return f"the article has {known}, not {asked}"
        case _:
            return ", ".join(one.entry.question for one in suggestions_of(reply))
