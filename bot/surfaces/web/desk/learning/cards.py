"""The cards of an article: what was asked and has no answer yet, nor was dropped, in groups with ways to learn from it."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.curation import read_dropped
from bot.curation.learn import Group, Lesson, OpenQuestion, lessons, unsettled
from bot.surfaces.web.desk.jobs import Progress
from bot.surfaces.web.desk.learning.bench import Card
from bot.surfaces.web.desk.shelf import Opened

Grouping = Callable[[tuple[OpenQuestion, ...], Progress], Iterable[Group]]


def cards_for(
    found: Opened, asked: Sequence[OpenQuestion], grouping: Grouping, progress: Progress
) -> tuple[tuple[Card, ...], tuple[tuple[str, int], ...]]:
    """Return the cards, the most asked first, and the questions about something else with how often they were asked.

    Args:
        found: the article with its entries.
        asked: what the journal holds without an answer.
        grouping: groups questions.
        progress: told how far it is.
    """
    dropped = read_dropped(found.knowledge.path)
    asking = _steps(len(asked), lambda share: progress("asking again", share / 3))
    still = tuple(unsettled(asked, found.answerer, dropped, asking))
    groups = tuple(grouping(still, lambda step, share: progress(step, (1 + share) / 3)))
    looking = _steps(len(still), lambda share: progress("looking for ways", (2 + share) / 3))
    learned = lessons(groups, found.answerer, looking)
    return tuple(Card.of(one) for one in learned if one.ways), tuple(_outside(learned))


def _steps(number: int, progress: Callable[[float], None]) -> Callable[[], None]:
    """Return what is called after each of so many steps, and tells how much of the whole is done."""
    done = itertools.count(1)
    return lambda: progress(next(done) / number)


def _outside(learned: Iterable[Lesson]) -> Iterator[tuple[str, int]]:
    for lesson in learned:
        if not lesson.ways:
            yield from ((question.text, question.count) for question in lesson.group.questions)
