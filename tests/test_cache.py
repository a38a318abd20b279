"""The cache is the user's own: no link is followed, no pipe waited for, nothing damaged used; and it does not grow for ever."""

import os
import stat
import time
from pathlib import Path

import pytest

from bot.cache import HEAD, keep, keep_last_used, open_kept


def kept(path: Path) -> bytes:
    with open_kept(path) as file:
        return file.read()


def test_what_was_kept_is_read(tmp_path: Path) -> None:
    keep(tmp_path / "own" / "file", b"content")
    assert kept(tmp_path / "own" / "file") == b"content"


def test_the_folder_and_its_files_are_the_users_alone(tmp_path: Path) -> None:
    old_mask = os.umask(0)
    try:
        keep(tmp_path / "own" / "file", b"content")
    finally:
        os.umask(old_mask)
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "own" / "file").stat().st_mode) == 0o600


def test_a_folder_that_others_may_write_to_is_closed(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own").chmod(0o777)
    keep(tmp_path / "own" / "file", b"content")
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o700


def test_a_link_in_the_place_of_a_file_is_neither_written_through_nor_read(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "own" / "file"
    keep(target, b"precious")
    before = target.read_bytes()
    link.parent.mkdir()
    link.symlink_to(target)
    with pytest.raises(OSError, match="symbolic link"):
        open_kept(link)
    keep(link, b"content")
    assert target.read_bytes() == before
    assert not link.is_symlink()
    assert kept(link) == b"content"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a link away")
def test_a_link_of_another_user_in_the_place_of_the_folder_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "own").symlink_to("elsewhere")
    os.lchown(tmp_path / "own", 12345, 12345)
    keep(tmp_path / "own" / "file", b"content")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_may_lie_behind_a_link_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "own").symlink_to("elsewhere")
    keep(tmp_path / "own" / "file", b"content")
    assert kept(tmp_path / "own" / "file") == b"content"


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder away")
def test_nothing_is_kept_in_a_folder_of_another_user_and_nothing_of_theirs_is_used(tmp_path: Path) -> None:
    keep(tmp_path / "theirs" / "file", b"content")
    os.chown(tmp_path / "theirs" / "file", 12345, 12345)
    with pytest.raises(OSError, match="no plain file"):
        open_kept(tmp_path / "theirs" / "file")
    os.chown(tmp_path / "theirs", 12345, 12345)
    keep(tmp_path / "theirs" / "new", b"content")
    assert not (tmp_path / "theirs" / "new").exists()


def test_a_pipe_or_a_folder_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "pipe", tmp_path / "folder"):
        with pytest.raises(OSError, match="no plain file"):
            open_kept(path)


def test_any_flipped_bit_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    keep(path, b"content")
    sound = path.read_bytes()
    for place in range(8 * len(sound)):
        damaged = bytearray(sound)
        damaged[place // 8] ^= 1 << place % 8
        path.write_bytes(damaged)
        with pytest.raises(OSError, match="digest"):
            open_kept(path)
    path.write_bytes(sound[: HEAD - 1])
    with pytest.raises(OSError, match="digest"):
        open_kept(path)


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "cached", b"x")
    assert (tmp_path / "file").read_bytes() == b""


def test_the_newest_stay(tmp_path: Path) -> None:
    now = time.time()
    for number in range(5):
        keep(tmp_path / f"index-{number}", b"")
        os.utime(tmp_path / f"index-{number}", (now, now - 5 + number))
    keep(tmp_path / "other", b"")
    keep_last_used(tmp_path, "index-*", 2)
    assert {path.name for path in tmp_path.iterdir()} == {"index-3", "index-4", "other"}


def test_what_nobody_has_used_for_long_goes_with_the_next_file_that_is_kept(tmp_path: Path) -> None:
    for name in ("used", "unused"):
        keep(tmp_path / name, b"content")
    (tmp_path / ".left-by-a-killed-writer.tmp").touch()
    (tmp_path / "folder").mkdir()
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0))
    assert kept(tmp_path / "used") == b"content"
    keep(tmp_path / "new", b"content")
    assert {path.name for path in tmp_path.iterdir()} == {"used", "new", "folder"}
