"""A process that is killed loses nothing that it was told is stored."""

import subprocess
import sys

from bot.journal import Journal
from tests.journal.conftest import KEY, Opened
from tests.journal.rows import EVER
from tests.loopback.process import REPO

_KILLS = 5
_SEEN = 300  # stored questions before the kill


def killed_under_load(address: str, first: int) -> set[str]:
    """Return the numbers of the questions that a process was told are stored before it was killed."""
    command = [sys.executable, "-m", "tests.journal.busy_process", address, KEY, str(first)]
    with subprocess.Popen(command, cwd=REPO, stdout=subprocess.PIPE) as process:
        assert process.stdout
        told = [process.stdout.readline() for _ in range(_SEEN)]
        process.kill()
        told += process.stdout.readlines()
    assert process.returncode < 0
    return {line.decode().strip() for line in told if line.endswith(b"\n")}


def stored(journal: Journal) -> set[str]:
    return {str(kept.entry) for kept in journal.questions(EVER)}


def test_what_was_acknowledged_is_there_after_every_kill(address: str, opened: Opened) -> None:
    acknowledged: set[str] = set()
    for kill in range(_KILLS):
        acknowledged |= killed_under_load(address, kill * 1_000_000)
        with opened() as journal:
            assert acknowledged <= stored(journal)
    assert len(acknowledged) >= _KILLS * _SEEN
