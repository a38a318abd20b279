"""What may be learned from the journal, in a terminal: each group of questions with the ways to answer it."""

from collections.abc import Iterator, Sequence

import click

from bot.curation import counted
from bot.curation.learn import AsAnswer, Asked, AsNote, AsWording, Lesson, Way
from bot.language import harmless
from bot.surfaces.terminal.learning.asked import NOT_KEPT

_QUESTIONS = 5  # of a group that are shown


def show_lessons(asked: Asked, lessons: Sequence[Lesson]) -> None:
    """Show what was asked without an answer and each group's ways, as plain lines."""
    for line in lesson_lines(asked, lessons):
        click.echo(harmless(line))


def lesson_lines(asked: Asked, lessons: Sequence[Lesson]) -> Iterator[str]:
    """Yield the lessons as lines, those about something else only counted."""
    if not asked.with_text:
        yield NOT_KEPT
        return
    useful = [lesson for lesson in lessons if lesson.ways]
    for number, lesson in enumerate(useful, start=1):
        yield f"{number} of {len(useful)}"
        yield from about(lesson)
        for place, way in enumerate(lesson.ways, start=1):
            first, *more = described(way)
            yield from (f"  {place}  {first}", *(f"     {line}" for line in more))
        yield ""
    outside = sum(lesson.group.count for lesson in lessons if not lesson.ways)
    yield f"{counted(len(useful), 'group')} without an answer; {counted(outside, 'question')} about something else, as it seems"


def about(lesson: Lesson) -> Iterator[str]:
    """Yield a line for each question of a group, the first of them."""
    questions = lesson.group.questions
    for question in questions[:_QUESTIONS]:
        times = f" ({question.count} times)" if question.count > 1 else ""
        yield f"  “{question.text}”{times}: {', '.join(question.outcomes)}"
    if len(questions) > _QUESTIONS:
        yield f"  … and {len(questions) - _QUESTIONS} more"


def described(way: Way) -> Iterator[str]:
    """Yield what a way would do, and what speaks for it and against it."""
    sure = f"{way.likelihood:.2f}"
    match way:
        case AsWording(entry=entry):
            silent = "" if entry.answered else ", which the article does not answer"
            yield f"{sure}  {counted(len(way.wordings), 'wording')} for {entry.id}{silent}: {entry.answer or entry.note}"
            yield f"nearest there: “{way.nearest}”"
            if way.against:
                yield f"against it: {', '.join(f'{one.kind} “{one.word}”' for one in way.against)}"
        case AsNote():
            yield f"{sure}  new, not answered: {way.question}"
            yield f"note, drafted: {way.note}"
        case AsAnswer():
            yield f"{sure}  new, answered: {way.question}"
            yield f"answer, drafted: {way.answer}"
