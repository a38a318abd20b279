"""The clock, which jumps a day on and two days back."""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.trials.scene import Outcome, Setting, SkippedError, at_work

_LIBRARIES = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/local/lib/faketime/libfaketimeMT.so.1")
_JUMPS = ("+1d", "-1d", "+0")
_ENVIRONMENT = {
    "FAKETIME_NO_CACHE": "1",
    "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # with it, a thread waits milliseconds for Python's lock
}


def jumps(setting: Setting) -> Outcome:
    """Set the time that the process sees; the monotonic clock goes on, as it does on a real machine."""
    with tempfile.TemporaryDirectory() as folder:
        now = Path(folder) / "now"
        now.write_text("+0", encoding="ascii")
        told = {**_ENVIRONMENT, "LD_PRELOAD": str(_library()), "FAKETIME_TIMESTAMP_FILE": str(now)}
        with at_work(setting, told) as scene:
            for jump in _JUMPS:
                now.write_text(jump, encoding="ascii")
                time.sleep(setting.outage / 10)
            return scene.outcome(events=len(_JUMPS))


def _library() -> Path:
    found = [path for pattern in _LIBRARIES for path in Path("/").glob(pattern.lstrip("/"))]
    if not found:
        raise SkippedError("libfaketime is not installed; install it, such as Debian's libfaketime")
    return found[0]
