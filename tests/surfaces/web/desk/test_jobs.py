"""Long works: one of a kind waits, a newer one takes its place, and none keeps the desk from ending."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.errors import OutputError
from bot.surfaces.web.desk.jobs import BrokenError, Jobs, Progress, StoppedError
from tests.loopback.process import REPO
from tests.surfaces.web.desk.conftest import Open
from tests.surfaces.web.desk.process import DeskProcess

_ENOUGH = 60  # seconds
_ENDLESS = """
import threading
from bot.surfaces.web.desk.jobs import Jobs
jobs, begun = Jobs(), threading.Event()
jobs.start(lambda progress: (begun.set(), threading.Event().wait()), ("ferry", "probe"))
begun.wait()
jobs.close()
"""


class Held:
    """A work that goes on until it is let go."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.let_go = threading.Event()

    def __call__(self, _: Progress) -> None:
        self.begun.set()
        self.let_go.wait(_ENOUGH)


def test_a_newer_work_takes_the_place_of_one_of_its_kind_that_still_waits() -> None:
    jobs, held, done = Jobs(), Held(), list[str]()
    jobs.start(held, ("ferry", "probe"))
    assert held.begun.wait(_ENOUGH)
    older = jobs.start(lambda _: done.append("older"), ("ferry", "read"))
    other = jobs.start(lambda _: done.append("other"), ("bridge", "read"))
    newer = jobs.start(lambda _: done.append("newer"), ("ferry", "read"))
    held.let_go.set()
    other.result.result(_ENOUGH)
    newer.result.result(_ENOUGH)
    assert done == ["newer", "other"]
    assert jobs.find(older.id) is newer
    jobs.close()


def test_a_work_under_way_ends_at_its_next_report_once_the_desk_does() -> None:
    jobs, held = Jobs(), Held()

    def work(progress: Progress) -> None:
        held(progress)
        progress("asking again", 0.5)

    job = jobs.start(work, ("ferry", "read"))
    assert held.begun.wait(_ENOUGH)
    jobs.close()
    held.let_go.set()
    with pytest.raises(StoppedError):
        job.result.result(_ENOUGH)


def test_a_work_that_reports_nothing_keeps_no_program_from_ending() -> None:
    ended = subprocess.run([sys.executable, "-c", _ENDLESS], cwd=REPO, timeout=_ENOUGH, check=False)
    assert ended.returncode == 0


def test_a_fault_that_nobody_foresaw_is_told_by_a_number_that_stands_in_the_log_too(caplog: pytest.LogCaptureFixture) -> None:
    jobs = Jobs()

    def broken(_: Progress) -> None:
        raise ZeroDivisionError

    def refused(_: Progress) -> None:
        raise OutputError("the disk is full")

    error = jobs.start(broken, ("ferry", "read")).result.exception(_ENOUGH)
    assert isinstance(error, BrokenError)
    assert error.number in str(error)
    assert error.number in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert str(jobs.start(refused, ("ferry", "read")).result.exception(_ENOUGH)) == "the disk is full"
    jobs.close()


def test_a_draft_that_fails_says_why_and_leads_back(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    before = (folder / "ferry.yaml").read_bytes()
    watched = desk.post("/of/ferry/draft", {}).headers["Location"]  # it has been curated
    while (shown := desk.get(watched)).status == 200:
        pass
    assert (shown.status, "ferry.yaml" in shown.text) == (409, True)
    page = open_page(f"{desk.address}{watched}", expected=409)
    assert "ferry.yaml" in page.get_by_role("alert").inner_text()
    assert page.get_by_role("link", name="Back").get_attribute("href") == "/of/ferry/article"
    assert (folder / "ferry.yaml").read_bytes() == before


def test_the_address_of_a_work_leads_nowhere_else(desk: DeskProcess) -> None:
    begun = desk.post("/of/ferry/asked/groups", {})
    assert begun.status == 404  # the journal is off
    watched = desk.post("/of/ferry/probe/begin", {}).headers["Location"]
    found = desk.get(f"{watched}?then=/%09/evil.example/")
    while found.status == 200:
        found = desk.get(f"{watched}?then=/%09/evil.example/")
    assert (found.status, found.headers["Location"]) == (303, "/of/ferry/probe")


def test_no_page_begins_a_work_by_being_opened(desk: DeskProcess) -> None:
    for days in ("1", "2"):
        assert desk.get(f"/of/ferry/learn?days={days}").status == 200
    assert desk.get("/job/1/state").status == 404


def test_the_page_of_a_work_leads_back_after_the_desk_was_started_anew(desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{desk.address}/of/ferry/learn")
    page.route("**/job/*/state", lambda route: route.fulfill(status=404, body="There is no such page"))
    page.get_by_role("button", name="Read the journal").click()
    page.wait_for_url("**/of/ferry/learn*")
    assert "/job/" not in page.url
