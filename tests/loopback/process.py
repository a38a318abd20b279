"""The real bot process, started as an operator starts it."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).parents[2]
_PATIENCE = 20


@dataclass
class BotProcess:
    """`python -m bot run` with an environment of its own; its log is read when it has ended."""

    process: "subprocess.Popen[str]"

    @classmethod
    def start(cls, home: Path, module: str = "bot", **variables: str) -> "BotProcess":
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        environment = {**kept, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONPATH": str(REPO), **variables}
        environment.setdefault("KNOWLEDGE", str(REPO / "knowledge"))
        command = [sys.executable, "-m", module, *(["run"] if module == "bot" else [])]
        pipe = subprocess.PIPE
        return cls(subprocess.Popen(command, cwd=home, env=environment, stdout=pipe, stderr=pipe, text=True))

    def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Send a signal and return the exit code and the log."""
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        return self.end()

    def end(self) -> tuple[int, str]:
        """Wait for the end and return the exit code and the log; one that hangs is killed."""
        try:
            _, log = self.process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, log = self.process.communicate()
        return self.process.returncode, log
