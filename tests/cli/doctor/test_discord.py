"""The check-up of the way to Discord, over real connections to this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.cli.doctor.discord import check_discord
from bot.cli.doctor.findings import Finding
from bot.settings import read_settings
from tests.loopback.server import LoopbackDiscord


def checked(address: str) -> list[Finding]:
    return list(check_discord(read_settings({"DISCORD_API_URL": address})))


@contextmanager
def serving(status: int = 200, body: bytes = b'{"url": "wss://x"}', date: str | None = None) -> Iterator[str]:
    """A server that gives one answer to everything; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def date_time_string(self, timestamp: float | None = None) -> str:
            return date if date is not None else super().date_time_string(timestamp)

        def log_message(self, format: str, *args: object) -> None:
            """Keep the tests' output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_discord_is_reached_without_the_token(discord: LoopbackDiscord) -> None:
    assert [finding.sign for finding in checked(discord.base)] == ["ok", "ok"]
    assert [(made.method, made.path) for made in discord.requests] == [("GET", "/gateway")]


@pytest.mark.parametrize(
    ("status", "body", "mend"),
    [
        (503, b"", "try again in a while"),
        (429, b"{}", "try again in a while"),
        (200, b"<title>Log in to this network</title>", "check DISCORD_API_URL"),
        (404, b'{"url": 1}', "check DISCORD_API_URL"),
    ],
)
def test_what_answers_otherwise_is_told_with_its_status(status: int, body: bytes, mend: str) -> None:
    with serving(status, body) as address:
        finding = checked(address)[0]
    assert finding.sign == "wrong"
    assert f"status {status}" in finding.what
    assert mend in finding.mend


def test_an_address_where_nobody_is_is_told_in_one_line() -> None:
    [finding] = checked("http://127.0.0.1:1")
    assert finding.sign == "wrong"
    assert "http://127.0.0.1:1/api/v10/gateway cannot be reached" in finding.text


@pytest.mark.parametrize(
    ("date", "told"), [("Tue, 01 Jan 2008 00:00:00 GMT", "ahead of"), ("Fri, 01 Jan 2100 00:00:00 GMT", "behind")]
)
def test_a_clock_that_is_off_is_told(date: str, told: str) -> None:
    with serving(date=date) as address:
        finding = checked(address)[1]
    assert finding.sign == "wrong"
    assert f"seconds {told} Discord's" in finding.what


def test_a_date_that_is_none_tells_nothing_of_the_clock() -> None:
    with serving(date="yesterday") as address:
        assert [finding.sign for finding in checked(address)] == ["ok"]
