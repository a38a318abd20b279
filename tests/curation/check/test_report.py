"""The report in a real browser: read with the mouse, by keyboard, on a phone, in the dark; nothing is fetched."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from bot.curation.check import check, write_report
from bot.curation.check import page as html
from tests.ferry import ARTICLE, KNOWLEDGE, checked, quiet, write

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a file with an uncovered sentence, a collision and a changed figure."""
    folder = tmp_path_factory.mktemp("report")
    broken = KNOWLEDGE.replace("  skipped: [Children travel free.]\n", "").replace(
        "cost €12 million.\n    pass", "cost €13 million.\n    pass"
    )
    broken = broken.replace("      - how is the terminal powered", "      - who designed the ferry terminal")
    write_report(check(write(folder, broken), None, quiet), folder / "report.html")
    return folder / "report.html"


Opener = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, report: Path) -> Iterator[Opener]:
    """Opens the report; the test fails if the page asks for anything, or tells of an error."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def refuse(route: Route) -> None:
        faults.append(f"the page asked for {route.request.url}")
        route.abort()

    def open_report(size: dict[str, int], scheme: str = "light") -> Page:
        contexts.append(browser.new_context(viewport=size, color_scheme=scheme))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.route(lambda url: not url.startswith("file:"), refuse)
        page.goto(report.as_uri())
        return page

    yield open_report
    for context in contexts:
        context.close()
    assert faults == []


def test_pointing_at_a_sentence_shows_its_entries_with_their_strength(opened: Opener) -> None:
    page = opened(DESK)
    page.get_by_text("It replaces a pier that burned down in 2016.").first.hover()
    panel = page.locator(".panel")
    assert "What happened to the old pier?" in panel.inner_text()
    assert re.search(r"\b1[01] of 11\b", panel.inner_text()), "the strength of the entry"
    assert panel.get_attribute("aria-live") == "polite"


def test_the_sentences_are_reached_by_the_tab_key_and_left_with_escape(opened: Opener) -> None:
    page = opened(PHONE)
    panel = page.locator(".panel")
    assert not panel.is_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('sentence')"):
            break
    assert "How much did the new terminal cost?" in panel.inner_text()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    assert "What happened to the old pier?" in panel.inner_text()
    page.keyboard.press("Escape")
    assert not panel.is_visible()


def test_what_no_entry_cites_looks_different_and_says_so(opened: Opener) -> None:
    page = opened(DESK)
    gap = page.locator(".sentence.uncovered")
    assert gap.inner_text() == "Children travel free."
    assert "underline" in gap.evaluate("node => getComputedStyle(node).textDecorationLine"), "not by colour alone"
    gap.focus()
    assert "No entry cites it." in page.locator(".panel").inner_text()
    assert page.locator("h3").inner_text() == "The new hall"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_runs_off_the_side_and_texts_stand_out_from_their_ground(
    opened: Opener, size: dict[str, int], scheme: str
) -> None:
    page = opened(size, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    for selector in ("body", ".soft", ".sentence.shade-1", ".sentence.uncovered", ".tiles li", ".faults code", "mark"):
        assert page.locator(selector).first.evaluate(CONTRAST) >= 4.5, (selector, "WCAG AA")


CONTRAST = """node => {
  const parts = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  let ground = node;
  while (parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const [a, b] = [getComputedStyle(node).color, getComputedStyle(ground).backgroundColor].map(c => light(parts(c)));
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}"""


def test_an_entry_is_found_by_typing_and_opened_with_the_keyboard(opened: Opener) -> None:
    page = opened(PHONE)
    page.get_by_role("searchbox").fill("rain")
    shown = page.locator(".entries > li:visible")
    assert shown.count() == 1
    shown.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "“No one will wait in the rain again”" in shown.inner_text()


def test_what_is_to_be_mended_and_what_competes_is_there(opened: Opener) -> None:
    page = opened(DESK)
    assert "ferry.yaml:" in page.locator(".faults").first.inner_text()
    assert "the number or date “13 million”" in page.locator("main").inner_text()
    assert "not explained" in page.locator(".pairs").inner_text()


def test_texts_of_the_files_cannot_become_part_of_the_page(tmp_path: Path) -> None:
    evil = KNOWLEDGE.replace("What does a ticket cost?", "<script>alert(1)</script> & what?")
    text = html(checked(write(tmp_path, evil)))
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; what?" in text


def test_a_report_of_files_that_cannot_be_read_tells_why(tmp_path: Path) -> None:
    text = html(checked(write(tmp_path, "schema: 2\n")))
    assert "must be 1, the version this program reads" in text


def test_a_changed_article_shows_what_was_beside_what_is(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.with_suffix(".txt").write_text(ARTICLE.replace("in 2016", "in 2017"), encoding="utf-8", newline="")
    text = html(checked(path))
    assert "<del>2016.</del>" in text
    assert "<ins>2017.</ins>" in text
