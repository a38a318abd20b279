"""Going through what may be learned, with one key each."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.curation.learn import AsNote, Group, Lesson, OpenQuestion
from bot.surfaces.terminal.learning import Reviewed, review

FIRST = AsNote("Who painted it?", "The article does not say who painted it.", (), 0.6)
SECOND = AsNote("Who built it?", "The article does not say who built it.", (), 0.3)


def lesson(text: str, *ways: AsNote) -> Lesson:
    return Lesson(Group((OpenQuestion(text, 2, ("unclear",), datetime(2026, 3, 1, tzinfo=UTC)),)), ways)


LESSONS = (lesson("who painted it\x1b[2J", FIRST, SECOND), lesson("what is love"), lesson("who built it", SECOND))


def pressing(keys: str, edit: Callable[[str], str | None] = lambda _: None) -> Reviewed:
    left = iter(keys)
    return review(LESSONS, lambda: next(left, ""), edit)


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ("aa", (FIRST, SECOND)),
        ("2a", (SECOND, SECOND)),
        ("sa", (SECOND,)),
        ("aq", (FIRST,)),
        ("q", ()),
        ("x9a\x03", (FIRST,)),
        ("a", (FIRST,)),
    ],
)
def test_each_group_takes_one_key(keys: str, taken: tuple[AsNote, ...]) -> None:
    assert pressing(keys) == Reviewed(taken, ())


def test_what_is_dropped_for_good_is_told_word_for_word() -> None:
    assert pressing("ds").dropped == ("who painted it\x1b[2J",)


def test_a_person_words_a_way_otherwise() -> None:
    [way] = pressing("e2q", lambda text: text.replace("does not say", "is silent on")).taken
    assert way == AsNote("Who built it?", "The article is silent on who built it.", (), 0.3)


def test_a_text_that_is_left_as_it_is_is_taken_as_it_is() -> None:
    assert pressing("e1q").taken == (FIRST,)


def test_a_text_of_which_nothing_is_left_is_not_taken() -> None:
    assert pressing("e1q", lambda _: " \n").taken == ()


def test_what_a_terminal_would_obey_is_shown_and_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    pressing("q")
    shown = capsys.readouterr().out
    assert "\\x1b[2J" in shown
    assert "\x1b" not in shown


def test_what_seems_to_be_about_something_else_is_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    pressing("ss")
    assert "what is love" not in capsys.readouterr().out
