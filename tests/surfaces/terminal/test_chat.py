"""The chat: line after line until it is left, with commands that begin with a colon."""

from collections.abc import Callable

import pytest

from bot.answering import Answerer
from bot.surfaces.terminal import converse


def typed(*lines: str) -> Callable[[str], str]:
    """Return a reader that gives these lines, and then the end of input."""
    following = iter(lines)

    def read(prompt: str) -> str:
        line = next(following, None)
        if line is None:
            raise EOFError
        return line

    return read


def test_every_line_is_answered_until_the_end_of_input(answerer: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    converse(answerer, typed("what treaty was renewed?", "", "who came with Putin?"))
    out = capsys.readouterr().out
    assert "paragraph 5" in out
    assert out.count(":quit leaves") == 1


def test_why_needs_a_question_first(answerer: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    converse(answerer, typed(":why", "what treaty was renewed?", ":why", ":quit", "never read"))
    before, _, after = capsys.readouterr().out.partition("Treaty of Good-neighborliness")
    assert "Ask something first" in before
    assert "that the nearest entry answers this" in after


def test_topics_lists_what_can_be_asked_and_an_unknown_command_the_help(
    answerer: Answerer, capsys: pytest.CaptureFixture[str]
) -> None:
    converse(answerer, typed(":topics", ":nonsense"))
    out = capsys.readouterr().out
    answered = [entry for entry in answerer.library[0].entries if entry.answered]
    assert all(f"• {entry.question}" in out for entry in answered)
    assert out.count(":quit leaves") == 2


def test_a_question_may_lean_on_the_one_before(answerer: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    converse(answerer, typed("what treaty was renewed?", "and when?"))
    assert "Understood as: " in capsys.readouterr().out


@pytest.mark.parametrize("word", ["quit", "exit", "Bye", ":QUIT", ":exit"])
def test_words_leave_as_commands_do(answerer: Answerer, capsys: pytest.CaptureFixture[str], word: str) -> None:
    converse(answerer, typed(word, "what treaty was renewed?"))
    assert "Treaty" not in capsys.readouterr().out


@pytest.mark.parametrize("word", ["help", "?", ":help", ":WHAT"])
def test_help_is_a_word_and_what_an_unknown_command_gets(
    answerer: Answerer, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    converse(answerer, typed(word))
    assert capsys.readouterr().out.count(":quit leaves") == 2


def test_commands_are_read_whatever_their_case(answerer: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    converse(answerer, typed(":WHY"))
    assert "Ask something first" in capsys.readouterr().out


def test_an_interrupt_gives_a_line_up_and_two_in_a_row_leave(answerer: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    moves: list[str | None] = [None, "what treaty was renewed?", None, None, "who came with xi?"]

    def read(prompt: str) -> str:
        line = moves.pop(0)
        if line is None:
            raise KeyboardInterrupt
        return line

    converse(answerer, read)
    assert "Good-neighborliness" in capsys.readouterr().out
    assert moves == ["who came with xi?"]
