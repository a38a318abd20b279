"""Learning from what was asked, in a real browser: from a real journal, into a real file, with its real repository."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.curation import read_dropped
from tests.surfaces.web.desk.conftest import Open, Started, overflow
from tests.surfaces.web.desk.learning import PAYING, card_about, cards, choose, gather_note, look, read_journal
from tests.surfaces.web.desk.repository import git


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (400, "dark")])
def test_questions_are_learned_with_the_keyboard_alone_and_committed_as_one_file(
    start: Started, repository: Path, open_page: Open, width: int, scheme: str
) -> None:
    file = repository / "ferry.yaml"
    before = file.read_text(encoding="utf-8")
    page = cards(open_page, start(), width=width, scheme=scheme)
    first = page.locator("h2#group").inner_text()
    assert page.evaluate("document.activeElement.id") == "group"
    page.keyboard.press("2")
    assert page.evaluate("document.activeElement.value") == "1"
    page.keyboard.press("a")
    page.wait_for_url("**after=*")
    assert page.evaluate("document.activeElement.textContent") != first
    assert page.locator("#after").inner_text().startswith("Accepted: ")
    page.keyboard.press("s")
    expect(page.locator("#after")).to_have_text("Skipped.")
    page.keyboard.press("k")
    page.wait_for_url(lambda address: "after" not in address)
    assert overflow(page) <= 0
    page.keyboard.press("w")
    page.wait_for_selector("h1:has-text('What would change')")
    assert page.locator(".replies.two").count() >= 1
    assert "better" in page.locator("main section h2").last.inner_text()
    assert overflow(page) <= 0
    page.keyboard.press("c")
    page.keyboard.press("w")
    page.wait_for_selector("h1:has-text('Written')")
    assert overflow(page) <= 0
    after = file.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added
    assert set(page.locator("pre.diff ins").all_inner_texts()) >= {f"+{line}" for line in added}
    assert [line for line in before.splitlines() if "#" in line] == [line for line in after.splitlines() if "#" in line]
    assert git(repository, "show", "--name-only", "--format=", "HEAD").split() == ["ferry.yaml"]
    assert git(repository, "status", "--porcelain").split() == ["A", "other.md"]


def test_what_is_gathered_survives_a_reload_and_can_be_taken_back(start: Started, open_page: Open) -> None:
    desk = start()
    gather_note(cards(open_page, desk), desk)
    again = cards(open_page, desk)
    assert "1 card gathered" in again.locator(".gathered").inner_text()
    card_about(again, desk, PAYING)
    assert again.locator("textarea[name$=note]").input_value() == "The article does not say who paid."
    again.keyboard.press("b")
    again.wait_for_selector(".gathered", state="detached")


def test_the_sentence_that_an_answer_may_stand_on_is_lit(start: Started, open_page: Open) -> None:
    desk = start()
    page = cards(open_page, desk)
    card_about(page, desk, PAYING)
    lit = page.locator(".lit mark").inner_text().strip()
    assert lit == page.locator("textarea[name$=passages]").input_value()


def test_what_is_dropped_is_dropped_for_good(start: Started, folder: Path, open_page: Open) -> None:
    desk = start()
    page = cards(open_page, desk)
    card_about(page, desk, PAYING)
    page.keyboard.press("d")
    page.wait_for_selector("#after:has-text('Dropped for good.')")
    assert read_dropped(folder / "ferry.yaml").has(PAYING)
    assert "paid" not in (folder / "ferry.dropped.json").read_text(encoding="utf-8")
    page.get_by_role("button", name="Read the journal anew").click()
    page.wait_for_url("**/learn?job=*")
    page.wait_for_selector("#days")
    assert PAYING not in page.locator("main").inner_text()


@pytest.mark.parametrize(
    ("kind", "field", "typed", "told"),
    [
        ("A new question that the article does not answer", "note", "", "The note is empty"),
        ("A new answer", "passages", "The moon paid for it.", "not in the article"),
    ],
)
def test_what_cannot_be_written_is_told_at_once_and_stays_typed(
    start: Started, open_page: Open, kind: str, field: str, typed: str, told: str
) -> None:
    desk = start()
    page = cards(open_page, desk)
    card_about(page, desk, PAYING)
    way = choose(page, kind)
    page.fill(f"#{way}-question", "Who may have paid?")
    page.fill(f"#{way}-{field}", typed)
    with page.expect_response("**/learn") as response:
        page.get_by_role("button", name="Accept").click()
    assert response.value.status == 422
    assert told in page.get_by_role("alert").inner_text()
    assert page.locator(f"#{way}-question").input_value() == "Who may have paid?"
    assert page.locator(f"#{way}-{field}").input_value() == typed
    assert page.locator(".gathered").count() == 0


@pytest.mark.parametrize("read_anew", [False, True])
def test_a_card_that_is_accepted_after_the_file_changed_keeps_what_was_typed(
    start: Started, folder: Path, open_page: Open, read_anew: bool
) -> None:
    desk, file = start(), folder / "ferry.yaml"
    page = cards(open_page, desk)
    card_about(page, desk, PAYING)
    way = choose(page, "A new question that the article does not answer")
    page.fill(f"#{way}-note", "I typed this for a long time.")
    file.write_text("# somebody else was here\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    if read_anew:
        cards(open_page, desk)
    with page.expect_response("**/learn") as response:
        page.get_by_role("button", name="Accept").click()
    assert response.value.status == 409
    assert "changed meanwhile" in page.get_by_role("alert").inner_text()
    assert "I typed this for a long time." in page.eval_on_selector_all("textarea", "all => all.map(one => one.value)")


def test_it_works_without_scripts(start: Started, folder: Path, browser: Browser) -> None:
    desk = start()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{desk.address}/of/ferry/learn")
    read_journal(page)
    page.wait_for_selector(".ways", timeout=60_000)
    gather_note(page, desk)
    look(page)
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    page.context.close()
    assert "The article does not say who paid." in (folder / "ferry.yaml").read_text(encoding="utf-8")
