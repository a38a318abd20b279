"""The real bot process, started as an operator starts it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).parents[2]
_PATIENCE = 20
_PAUSE = 0.02  # seconds between two looks


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def wait_until(
    true: Callable[[], bool], complaint: Callable[[], str] = lambda: "waited in vain", patience: float = _PATIENCE
) -> None:
    """Look again and again until something is true, for so many seconds."""
    late = time.monotonic() + patience
    while not true():
        assert time.monotonic() < late, complaint()
        time.sleep(_PAUSE)


@dataclass
class BotProcess:
    """`python -m bot run` with an environment of its own; its log can be read while it runs."""

    process: "subprocess.Popen[bytes]"
    log_file: Path

    @classmethod
    def start(cls, home: Path, module: str = "bot", **variables: str) -> "BotProcess":
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        folders = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data")}
        environment = {**kept, **folders, "PYTHONPATH": str(REPO), **variables}
        environment.setdefault("KNOWLEDGE", str(REPO / "knowledge"))
        command = [sys.executable, "-m", module, *(["run"] if module == "bot" else [])]
        with tempfile.NamedTemporaryFile(dir=home, prefix="bot-", suffix=".log", delete=False) as log:
            process = subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.DEVNULL, stderr=log)
        return cls(process, Path(log.name))

    @property
    def log(self) -> str:
        """What it has logged so far."""
        return self.log_file.read_text(encoding="utf-8")

    def wait_for_log(self, text: str, start: int = 0, patience: float = _PATIENCE) -> None:
        """Wait until the log holds a text from a place on, for so many seconds."""
        wait_until(lambda: text in self.log[start:], lambda: f"{text!r} is not logged: {self.log[start:]}", patience)

    def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Send a signal and return the exit code and the log."""
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        return self.end()

    def end(self) -> tuple[int, str]:
        """Wait for the end and return the exit code and the log; one that hangs is killed."""
        try:
            self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return self.process.returncode, self.log


class LogSince:
    """What a running bot has logged since a moment: all of a test's log, and nothing of the tests before it."""

    def __init__(self, process: BotProcess) -> None:
        self._process = process
        self._start = len(process.log)
        self.failure_expected = False

    @property
    def text(self) -> str:
        return self._process.log[self._start :]

    @property
    def complaints(self) -> list[str]:
        """The lines in which the bot itself tells that something is wrong; a slow machine makes discord.py tell so too."""
        return [line for line in self.text.splitlines() if " WARNING bot." in line or " ERROR bot." in line]

    def wait_for(self, text: str) -> None:
        """Wait until the log holds a text."""
        self._process.wait_for_log(text, self._start)

    def wait_for_failure(self, text: str) -> None:
        """Wait until the log holds a text, and hold that a traceback belongs there."""
        self.failure_expected = True
        self.wait_for(text)
