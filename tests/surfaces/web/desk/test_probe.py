"""The probe on the desk, in a real browser, with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.curation import Dropped, read_dropped
from bot.knowledge import Entry, load
from tests import bridge
from tests.surfaces.web.desk.conftest import Open, overflow
from tests.surfaces.web.desk.process import DeskProcess

QUESTION = "section[aria-label=Wrong] h2"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A knowledge file that traps get through to."""
    return bridge.write(tmp_path)


@pytest.fixture
def bridge_desk(home: Path, file: Path) -> Iterator[DeskProcess]:
    started = DeskProcess.start(home, file, ENCODER="none")
    yield started
    assert started.stop() == 0


def probed(desk: DeskProcess, open_page: Open, width: int = 1400) -> Page:
    page = open_page(f"{desk.address}/of/bridge/probe", width)
    page.keyboard.press("p")
    page.wait_for_selector(".figures", timeout=60_000)
    return page


def decided(page: Page, key: str) -> str:
    """Press a key about the question at hand, wait until it is gone, and return it."""
    question = page.locator(QUESTION).inner_text()
    page.wait_for_load_state()
    page.keyboard.press(key)
    expect(page.locator(QUESTION).filter(has_text=question)).to_have_count(0)
    return question


def entries(file: Path, question: str) -> list[Entry]:
    """Return the entries of a file that are asked so."""
    folded = question.rstrip("?").casefold()
    return [
        entry
        for entry in load(file)[0].entries
        if folded in (wording.rstrip("?").casefold() for wording in (entry.question, *entry.phrasings))
    ]


@pytest.mark.parametrize("width", [1400, 400])
def test_each_that_goes_wrong_is_taken_with_one_key(bridge_desk: DeskProcess, file: Path, open_page: Open, width: int) -> None:
    page = probed(bridge_desk, open_page, width)
    assert overflow(page) <= 0
    noted, wording, dropped = (decided(page, key) for key in "nwd")
    [unanswered] = entries(file, noted)
    assert unanswered.note.startswith("The article says only")
    [answered] = entries(file, wording)
    assert answered.answered
    assert read_dropped(file) == Dropped.of([dropped])
    assert entries(file, dropped) == []
    expect(page.locator("main")).to_contain_text("All is decided.")


def test_what_was_taken_goes_wrong_no_more(bridge_desk: DeskProcess, open_page: Open) -> None:
    page = probed(bridge_desk, open_page)
    answered = page.locator(".figures b").first
    before, taken = int(answered.inner_text()), decided(page, "n")
    page.keyboard.press("p")
    expect(answered).not_to_have_text(str(before), timeout=60_000)
    assert int(answered.inner_text()) < before
    assert taken not in page.locator("main").inner_text()


def test_what_is_left_for_later_changes_nothing(bridge_desk: DeskProcess, file: Path, open_page: Open) -> None:
    before = file.read_bytes()
    decided(probed(bridge_desk, open_page), "l")
    assert file.read_bytes() == before
    assert read_dropped(file) == Dropped()


def test_what_is_put_off_comes_back_behind_all_others(bridge_desk: DeskProcess, open_page: Open) -> None:
    page = probed(bridge_desk, open_page)
    first = decided(page, "l")
    expect(page.locator("main")).not_to_contain_text("All is decided.")
    while page.locator(QUESTION).inner_text() != first:
        decided(page, "d")
    decided(page, "d")
    expect(page.locator("main")).to_contain_text("All is decided.")


def test_space_presses_the_button_that_has_the_focus(bridge_desk: DeskProcess, file: Path, open_page: Open) -> None:
    page = probed(bridge_desk, open_page)
    question = page.locator(QUESTION).inner_text()
    page.get_by_role("button", name="Drop for good").focus()
    page.keyboard.press(" ")
    expect(page.locator(QUESTION).filter(has_text=question)).to_have_count(0)
    assert file.with_suffix(".dropped.json").exists()


def test_a_key_that_is_held_or_comes_too_fast_does_one_thing(bridge_desk: DeskProcess, open_page: Open) -> None:
    page = probed(bridge_desk, open_page)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.evaluate(
        """() => ["n", "n", "d"].forEach((key, place) =>
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, repeat: place === 1 })))"""
    )
    page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("wrong ones are left to decide")
    assert len(sent) == 1
    question = page.locator(QUESTION).inner_text()
    page.evaluate('document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "n", bubbles: true, repeat: true }))')
    assert page.locator(QUESTION).inner_text() == question
    assert len(sent) == 1
