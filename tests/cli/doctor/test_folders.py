"""The check-up of the folders that are written to."""

import os
from pathlib import Path

import pytest

from bot.cli.doctor.findings import Finding
from bot.cli.doctor.folders import check_cache, check_data, check_folder


def first(folder: Path) -> Finding:
    return next(iter(check_folder(folder, "the cache")))


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


def test_the_folders_are_those_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert f"the cache {tmp_path}/cache/onrecord " in next(iter(check_cache())).what
    assert f"the data folder {tmp_path}/data/onrecord " in next(iter(check_data())).what


def test_a_link_that_leads_to_a_folder_of_ones_own_is_well(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to("elsewhere")
    assert first(tmp_path / "link").sign == "ok"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is no folder" in first(tmp_path / "file").what


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a link away")
def test_a_link_of_another_user_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to("elsewhere")
    os.lchown(tmp_path / "link", 12345, 12345)
    assert "is no folder" in first(tmp_path / "link").what


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert first(tmp_path / "link").sign == "wrong"


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
    assert f"cannot be made in {tmp_path / 'own'}" in first(tmp_path / "own" / "folder").what
