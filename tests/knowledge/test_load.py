"""Which files of a folder are loaded."""

import shutil
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import load
from tests.knowledge_files import write


def test_a_knowledge_file_may_end_in_yml(tmp_path: Path) -> None:
    path = write(tmp_path).rename(tmp_path / "bridge.yml")
    assert [knowledge.path for knowledge in load(tmp_path)] == [path]
    assert load(path)[0].entries


def test_the_same_knowledge_under_both_endings_is_a_fault(tmp_path: Path) -> None:
    shutil.copy(write(tmp_path), tmp_path / "bridge.yml")
    with pytest.raises(KnowledgeError, match="is also in"):
        load(tmp_path)


@pytest.mark.parametrize("name", [".#bridge.yaml", "._bridge.yaml", "._bridge.yml", "._bridge.txt", ".bridge.yaml"])
def test_hidden_files_of_a_folder_are_passed_over(tmp_path: Path, name: str) -> None:
    path = write(tmp_path)
    (tmp_path / name).write_bytes(b"\x00\x05\x16\x07")
    assert [knowledge.path for knowledge in load(tmp_path)] == [path]


def test_a_lock_of_an_editor_that_leads_to_no_file_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / ".#bridge.yaml").symlink_to("someone@host.1234")
    assert [knowledge.path for knowledge in load(tmp_path)] == [path]
