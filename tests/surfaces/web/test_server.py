"""HTTP, through the real process: whether it lives, whether it is ready, its numbers, and nothing else."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import read_settings
from tests.loopback.member import Member
from tests.loopback.process import REPO, BotProcess, free_port, wait_until
from tests.loopback.server import TOKEN, LoopbackDiscord

FERRY = REPO / "tests" / "data" / "ferry.yaml"
Start = Callable[..., BotProcess]


@contextmanager
def asked(port: int, path: str, method: str = "GET") -> Iterator[HTTPResponse]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path)
        yield connection.getresponse()
    finally:
        connection.close()


def body(port: int, path: str) -> str:
    with asked(port, path) as answer:
        return answer.read().decode()


def is_ready(port: int) -> bool:
    with asked(port, "/readyz") as answer:
        return answer.status == 200


@pytest.fixture
def port(start: Start) -> int:
    """The port of a bot that is ready."""
    found = free_port()
    start(FERRY, HTTP_PORT=str(found)).wait_for_log("Ready as")
    wait_until(lambda: is_ready(found))
    return found


def test_a_bot_that_is_connected_and_has_its_knowledge_is_ready(port: int) -> None:
    assert body(port, "/healthz") == "ok\n"
    assert json.loads(body(port, "/readyz")) == {"gateway": True, "knowledge": True, "journal": True}


def test_the_numbers_tell_of_work_the_connection_and_the_knowledge(port: int, discord: LoopbackDiscord) -> None:
    Member.new(discord).ask_at_once("how much did the terminal cost?", 6)
    wait_until(lambda: "onrecord_journal_queued 0.0" in body(port, "/metrics"))
    told = body(port, "/metrics").splitlines()
    assert 'onrecord_questions_total{outcome="answer",surface="slash"} 5.0' in told
    assert 'onrecord_journal_rows_total{fate="kept"} 5.0' in told
    assert 'onrecord_journal_rows_total{fate="lost"} 0.0' in told
    assert "onrecord_work_seconds_count 5.0" in told
    assert "onrecord_cooldown_refusals_total 1.0" in told
    assert 'onrecord_gateway_events_total{event="connected"} 1.0' in told
    assert "onrecord_log_errors_total 0.0" in told
    assert [line for line in told if line.startswith('onrecord_knowledge_info{article="ferry",sha256="')]


def test_a_bot_without_its_connection_lives_and_is_not_ready(port: int, discord: LoopbackDiscord) -> None:
    discord.unavailable["/gateway"] = 1000
    discord.cut(4000)
    wait_until(lambda: not is_ready(port))
    assert json.loads(body(port, "/readyz")) == {"gateway": False, "knowledge": True, "journal": True}
    assert body(port, "/healthz") == "ok\n"


def test_a_bot_that_waits_for_discord_lives_and_is_not_ready(home: Path) -> None:
    port = free_port()
    nowhere = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": "http://127.0.0.1:9", "KNOWLEDGE": str(FERRY)}
    process = BotProcess.start(home, HTTP_PORT=str(port), **nowhere)
    try:
        process.wait_for_log("trying again")
        assert body(port, "/healthz") == "ok\n"
        assert not is_ready(port)
    finally:
        assert process.stop()[0] == 0


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_only_reading_is_allowed_and_no_banner_is_shown(port: int, path: str) -> None:
    with asked(port, path, "HEAD") as answer:
        assert (answer.status, answer.read()) == (200, b"")
        assert answer.getheader("Server") == "onrecord"
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        with asked(port, path, method) as answer:
            assert answer.status == 405
            assert answer.getheader("Server") == "onrecord"


def test_nothing_else_is_served(port: int) -> None:
    for path in ("/", "/healthz/", "/../etc/passwd", "/metrics/x"):
        with asked(port, path) as answer:
            assert answer.status == 404


@pytest.mark.parametrize("sent", [b"\x16\x03\x01 nonsense", b"GET /healthz HTTP/9.9", b"GET /healthz HTTP/1.1\r\nno header"])
def test_a_request_that_is_no_http_is_refused_without_a_banner_or_a_traceback(port: int, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(sent + b"\r\n\r\n")
        answer = connection.recv(4096)
    assert answer.startswith(b"HTTP/1.0 400")
    assert b"aiohttp" not in answer


def test_a_port_in_use_is_one_clear_line(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        code, log = BotProcess.start(home, DISCORD_TOKEN=TOKEN, KNOWLEDGE=str(FERRY), HTTP_PORT=port).end()
    assert code == 2
    assert log.splitlines() == [
        f"HTTP_PORT, HTTP_HOST: cannot listen at 127.0.0.1:{port} (address already in use); "
        "choose another port or address, or end what uses this one"
    ]


@pytest.mark.parametrize(
    ("name", "given"), [("HTTP_PORT", "0"), ("HTTP_PORT", "65536"), ("HTTP_PORT", "web"), ("HTTP_HOST", "a b")]
)
def test_a_place_that_cannot_be_listened_at_is_refused(name: str, given: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: '{given}' cannot be used; write "):
        read_settings({name: given})


def test_nothing_is_served_unless_it_is_asked_for() -> None:
    assert read_settings({"HTTP_PORT": ""}).http_port is None
    assert read_settings({}).http_host == "127.0.0.1"
