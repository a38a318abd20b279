"""Types commands as users do: in this process, which is fast, or in one of their own."""

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from bot.cli import main
from tests.loopback.process import REPO


@dataclass(frozen=True)
class Done:
    """What a command wrote and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def onrecord(home: Path, *words: str, stdin: str = "") -> Done:
    """Run a command in this process, with a home of its own; an error that no person is meant to read is raised."""
    with chdir(REPO):
        done = CliRunner().invoke(main, words, input=stdin, env=environment_of(home), catch_exceptions=False)
    return Done(done.exit_code, done.stdout, done.stderr)


def run(home: Path, command: list[str], stdin: bytes = b"", **variables: str) -> "subprocess.CompletedProcess[bytes]":
    """Run any command of Python's in a process of its own, with a home and variables of its own."""
    environment = environment_of(home) | variables
    return subprocess.run([sys.executable, *command], cwd=REPO, env=environment, input=stdin, capture_output=True, timeout=60)


def onrecord_process(home: Path, *words: str, stdin: str = "", **variables: str) -> Done:
    """Run a command in a process of its own, as `onrecord` does in this one; what it wrote is read as UTF-8."""
    done = run(home, ["-m", "bot", *words], stdin.encode(), **variables)
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace"))


def environment_of(home: Path) -> dict[str, str]:
    """Return the environment of a process with a home of its own."""
    return {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}
