"""The cards of an article: what was asked and has no answer yet, nor was dropped, in groups with ways to learn from it."""

from collections.abc import Callable, Iterable, Iterator

from bot.answering import Answer, Answerer, NotSaid
from bot.curation import read_dropped
from bot.curation.learn import Group, Lesson, OpenQuestion, lessons
from bot.language import tokenise
from bot.matching import remembered_meanings
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.learning.bench import Card
from bot.surfaces.web.desk.shelf import Opened

_SURE = 0.75  # confidence from which a note is believed to be the reply
Grouping = Callable[[tuple[OpenQuestion, ...], Progress], Iterable[Group]]


def cards_for(
    found: Opened, asked: Iterable[OpenQuestion], grouping: Grouping, progress: Progress
) -> tuple[tuple[Card, ...], tuple[tuple[str, int], ...]]:
    """Return the cards, the most asked first, and the questions about something else with how often they were asked.

    Args:
        found: the article with its entries.
        asked: what the journal holds without an answer.
        grouping: groups questions.
        progress: told how far it is.
    """
    open_ = tuple(_open(found, asked))
    unsettled = tuple(_unsettled(found.answerer, open_, lambda share: progress("asking again", share / 3)))
    groups = tuple(grouping(unsettled, lambda step, share: progress(step, (1 + share) / 3)))
    steps = iter(range(1, len(unsettled) + 1))
    learned = lessons(groups, found.answerer, lambda: progress("looking for ways", (2 + next(steps) / len(unsettled)) / 3))
    return tuple(Card.of(one) for one in learned if one.ways), tuple(_outside(learned))


def _open(found: Opened, asked: Iterable[OpenQuestion]) -> Iterator[OpenQuestion]:
    """Yield the questions that were not dropped, and are no wordings of the file yet."""
    known = {tokenise(text) for entry in found.knowledge.entries for text in (entry.question, *entry.phrasings)}
    dropped = read_dropped(found.knowledge.path)
    yield from (one for one in asked if one.text not in dropped and tokenise(one.text) not in known)


def _unsettled(answerer: Answerer, asked: tuple[OpenQuestion, ...], progress: Callable[[float], None]) -> Iterator[OpenQuestion]:
    """Yield the questions that are not answered now; an answer that was voted down does not count as one."""
    for number, one in enumerate(asked, start=1):
        if "answer" in one.outcomes or not _settled(answerer, one.text):
            yield one
        progress(number / len(asked))


def _settled(answerer: Answerer, text: str) -> bool:
    with remembered_meanings():
        reply = answerer.answer(text, explained=False)
    return isinstance(reply, Answer) or (isinstance(reply, NotSaid) and reply.confidence >= _SURE)


def _outside(learned: Iterable[Lesson]) -> Iterator[tuple[str, int]]:
    for lesson in learned:
        if not lesson.ways:
            yield from ((question.text, question.count) for question in lesson.group.questions)
