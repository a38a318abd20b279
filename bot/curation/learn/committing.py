"""One file, as it was just written, as a commit of the git repository that it lies in."""

import subprocess
from pathlib import Path

from bot.errors import OutputError


def commit(path: Path, message: str) -> bool:
    """Commit one file and nothing else; return False where its folder is no git repository, or git is not installed.

    Raises:
        OutputError: git refuses; the file is written all the same.
    """
    try:
        if _git(path, "rev-parse", "--is-inside-work-tree").returncode:
            return False
    except OSError:
        return False
    for words in (("add", "--", path.name), ("commit", "--quiet", "--message", message, "--only", "--", path.name)):
        done = _git(path, *words)
        if done.returncode:
            why = (done.stderr or done.stdout).strip().splitlines()
            raise OutputError(f"{path}: written, and not committed ({why[0] if why else 'git refuses'}); commit it by hand")
    return True


def _git(path: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = ["git", "-C", str(path.resolve().parent), *words]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, stdin=subprocess.DEVNULL)
