"""A standard stream that is closed, full or left is told in one line, or quiet; never with a traceback."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import Done, environment_of
from tests.ferry import DATA
from tests.loopback.process import REPO

ASK = f"ask --knowledge {shlex.quote(str(DATA / 'ferry.yaml'))}"
SAID = "standard output: cannot be written "


def shell(home: Path, line: str) -> Done:
    """Run a line of the shell, in which `onrecord` is the program."""
    program = f'onrecord() {{ {shlex.quote(sys.executable)} -m bot "$@"; }}\n'
    done = subprocess.run(
        ["sh", "-c", program + line], cwd=REPO, env=environment_of(home), capture_output=True, text=True, timeout=60
    )
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "words",
    [f"{ASK} what does a ticket cost", f"{ASK} --json what does a ticket cost", "--help", "--version", "schema"],
    ids=["ask", "json", "help", "version", "schema"],
)
@pytest.mark.parametrize(("place", "reason"), [(">/dev/full", "No space left on device"), (">&-", "Bad file descriptor")])
def test_an_output_that_takes_nothing_is_told_in_one_line(home: Path, words: str, place: str, reason: str) -> None:
    done = shell(home, f"onrecord {words} {place}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{SAID}({reason}); ")
    assert done.stderr.count("\n") == 1


def test_lines_from_standard_input_that_find_a_full_disk_are_told_in_one_line(home: Path) -> None:
    done = shell(home, f"echo hello | onrecord {ASK} --json --stdin >/dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(SAID)


@pytest.mark.parametrize("words", [f"{ASK} --json --stdin", "chat"])
def test_a_closed_input_is_told_in_one_line_where_it_is_needed(home: Path, words: str) -> None:
    done = shell(home, f"onrecord {words} <&-")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("standard input: is closed; ")


def test_a_closed_input_is_no_matter_where_it_is_not_needed(home: Path) -> None:
    done = shell(home, f"onrecord {ASK} what does a ticket cost <&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ticket" in done.stdout


@pytest.mark.parametrize("place", ["2>&-", "2>/dev/full"])
def test_messages_that_nobody_takes_change_no_exit_code(home: Path, place: str) -> None:
    done = shell(home, f"onrecord ask --knowledge nowhere.yaml hello {place}")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


def test_a_reader_that_has_gone_ends_the_program_quietly(home: Path) -> None:
    done = shell(home, f"yes 'what does a ticket cost' | head -1000 | onrecord {ASK} --json --stdin | head -1")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_no_file_takes_the_number_of_a_closed_stream(home: Path) -> None:
    code = "import os; from bot.cli.streams import secure_streams; secure_streams(); number = os.open('.', os.O_RDONLY); assert number > 2, number"
    for place in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        assert shell(home, f"{shlex.quote(sys.executable)} -c {shlex.quote(code)} {place}").returncode == 0
