"""The journal's database: locked, moved away, stopped, and on a disk that is full."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.journal.storage.engine import sqlite_path
from tests.benchmarks.trials.scene import Outcome, Scene, Setting, SkippedError, at_work
from tests.postgresql import PostgresServer, programs

_DISK = 4 << 20  # bytes


def locked(setting: Setting) -> Outcome:
    """Hold the lock of the SQLite file."""
    with at_work(setting) as scene:
        with closing(sqlite3.connect(_file(scene), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(setting.outage)
        return _after(scene, setting)


def folder_gone(setting: Setting) -> Outcome:
    """Move the folder of the SQLite file away, and back."""
    with at_work(setting) as scene:
        folder = _file(scene).parent
        away = folder.rename(folder.with_name("away"))
        time.sleep(setting.outage)
        away.rename(folder)
        return _after(scene, setting)


def stopped(setting: Setting) -> Outcome:
    """Stop PostgreSQL, and start it again."""
    binaries = programs()
    if binaries is None:
        raise SkippedError("PostgreSQL is not installed; install it, such as Debian's postgresql")
    server = PostgresServer(binaries)
    try:
        with at_work(setting, {"JOURNAL_URL": server.new_database()}) as scene:
            server.stop()
            time.sleep(setting.outage)
            server.start()
            return _after(scene, setting)
    finally:
        server.remove()


def full_disk(setting: Setting) -> Outcome:
    """Fill the disk that the SQLite file is on, and free it again."""
    with _small_disk() as disk, at_work(setting, _on(disk)) as scene:
        filler = disk / "filler"
        _fill(filler)
        time.sleep(setting.outage)
        filler.unlink()
        return _after(scene, setting)


def _after(scene: Scene, setting: Setting) -> Outcome:
    """Allow one line of log a minute, and one when the database works again, for which the bot tries every few seconds."""
    time.sleep(min(setting.outage, 30.0))
    return scene.outcome(events=2 + int(setting.outage // 60))


def _on(disk: Path) -> dict[str, str]:
    return {"JOURNAL_URL": f"sqlite:///{disk}/journal/journal.sqlite"}


def _file(scene: Scene) -> Path:
    path = sqlite_path(scene.journal)
    assert path
    return path


@contextmanager
def _small_disk() -> Iterator[Path]:
    if not hasattr(os, "geteuid") or os.geteuid() or not shutil.which("mount"):
        raise SkippedError("a small disk can be made by root alone, with mount")
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}", "tmpfs", folder], capture_output=True, check=False)
        if made.returncode:
            raise SkippedError(f"a small disk cannot be made here: {made.stderr.decode().strip()}")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:  # it is full
            return
