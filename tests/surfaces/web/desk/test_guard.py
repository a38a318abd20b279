"""Who may reach the desk, and what a page elsewhere can do to it: nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request

import pytest

from bot.surfaces.web.desk import Gate
from tests.surfaces.web.desk.process import DeskProcess

BATCH = "/of/ferry/ask/batch"


def test_a_name_that_leads_here_but_is_not_ours_is_refused(reading_desk: DeskProcess) -> None:
    refused = reading_desk.get("/of/ferry/ask", Host="evil.example:80")
    assert (refused.status, "ferry" in refused.text) == (403, False)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_a_change_from_another_page_is_refused(reading_desk: DeskProcess, origin: str) -> None:
    assert reading_desk.post(BATCH, {"questions": "who"}, Origin=origin).status == 403


def test_a_change_without_an_origin_is_refused(reading_desk: DeskProcess) -> None:
    assert reading_desk.ask(Request(reading_desk.address + BATCH, b"questions=who", method="POST")).status == 403


def test_a_change_without_the_secret_of_our_pages_is_refused(reading_desk: DeskProcess) -> None:
    assert reading_desk.post(BATCH, {"questions": "who", "csrf": "guessed"}).status == 403


def test_a_change_from_our_own_page_is_taken(reading_desk: DeskProcess) -> None:
    assert reading_desk.post(BATCH, {"questions": "who"}).status == 200


def test_every_response_forbids_scripts_from_elsewhere_and_frames(reading_desk: DeskProcess) -> None:
    for path in ("/of/ferry/ask", "/static/desk.js", "/of/nothing/ask"):
        policy = reading_desk.get(path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy


def test_what_is_not_there_is_told_in_words(reading_desk: DeskProcess) -> None:
    gone = reading_desk.get("/of/nothing/ask")
    assert gone.status == 404
    assert "There is no such page" in gone.text


@pytest.fixture
def exposed(home: Path, folder: Path) -> Iterator[DeskProcess]:
    """A desk that other machines could reach."""
    started = DeskProcess.start(home, folder, "--host", "0.0.0.0")
    yield started
    assert started.stop() == 0


def test_a_desk_that_others_can_reach_lets_in_only_who_has_the_token(exposed: DeskProcess) -> None:
    port = urlsplit(exposed.address).port
    here = f"http://127.0.0.1:{port}"
    assert exposed.ask(Request(f"{here}/of/ferry/ask")).status == 401
    assert exposed.ask(Request(f"{here}/?token=guessed")).status == 401
    let_in = exposed.ask(Request(f"{here}/?{urlsplit(exposed.address).query}"))
    assert (let_in.status, let_in.headers["Location"]) == (303, "/")
    cookie = let_in.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert exposed.ask(Request(f"{here}/of/ferry/ask", headers={"Cookie": cookie.partition(";")[0]})).status == 200


def test_a_gate_knows_its_own_name_in_any_case() -> None:
    assert Gate.at("MyPC").admits_name("mypc:8765")
    assert Gate.at("MyPC").admits_name("MYPC")
    assert not Gate.at("MyPC").admits_name("yourpc:8765")


@pytest.mark.parametrize("host", ["[", "[]", "[::1", "]"])
def test_a_host_that_is_none_is_refused(reading_desk: DeskProcess, host: str) -> None:
    assert reading_desk.get("/of/ferry/ask", Host=host).status in (400, 403)


def test_a_secret_that_is_no_text_is_refused(reading_desk: DeskProcess) -> None:
    assert reading_desk.post(BATCH, {"questions": "who"}, **{"X-CSRF-Token": "\xff"}).status == 403


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"junk"),
        ("multipart/form-data; boundary=edge", b"junk"),
        ("multipart/form-data; boundary=edge", b"--edge\r\njunk\r\n\r\njunk"),
        ("application/x-www-form-urlencoded; charset=foo", b"questions=who"),
        ("application/x-www-form-urlencoded", b"questions=\xff\xfe"),
    ],
)
def test_a_form_that_cannot_be_read_is_refused(reading_desk: DeskProcess, kind: str, body: bytes) -> None:
    headers = {"Origin": reading_desk.address, "X-CSRF-Token": reading_desk.csrf(), "Content-Type": kind}
    assert reading_desk.ask(Request(reading_desk.address + BATCH, body, headers, method="POST")).status == 400


def test_a_form_that_is_too_large_is_refused_in_words(reading_desk: DeskProcess) -> None:
    refused = reading_desk.post("/new", {"text": "x" * 7_000_000})
    assert (refused.status, "larger than 6 MB" in refused.text) == (413, True)


@pytest.mark.parametrize("path", [f"/of/ferry/article?s={'9' * 5000}", f"/of/ferry/asked?days={'9' * 5000}"])
def test_a_number_without_end_in_an_address_breaks_nothing(reading_desk: DeskProcess, path: str) -> None:
    assert reading_desk.get(path).status in (200, 400)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/of/ferry/learn/read", {"days": "9" * 5000}),
        ("/of/ferry/entry", {"do": "caption", "s": "x"}),
        ("/of/ferry/entry", {"do": "skip", "s": ""}),
    ],
)
def test_a_number_that_is_none_in_a_form_breaks_nothing(reading_desk: DeskProcess, path: str, fields: dict[str, str]) -> None:
    digest = re.search(r'name="digest" value="(\w+)"', reading_desk.get("/of/ferry/article").text)
    assert digest
    assert reading_desk.post(path, {"digest": digest[1], **fields}).status in (303, 400, 404, 409, 422)
