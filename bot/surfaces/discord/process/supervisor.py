"""Tells a supervisor such as systemd how the process is, by the protocol of sd_notify(3)."""

import asyncio
import logging
import os
import socket
import time
from collections.abc import Mapping
from typing import Never

log = logging.getLogger(__name__)


class Supervisor:
    """The supervisor that started the process; where none asks to be told, nothing is.

    Args:
        environment: its NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID are read.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = f"\0{address[1:]}" if address.startswith("@") else address  # @: Linux's abstract sockets
        self._every = _half_of(environment) if address else None

    def ready(self, status: str) -> None:
        """Tell that the process is up, and in words what it does."""
        self._tell("READY=1", f"STATUS={status}")

    def reloading(self) -> None:
        """Tell that the knowledge is being loaded anew; `ready` ends that."""
        self._tell("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def stopping(self) -> None:
        """Tell that the process is about to end."""
        self._tell("STOPPING=1")

    async def keep_awake(self) -> Never:
        """Tell twice in the time that the supervisor allows that the event loop still turns."""
        while self._every:
            self._tell("WATCHDOG=1")
            await asyncio.sleep(self._every)
        await asyncio.Event().wait()
        raise AssertionError("nobody sets this event")

    def _tell(self, *states: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as notified:
                notified.setblocking(False)
                notified.connect(self._address)
                notified.send("\n".join(states).encode())
        except OSError as error:
            log.warning("The supervisor cannot be told %s at NOTIFY_SOCKET: %s", states[0], error)


def _half_of(environment: Mapping[str, str]) -> float | None:
    """Return half the seconds in which the supervisor wants to hear of this process; None where it does not."""
    allowed, process = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    if not allowed.isdecimal() or int(allowed) == 0 or process not in ("", str(os.getpid())):
        return None
    return int(allowed) / 1e6 / 2
