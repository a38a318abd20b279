"""Signals: SIGINT and SIGTERM end the bot with exit code 0 at any time; SIGHUP loads the knowledge anew, and never kills."""

import asyncio
import signal
import sys
from collections.abc import Callable

_ENDING = (signal.SIGINT, signal.SIGTERM)
_HANGUP = getattr(signal, "SIGHUP", None)  # not on Windows


def obey_before_the_start() -> None:
    """Obey signals from now on, while no event loop runs: there is nothing to finish yet, and nothing to load anew."""
    for name in _ENDING:
        signal.signal(name, lambda *_: sys.exit(0))
    if _HANGUP:
        signal.signal(_HANGUP, signal.SIG_IGN)


def obey(stop: Callable[[], object], reload: Callable[[], object]) -> None:
    """Let the running event loop call these at a signal to stop, and at SIGHUP."""
    for name in _ENDING:
        _call(name, stop)
    if _HANGUP:
        _call(_HANGUP, reload)


def _call(name: signal.Signals, work: Callable[[], object]) -> None:
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(name, work)
    except NotImplementedError:  # Windows, whose event loop hears no signals
        signal.signal(name, lambda *_: loop.call_soon_threadsafe(work))
