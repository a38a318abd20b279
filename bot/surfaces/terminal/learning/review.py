"""Goes through what may be learned, one key each; nothing is learned without a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import click

from bot.curation import counted
from bot.curation.learn import Lesson, Way, text_of, with_text
from bot.language import harmless
from bot.surfaces.terminal.learning.lessons import about, described

_KEYS = "a accept the first way, 1-{last} choose one, e edit one, s skip, d drop for good, q quit"
_END = ("q", "\x03", "\x04", "")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a person decided: the ways they took, as they worded them, and the questions they dropped for good."""

    taken: tuple[Way, ...]
    dropped: tuple[str, ...]


def review(lessons: Sequence[Lesson], key: Callable[[], str], edit: Callable[[str], str | None]) -> Reviewed:
    """Show each group with its ways, and take one key for it; what was taken before the end stays.

    Args:
        lessons: the groups; those that seem to be about something else are passed over.
        key: returns the next key.
        edit: lets a person change a text; None where they leave it as it is.
    """
    useful = [lesson for lesson in lessons if lesson.ways]
    taken: list[Way] = []
    dropped: list[str] = []
    for number, lesson in enumerate(useful, start=1):
        _show(lesson, f"{number} of {len(useful)}")
        pressed = _pressed(key, len(lesson.ways))
        if pressed in _END:
            break
        if pressed == "d":
            dropped += [question.text for question in lesson.group.questions]
        elif pressed != "s":
            taken += _chosen(lesson, pressed, key, edit)
    return Reviewed(tuple(taken), tuple(dropped))


def _show(lesson: Lesson, title: str) -> None:
    click.echo(f"\n{title}: asked {counted(lesson.group.count, 'time')}")
    for line in about(lesson):
        click.echo(harmless(line))
    for place, way in enumerate(lesson.ways, start=1):
        first, *more = described(way)
        click.echo(harmless(f"  {place}  {first}"))
        for line in more:
            click.echo(harmless(f"     {line}"))
    click.echo(_KEYS.format(last=len(lesson.ways)))


def _pressed(key: Callable[[], str], ways: int) -> str:
    """Return the next key that means something here."""
    meant = {*"aesd", *_END, *(str(place) for place in range(1, ways + 1))}
    while (pressed := key()) not in meant:
        click.echo(f"{harmless(pressed)} means nothing here; {_KEYS.format(last=ways)}")
    return pressed


def _chosen(lesson: Lesson, pressed: str, key: Callable[[], str], edit: Callable[[str], str | None]) -> list[Way]:
    """Return the way that a key takes; edited, and nothing where nothing is left of its text."""
    if pressed != "e":
        return [lesson.ways[0 if pressed == "a" else int(pressed) - 1]]
    if len(lesson.ways) > 1:
        click.echo(f"which? 1-{len(lesson.ways)}")
    which = key() if len(lesson.ways) > 1 else "1"
    way = lesson.ways[int(which) - 1 if which in map(str, range(1, len(lesson.ways) + 1)) else 0]
    text = edit(text_of(way))
    if text is not None and not text.strip():
        click.echo("nothing is left of it; it is skipped")
        return []
    return [way if text is None else with_text(way, text)]
