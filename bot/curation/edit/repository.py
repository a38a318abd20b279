"""A knowledge file in its git repository: what of it is not committed yet, and a commit of that one file."""

import os
import subprocess
from pathlib import Path

from bot.errors import OutputError

_PATIENCE = 60  # seconds; a hook may look at the whole repository


def is_in_git(path: Path) -> bool:
    """Return whether a file's folder is in a git repository, and git is there to use it."""
    try:
        return _git(path, "rev-parse", "--is-inside-work-tree") == "true"
    except OutputError:
        return False


def is_uncommitted(path: Path) -> bool:
    """Return whether a file in a repository has changes that no commit holds.

    Raises:
        OutputError: git does not tell.
    """
    return bool(_git(path, "status", "--porcelain", "--", path.resolve().name))


def commit_file(path: Path, subject: str) -> str:
    """Commit one file, whatever else is changed or staged, and return the commit's short name.

    Of a link the file that it leads to is committed.

    Raises:
        OutputError: git refuses; the message is what it says.
    """
    _git(path, "add", "--intent-to-add", "--", path.resolve().name)
    _git(path, "commit", "--quiet", "--only", "--message", subject, "--", path.resolve().name)
    return _git(path, "rev-parse", "--short", "HEAD")


def _git(path: Path, *words: str) -> str:
    environment = os.environ | {"GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1"}
    try:
        done = subprocess.run(
            ["git", "-C", str(path.resolve().parent), *words],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise OutputError(f"git: cannot be used ({error})") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip() or done.stdout.decode("utf-8", "replace").strip()
        raise OutputError(f"git {words[0]}: {said or 'failed'}")
    return done.stdout.decode("utf-8", "replace").strip()
