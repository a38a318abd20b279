"""What a supervisor such as systemd is told, over a real socket; and the unit that the README gives."""

import re
import shutil
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.loopback.process import REPO, BotProcess
from tests.loopback.server import TOKEN

FERRY = REPO / "tests" / "data" / "ferry.yaml"
Start = Callable[..., BotProcess]


class Listener:
    """A supervisor that hears what it is told."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.heard: list[str] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address.replace("@", "\0", 1))
        self._socket.settimeout(20)

    def wait_for(self, state: str) -> str:
        """Hear until a state is told, and return the whole of that message."""
        while True:
            self.heard.append(self._socket.recv(4096).decode())
            if state in self.heard[-1].splitlines():
                return self.heard[-1]

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["a path", "an abstract name"])
def listener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Listener]:
    made = Listener(str(tmp_path / "notify") if request.param == "a path" else f"@onrecord-{tmp_path.name}")
    yield made
    made.close()


def test_the_supervisor_hears_when_the_bot_is_ready_reloads_and_stops(start: Start, listener: Listener) -> None:
    process = start(FERRY, NOTIFY_SOCKET=listener.address)
    assert listener.wait_for("READY=1") == "READY=1\nSTATUS=Answering questions"
    process.process.send_signal(signal.SIGHUP)
    assert re.fullmatch(r"RELOADING=1\nMONOTONIC_USEC=\d+", listener.wait_for("RELOADING=1"))
    listener.wait_for("READY=1")
    assert process.stop()[0] == 0
    listener.wait_for("STOPPING=1")


def test_a_bot_that_waits_for_the_network_counts_as_started(home: Path, listener: Listener) -> None:
    nowhere = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": "http://127.0.0.1:9", "KNOWLEDGE": str(FERRY)}
    process = BotProcess.start(home, NOTIFY_SOCKET=listener.address, **nowhere)
    assert listener.wait_for("READY=1") == "READY=1\nSTATUS=Waiting for Discord"
    assert process.stop()[0] == 0


def test_the_watchdog_is_told_at_half_of_its_time_that_the_bot_is_awake(start: Start, listener: Listener) -> None:
    start(FERRY, NOTIFY_SOCKET=listener.address, WATCHDOG_USEC="400000")
    listener.wait_for("READY=1")
    for _ in range(3):
        listener.wait_for("WATCHDOG=1")


@pytest.mark.parametrize("other", [{"WATCHDOG_PID": "1"}, {"WATCHDOG_USEC": "often"}])
def test_a_watchdog_that_waits_for_another_process_is_not_told(start: Start, listener: Listener, other: dict[str, str]) -> None:
    process = start(FERRY, NOTIFY_SOCKET=listener.address, **{"WATCHDOG_USEC": "20000", **other})
    process.wait_for_log("Ready as")
    assert process.stop()[0] == 0
    listener.wait_for("STOPPING=1")
    assert "WATCHDOG=1" not in listener.heard


def test_a_supervisor_that_is_gone_costs_one_line_each_time_and_no_more(start: Start, tmp_path: Path) -> None:
    process = start(FERRY, NOTIFY_SOCKET=str(tmp_path / "gone"))
    process.wait_for_log("The supervisor cannot be told READY=1")
    assert process.stop()[0] == 0


def unit() -> str:
    """Return the systemd unit of the README."""
    [found] = re.findall(r"```ini\n(\[Unit\].*?)```", (REPO / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    return str(found)


@pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="there is no systemd-analyze here; Debian's package systemd has it"
)
def test_the_unit_of_the_readme_is_verified_by_systemd(tmp_path: Path) -> None:
    file = tmp_path / "onrecord.service"
    program = shutil.which("true")
    file.write_text(unit().replace("/srv/onrecord/.venv/bin/python", str(program)), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(file)], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if file.name in line] == []
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "line",
    [
        "Type=notify",
        "After=network-online.target",
        "Wants=network-online.target",
        "StartLimitIntervalSec=0",
        "RestartPreventExitStatus=2",
        "ExecReload=kill -HUP $MAINPID",
    ],
)
def test_the_unit_survives_a_boot_without_network_and_stops_where_a_person_is_needed(line: str) -> None:
    assert line in unit().splitlines()


def test_the_unit_holds_no_token() -> None:
    assert "DISCORD_TOKEN=" not in unit()
