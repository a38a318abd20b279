"""What is gathered to be learned: told, taken back line by line, and never in the way of anything else."""

import time
from pathlib import Path

from playwright.sync_api import expect

from bot.curation.edit import AddEntry, Proposal, edited, save, single_manuscript
from bot.knowledge import read_manuscript
from tests.surfaces.web.desk.conftest import Open, Started
from tests.surfaces.web.desk.learning import PAYING, card_about, cards, choose, gather_note, look


def known_by_now(file: Path, question: str) -> None:
    """Write an entry for a question into the file, as another page would."""
    before = single_manuscript(file)
    noted = Proposal(question=question, answer="", note="Nobody says.", passages=(), phrasings=(), topic="", id="", near=())
    save(before, edited(before, [AddEntry(noted)]).text)


def test_what_no_longer_fits_is_told_and_taken_back_and_the_rest_goes_on(start: Started, folder: Path, open_page: Open) -> None:
    desk = start()
    page = cards(open_page, desk)
    gather_note(page, desk)
    known_by_now(folder / "ferry.yaml", f"{PAYING.capitalize()}?")
    page = cards(open_page, desk)
    gathered = page.locator(".gathered li")
    expect(gathered).to_contain_text("fits the file no more")
    open_card = page.locator("h2#group").inner_text()
    way = choose(page, "A new question that the article does not answer")
    page.fill(f"#{way}-note", "The article is silent on that.")
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url("**after=*")
    expect(gathered).to_have_count(2)
    look(page)
    assert "1 card was left out" in page.locator("main").inner_text()
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    notes = {entry.note for entry in read_manuscript(folder / "ferry.yaml").knowledge.entries}
    assert "The article is silent on that." in notes, open_card
    page = cards(open_page, desk)
    gathered = page.locator(".gathered li")
    gathered.get_by_role("button", name="Take back").click()
    expect(gathered).to_have_count(0)


def test_an_answer_that_its_passage_does_not_support_is_taken_as_a_draft_alone(
    start: Started, folder: Path, open_page: Open
) -> None:
    desk = start()
    page = cards(open_page, desk)
    card_about(page, desk, PAYING)
    way = choose(page, "A new answer")
    page.fill(f"#{way}-answer", "Zanzibar paid 977 pounds for it.")
    with page.expect_response("**/learn") as response:
        page.get_by_role("button", name="Accept", exact=False).first.click()
    assert response.value.status == 422
    assert "977" in page.get_by_role("alert").inner_text()
    assert page.locator(f"#{way}-answer").input_value() == "Zanzibar paid 977 pounds for it."
    page.get_by_role("button", name="as a draft").click()
    page.wait_for_url("**after=*")
    look(page)
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    [draft] = [one for one in read_manuscript(folder / "ferry.yaml").knowledge.drafts if "977" in one.answer]
    assert draft.answer == "Zanzibar paid 977 pounds for it."


def test_what_is_typed_on_a_card_is_kept_while_one_looks_at_another(start: Started, open_page: Open) -> None:
    desk = start()
    page = cards(open_page, desk)
    card_about(page, desk, PAYING)
    way = choose(page, "A new question that the article does not answer")
    page.fill(f"#{way}-note", "I typed this for a long time.")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("#group")).not_to_contain_text("paid for the new")
    page.keyboard.press("k")
    expect(page.locator("#group")).to_contain_text("paid for the new")
    assert page.locator(f"#{way}-note").input_value() == "I typed this for a long time."


def test_what_is_only_in_memory_is_said_to_be(start: Started, open_page: Open) -> None:
    desk = start()
    page = cards(open_page, desk)
    gather_note(page, desk)
    assert "until it is stopped" in page.locator(".gathered").inner_text()


def test_nothing_is_gathered_any_more_while_a_hook_of_the_commit_runs(start: Started, repository: Path, open_page: Open) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    running, go_on = repository.parent / "running", repository.parent / "go-on"
    hook.write_text(f"#!/bin/sh\ntouch '{running}'\nwhile [ ! -e '{go_on}' ]; do sleep 0.1; done\n")
    hook.chmod(0o755)
    desk = start()
    page = cards(open_page, desk)
    gather_note(page, desk)
    look(page)
    page.check("#commit")
    page.get_by_role("button", name="Write it").click(no_wait_after=True)
    while not running.exists():
        time.sleep(0.05)
    other = cards(open_page, desk)
    gathered = other.locator(".gathered").count()
    go_on.touch()
    page.wait_for_selector("h1:has-text('Written')")
    assert gathered == 0
    assert "Committed as" in page.get_by_role("status").first.inner_text()
