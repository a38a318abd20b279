"""The real desk, started as a curator starts it."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from tests.command_line import environment_of
from tests.loopback.process import REPO

_ENOUGH = 120  # seconds for a first index
_CSRF = re.compile(r'data-csrf="([^"]+)"')


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing: what leads on is looked at as it is."""


@dataclass(frozen=True)
class Response:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class DeskProcess:
    """`python -m bot desk` with an environment of its own."""

    process: "subprocess.Popen[str]"
    address: str

    @classmethod
    def start(cls, home: Path, knowledge: Path, *options: str, **variables: str) -> "DeskProcess":
        command = [sys.executable, "-m", "bot", "desk", "--knowledge", str(knowledge), "--port", "0", *options]
        environment = environment_of(home) | {"PYTHONPATH": str(REPO), "JOURNAL_URL": "off"} | variables
        with (home / "desk.log").open("wb") as log:
            process = subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        assert process.stdout
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        assert found, (line, (home / "desk.log").read_text())
        return cls(process, found[0].rstrip("/") if "?" not in found[0] else found[0])

    def get(self, path: str, **headers: str) -> Response:
        return self.ask(Request(self.address + path, headers=headers))

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Response:
        """Send a form as one of the desk's own pages does."""
        own = {"Origin": self.address, **headers}
        body = urlencode({"csrf": self.csrf(), **fields}).encode()
        return self.ask(Request(self.address + path, body, own, method="POST"))

    def csrf(self) -> str:
        found = _CSRF.search(self.get("/of/-/ask").text)
        assert found
        return found[1]

    def ask(self, request: Request) -> Response:
        try:
            with build_opener(_Stay).open(request, timeout=_ENOUGH) as response:
                return Response(response.status, dict(response.headers), response.read().decode())
        except HTTPError as error:
            return Response(error.code, dict(error.headers), error.read().decode())

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        assert self.process.stdout
        self.process.stdout.close()
        return code

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(20)
        assert self.process.stdout
        self.process.stdout.close()
