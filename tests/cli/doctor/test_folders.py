"""The check-up of the folders that are written to."""

import os
import stat
from pathlib import Path

import pytest

from bot.cli.doctor.findings import Finding
from bot.cli.doctor.folders import check_cache, check_data, check_folder

OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def first(folder: Path) -> Finding:
    return next(iter(check_folder(folder, "the cache", OTHERS_WRITE)))


def test_a_folder_of_ones_own_is_well_and_nothing_is_left_in_it(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir(mode=0o700)
    assert first(tmp_path / "own").sign == "ok"
    assert list((tmp_path / "own").iterdir()) == []


def test_a_folder_that_is_still_to_be_made_is_well_and_not_made(tmp_path: Path) -> None:
    assert first(tmp_path / "later").sign == "ok"
    assert not (tmp_path / "later").exists()


def test_a_folder_that_others_may_write_to_is_told_with_its_mending(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own").chmod(0o777)
    finding = first(tmp_path / "own")
    assert (finding.sign, finding.mend) == ("wrong", f"chmod 700 '{tmp_path / 'own'}'")


def test_data_may_not_even_be_read_by_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")):
        monkeypatch.setenv(name, str(tmp_path / folder))
        (tmp_path / folder / "onrecord").mkdir(parents=True)
        (tmp_path / folder / "onrecord").chmod(0o755)
    assert next(iter(check_data())).sign == "wrong"
    assert next(iter(check_cache())).sign == "ok"


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_and_a_file_are_no_folders(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(target)
    (tmp_path / "file").touch()
    for path in (tmp_path / "link", tmp_path / "file"):
        assert "is no folder" in first(path).what


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_told(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    os.chown(tmp_path / "theirs", 12345, 12345)
    finding = first(tmp_path / "theirs")
    assert finding.sign == "wrong"
    assert "belongs to another user" in finding.what


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir(mode=0o500)
    assert "cannot be written to (Permission denied)" in first(tmp_path / "own").what
