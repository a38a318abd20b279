"""Which of the questions without an answer still have none: the file may have learned since they were asked."""

from collections.abc import Callable, Collection, Iterator

from bot.answering import Answer, Answerer, NotSaid, exact_entry
from bot.curation.dropped import Dropped
from bot.curation.learn.unanswered import SURE, OpenQuestion
from bot.matching import remembered_meanings


def unsettled(
    questions: Collection[OpenQuestion],
    answerer: Answerer,
    dropped: Dropped,
    progress: Callable[[], object] = lambda: None,
) -> Iterator[OpenQuestion]:
    """Yield the questions that are still open; an answer that was voted down settles nothing, unless it is a wording by now.

    Args:
        questions: what the journal holds without an answer.
        answerer: answers from the file as it is now.
        dropped: what a curator dropped for good.
        progress: called after each question.
    """
    for question in questions:
        if not dropped.has(question.text) and not _settled(question, answerer):
            yield question
        progress()


def _settled(question: OpenQuestion, answerer: Answerer) -> bool:
    if exact_entry(answerer, question.text):
        return True
    with remembered_meanings():
        reply = answerer.answer(question.text, explained=False)
    sure = isinstance(reply, NotSaid) and reply.confidence >= SURE
    return "answer" not in question.outcomes and (sure or isinstance(reply, Answer))
