"""Who may reach the desk, and what a page elsewhere can do to it: nothing."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request

import pytest

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
