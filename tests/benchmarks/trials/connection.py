"""The connection to Discord: dropped, made invalid, full of what cannot be read, and not there at the start."""

import tempfile
import time
from pathlib import Path

from tests.benchmarks.load.process import loopback, start
from tests.benchmarks.trials.scene import Outcome, Setting, at_work, complaints
from tests.loopback.process import free_port
from tests.loopback.server import INVALID_SESSION
from tests.loopback.unreadable import UNREADABLE

_DROPPED = 4000  # "unknown error": the session may be resumed
_LONGEST_PAUSE = 60.0  # seconds between two tries to connect


def drops(setting: Setting) -> Outcome:
    """Close the connection again and again; each time the session is resumed."""
    with at_work(setting) as scene:
        for number in range(setting.times):
            scene.discord.cut(_DROPPED)
            scene.discord.wait_until(lambda number=number: scene.discord.resumes > number)  # type: ignore[misc]
            time.sleep(0.2)
        return scene.outcome(events=setting.times)


def invalid_sessions(setting: Setting) -> Outcome:
    """Declare the session invalid again and again; each time the bot identifies anew."""
    times = max(setting.times // 2, 1)
    with at_work(setting) as scene:
        for _ in range(times):
            before = scene.discord.identifies
            scene.discord.send_op(INVALID_SESSION, False)
            scene.discord.wait_until(lambda before=before: scene.discord.identifies > before)  # type: ignore[misc]
            time.sleep(0.2)
        return scene.outcome(events=times)


def malformed_events(setting: Setting) -> Outcome:
    """Send events that cannot be read."""
    sent = 0
    with at_work(setting) as scene:
        while sent < setting.times:
            for event, data, _ in UNREADABLE.values():
                scene.discord.dispatch(event, data)
                sent += 1
        return scene.outcome(events=sent)


def unreachable(setting: Setting) -> Outcome:
    """Start the bot while nothing listens where Discord should be."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        process = start("bot", Path(folder), f"http://127.0.0.1:{port}")
        try:
            time.sleep(setting.unreachable)
            with loopback(port) as discord:
                begun = time.monotonic()
                while not discord.identifies and time.monotonic() - begun < _LONGEST_PAUSE + 10:
                    time.sleep(0.05)
                waited = time.monotonic() - begun
                tries, (code, log) = process.log.count("trying again in"), process.stop()
        finally:
            process.stop()
    faults = [f"not connected {waited:.0f} s after Discord came"] if not discord.identifies else []
    faults += [f"the process ended with {code}"] if code else []
    faults += [f"{len(complaints(log))} lines of log for {tries} tries"] if len(complaints(log)) > tries else []
    return Outcome(f"{tries} tries, one line each; connected {waited:.1f} s after Discord came", faults)
