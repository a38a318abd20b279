"""Files are written whole; what is no file of its own, such as a pipe, is written to and stays what it is."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import KnowledgeError, OutputError
from bot.files import read_text, write
from tests.command_line import onrecord
from tests.ferry import DATA, KNOWLEDGE
from tests.ferry import write as write_ferry
from tests.loopback.process import REPO


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR)  # a writer waits for a reader
    write(pipe, "an export")
    assert os.read(reader, 100) == b"an export"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_a_device_is_written_to_and_not_replaced() -> None:
    terminal, device = os.openpty()
    path = Path(os.ttyname(device))
    write(path, "an export")
    assert os.read(terminal, 100) == b"an export"
    assert stat.S_ISCHR(path.stat().st_mode)
    os.close(terminal)
    os.close(device)


@pytest.mark.parametrize("option", [("export", "--format", "jsonl", "--output"), ("check", "--report")])
def test_standard_output_may_be_named_as_the_file_and_what_is_in_it_stays(
    home: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "bot", *option, "/dev/stdout", str(DATA / "ferry.yaml")]
    piped = subprocess.run(command, cwd=REPO, stdout=subprocess.PIPE, check=True, timeout=60).stdout
    assert b"How much did the new terminal cost?" in piped
    target = tmp_path / "out"
    target.write_bytes(b"before\n")
    with target.open("ab") as out:
        subprocess.run(command, cwd=REPO, stdout=out, check=True, timeout=60)
    assert target.read_bytes() == b"before\n" + piped


def test_a_link_stays_and_the_file_that_it_leads_to_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before", encoding="utf-8")
    link.symlink_to(target.name)
    write(link, "after")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "after"


def test_a_folder_is_not_written_to(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path, "x")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make a device, and only root could destroy one")
@pytest.mark.parametrize(
    "words", [("check", "--report"), ("export", "--format", "jsonl", "--output")], ids=lambda words: words[0]
)
def test_a_device_survives_a_report_that_root_writes_to_it(home: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    device = tmp_path / "null"
    os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 3))  # what /dev/null is
    if not os.access(device, os.W_OK):
        pytest.skip("this file system has no devices")
    done = onrecord(home, *words, str(device), str(DATA / "ferry.yaml"))
    assert (done.returncode, done.stderr) == (0, "")
    assert stat.S_ISCHR(device.stat().st_mode)
    assert device.stat().st_rdev == os.makedev(1, 3)


def test_an_article_that_no_file_can_be_is_told_in_one_line(home: Path, tmp_path: Path) -> None:
    path = write_ferry(tmp_path, KNOWLEDGE.replace("file: ferry.txt", 'file: "a\\0.txt"'))
    done = onrecord(home, "ask", "--knowledge", str(path), "hello")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "article.file: has a character that cannot be seen" in done.stderr


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "article.txt")
    with pytest.raises(KnowledgeError, match="not a file; name a text file"):
        read_text(tmp_path / "article.txt")
