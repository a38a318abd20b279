"""A knowledge file in its repository: one file is committed, also through a link of another name."""

import subprocess
from pathlib import Path

from bot.curation.edit import commit_file, is_uncommitted


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, text=True).stdout


def test_a_file_that_is_a_link_is_committed_where_it_lies(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "linked.yaml"
    kept.mkdir()
    git(kept, "init", "--quiet")
    git(kept, "config", "user.name", "Curator")
    git(kept, "config", "user.email", "curator@example.org")
    (kept / "ferry.yaml").write_text("schema: 1\n", encoding="utf-8")
    link.symlink_to(kept / "ferry.yaml")
    assert is_uncommitted(link)
    commit_file(link, "Begin")
    assert git(kept, "show", "--name-only", "--format=%s", "HEAD").split() == ["Begin", "ferry.yaml"]
    assert not is_uncommitted(link)
