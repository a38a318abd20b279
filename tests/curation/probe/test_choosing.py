"""Going through what a probe found: a key a question, until the last or until one leaves; nothing is written by it."""

from collections.abc import Callable, Iterable

import pytest

from bot.curation.edit import AddSynonym
from bot.curation.probe import Mending, Probe, ProbeQuestion, Wrong
from bot.knowledge import Knowledge
from bot.surfaces.terminal.probe import Taken, go_through

TRAP = ProbeQuestion("asks", "who besides \x1b[2J Novak opened it?", "opened", "Who opened the bridge in 2019?")
MISSED = ProbeQuestion("synonym", "Which covenant was renewed?", "renewed", "Which treaty was renewed?", "treaty", "covenant")
WRONG = tuple(Wrong(asked, "answer", "", 1.0, False, "") for asked in (TRAP, MISSED))
FOUND = Probe((TRAP, MISSED), WRONG)


def pressing(keys: Iterable[str]) -> Callable[[], str]:
    """Return what gives these keys, and then the end of input."""
    waiting = iter(keys)

    def read() -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return read


def gone_through(knowledge: Knowledge, keys: str) -> Taken:
    return go_through(FOUND, [knowledge], {}, pressing(keys))[knowledge.path]


@pytest.mark.parametrize(
    ("keys", "edits", "dropped"),
    [
        ("ns", 2, 0),
        ("ws", 2, 0),
        ("dd", 0, 2),
        ("\r ", 0, 0),
        ("xnxw", 2, 0),
        ("nq", 1, 0),
        ("d\x03", 0, 1),
        ("n", 1, 0),
        ("NS", 2, 0),
    ],
)
def test_each_key_takes_one_and_other_keys_do_nothing(knowledge: Knowledge, keys: str, edits: int, dropped: int) -> None:
    taken = gone_through(knowledge, keys)
    assert (len(taken.edits), len(taken.dropped)) == (edits, dropped)


def test_what_the_keys_will_write_is_shown_and_no_control_character(
    knowledge: Knowledge, capsys: pytest.CaptureFixture[str]
) -> None:
    gone_through(knowledge, "\r\r")
    shown = capsys.readouterr().out
    assert "n  not answered, in a new entry: The article says only: “Mayor Novak opened" in shown
    assert "s  “covenant” as a synonym of “treaty”" in shown
    assert "\x1b" not in shown


def test_what_a_synonym_mends_is_not_asked_again_once_it_is_taken(knowledge: Knowledge) -> None:
    mending = {knowledge.path: [Mending("treaty", "covenant", (WRONG[1],))]}
    taken = go_through(FOUND, [knowledge], mending, pressing("s\rw"))[knowledge.path]
    assert taken.edits == [AddSynonym("treaty", ("covenant",))]
