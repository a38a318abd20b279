"""The repository that a knowledge folder lies in."""

import subprocess
from pathlib import Path


def git(folder: Path, *words: str) -> str:
    own = ("-c", "user.name=Curator", "-c", "user.email=curator@example.org", "-c", "core.hooksPath=/dev/null")
    return subprocess.run(["git", "-C", str(folder), *own, *words], check=True, capture_output=True, text=True).stdout
