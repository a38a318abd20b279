"""The probe on the desk, in a real browser, with the keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.curation import read_dropped
from bot.knowledge import load
from tests.surfaces.web.desk.conftest import Open, overflow
from tests.surfaces.web.desk.process import DeskProcess

QUESTION = "section[aria-label=Wrong] h2"


def probed(desk: DeskProcess, open_page: Open, width: int = 1400) -> Page:
    page = open_page(f"{desk.address}/of/ferry/probe", width)
    page.keyboard.press("p")
    page.wait_for_selector(".figures", timeout=60_000)
    return page


@pytest.fixture
def weak(folder: Path) -> Path:
    """The ferry's file, with an entry that a trap gets through to: it asks in words that a wrong name also fits."""
    file = folder / "ferry.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  ferry: [boat, boats, ship]\n", ""), encoding="utf-8")
    return file


def test_what_goes_wrong_is_taken_with_one_key_each(weak: Path, desk: DeskProcess, open_page: Open) -> None:
    page = probed(desk, open_page)
    wrong = page.locator(QUESTION)
    assert wrong.count() == 1
    for key in ("w", "d"):
        if not wrong.count():
            break
        question = wrong.inner_text()
        page.keyboard.press(key)
        expect(page.locator(QUESTION).filter(has_text=question)).to_have_count(0)
        if key == "w":
            assert question in [wording for entry in load(weak)[0].entries for wording in entry.phrasings]
        else:
            assert question in read_dropped(weak)
    assert overflow(page) <= 0


def test_later_leaves_the_file_alone(weak: Path, desk: DeskProcess, open_page: Open) -> None:
    before = weak.read_bytes()
    page = probed(desk, open_page, 400)
    question = page.locator(QUESTION).inner_text()
    page.keyboard.press(" ")
    expect(page.locator(QUESTION).filter(has_text=question)).to_have_count(0)
    assert weak.read_bytes() == before
    assert overflow(page) <= 0
