"""The verb `probe` in a terminal of its own: keys are read one by one, and the file is written at the end."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.curation import read_dropped
from bot.knowledge import load
from tests.command_line import environment_of
from tests.loopback.process import REPO

pty = pytest.importorskip("pty", reason="there are no terminals here that a program can open")
termios = pytest.importorskip("termios")


def typed(home: Path, path: Path, keys: str) -> tuple[int, str]:
    """Run the verb in a terminal in which somebody types these keys; return how it ended and what was shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "bot", "probe", str(path), "--kind", "roles", "--kind", "asks"]
    with subprocess.Popen(command, cwd=REPO, env=environment_of(home), stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        for key in keys:
            shown += read_until(ours, b"write and leave")
            wait_for_single_keys(ours, process)
            os.write(ours, key.encode())
        shown += read_until(ours, b"no such text")
    os.close(ours)
    return process.returncode, shown.decode("utf-8", "replace")


def read_until(terminal: int, text: bytes) -> bytes:
    """Read what is shown until a text is, or nothing more will be."""
    shown = b""
    try:
        while text not in shown and (more := os.read(terminal, 4096)):
            shown += more
    except OSError:  # on Linux the end of a terminal
        pass
    return shown


def wait_for_single_keys(terminal: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until keys are read one by one, or the program has ended: what is typed before that is thrown away."""
    while process.poll() is None and termios.tcgetattr(terminal)[3] & termios.ICANON:
        time.sleep(0.01)


def test_what_is_taken_is_written_at_the_end_and_the_rest_stays(home: Path, path: Path) -> None:
    before = path.read_text(encoding="utf-8")
    code, shown = typed(home, path, "nd\rq")
    after = path.read_text(encoding="utf-8")
    [knowledge] = load(path)
    assert code == 1
    assert "1 of 1 changes written" in shown
    assert after.startswith(before.rstrip())
    assert [entry.id.startswith("only-") for entry in knowledge.entries if not entry.answered] == [True]
    assert len(read_dropped(path)) == 1


def test_leaving_at_once_writes_nothing(home: Path, path: Path) -> None:
    before = path.read_bytes()
    code, shown = typed(home, path, "q")
    assert (code, path.read_bytes()) == (1, before)
    assert "1 of " in shown
    assert not path.with_suffix(".dropped.json").exists()
