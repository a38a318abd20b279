"""Writing what was gathered, in a real browser: what would change is shown first, and nobody's work is overwritten."""

import json
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from bot.knowledge import read_manuscript
from tests.surfaces.web.desk.conftest import Open, Started
from tests.surfaces.web.desk.learning import PAYING, cards, gather_note, look


def test_what_is_mended_in_place_is_what_is_written(start: Started, folder: Path, open_page: Open) -> None:
    desk = start()
    page = cards(open_page, desk)
    gather_note(page, desk, "Nobody is named as having paid: <b>nobody</b> {{ 1 }}.")
    look(page)
    assert page.locator("#commit").count() == 0
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    entries = read_manuscript(folder / "ferry.yaml").knowledge.entries
    [learned] = [one for one in entries if one.note == "Nobody is named as having paid: <b>nobody</b> {{ 1 }}."]
    assert PAYING in {text.lower().rstrip("?") for text in (learned.question, *learned.phrasings)}
    assert "<b>nobody</b> {{ 1 }}" in page.locator("pre.diff").inner_text()
    page.keyboard.press("j")
    page.wait_for_selector("#days")
    assert PAYING not in page.locator("main").inner_text()


def test_nothing_is_written_before_a_person_says_so(start: Started, folder: Path, open_page: Open) -> None:
    before = (folder / "ferry.yaml").read_bytes()
    desk = start()
    page = cards(open_page, desk)
    gather_note(page, desk)
    look(page)
    assert (folder / "ferry.yaml").read_bytes() == before
    assert page.locator("details:has-text('The lines that would change') ins").count() >= 3


def test_the_second_of_two_tabs_is_told_and_nothing_is_lost(start: Started, folder: Path, open_page: Open) -> None:
    desk = start()
    one, other = cards(open_page, desk), cards(open_page, desk)
    gather_note(one, desk)
    look(one)
    other.goto(one.url)
    one.get_by_role("button", name="Write it").click()
    one.wait_for_selector("h1:has-text('Written')")
    written = (folder / "ferry.yaml").read_bytes()
    with other.expect_response("**/learn/write") as response:
        other.get_by_role("button", name="Write it").click()
    assert response.value.status == 409
    assert "changed meanwhile" in other.get_by_role("alert").inner_text()
    assert (folder / "ferry.yaml").read_bytes() == written


def test_a_file_that_is_changed_elsewhere_is_not_overwritten_and_what_is_gathered_is_kept(
    start: Started, folder: Path, open_page: Open
) -> None:
    desk, file = start(), folder / "ferry.yaml"
    page = cards(open_page, desk)
    gather_note(page, desk)
    look(page)
    elsewhere = "# somebody else was here\n" + file.read_text(encoding="utf-8")
    file.write_text(elsewhere, encoding="utf-8")
    with page.expect_response("**/learn/write") as response:
        page.get_by_role("button", name="Write it").click()
    assert response.value.status == 409
    assert file.read_text(encoding="utf-8") == elsewhere
    look(page)
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    assert file.read_text(encoding="utf-8").startswith("# somebody else was here\n")
    assert "The article does not say who paid." in file.read_text(encoding="utf-8")


def test_what_is_gathered_meanwhile_on_another_tab_is_not_written_unseen(start: Started, folder: Path, open_page: Open) -> None:
    desk, before = start(), (folder / "ferry.yaml").read_bytes()
    one, other = cards(open_page, desk), cards(open_page, desk)
    gather_note(one, desk)
    look(one)
    gather_note(other, desk, "Something else altogether.")
    with one.expect_response("**/learn/write") as response:
        one.get_by_role("button", name="Write it").click()
    assert response.value.status == 409
    assert (folder / "ferry.yaml").read_bytes() == before


def test_labelled_questions_are_replayed_too(start: Started, tmp_path: Path, open_page: Open) -> None:
    labelled = tmp_path / "labelled.jsonl"
    questions = [{"id": str(number), "kind": "near_miss", "q": f"who paid for terminal {number}"} for number in range(7)]
    labelled.write_text("\n".join(map(json.dumps, questions)))
    desk = start("--questions", str(labelled))
    page = cards(open_page, desk)
    gather_note(page, desk)
    look(page)
    assert "7 of them labelled" in page.locator("main").inner_text()


def test_a_file_of_labelled_questions_that_cannot_be_read_is_told(start: Started, tmp_path: Path, open_page: Open) -> None:
    (tmp_path / "labelled.jsonl").write_text("{")
    desk = start("--questions", str(tmp_path / "labelled.jsonl"))
    page = cards(open_page, desk)
    gather_note(page, desk)
    page.get_by_role("button", name="What would change").click()
    page.wait_for_selector("h1:has-text('Not written')")
    assert "labelled.jsonl:1" in page.get_by_role("alert").inner_text()
    assert "not answered: Who paid" in page.locator("main").inner_text()


def test_a_commit_that_git_refuses_is_told_and_the_file_is_written(start: Started, repository: Path, open_page: Open) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'not on a Friday' >&2\nexit 1\n")
    hook.chmod(0o755)
    desk = start()
    page = cards(open_page, desk)
    gather_note(page, desk)
    look(page)
    page.check("#commit")
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    assert "not committed: git commit: not on a Friday" in page.get_by_role("status").first.inner_text()
    assert "who paid" in (repository / "ferry.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("delay", [0.0, 0.02])
def test_a_desk_that_is_killed_while_it_writes_leaves_the_old_file_or_the_new_one(
    start: Started, folder: Path, open_page: Open, delay: float
) -> None:
    desk, file = start(), folder / "ferry.yaml"
    before = file.read_text(encoding="utf-8")
    page = cards(open_page, desk)
    gather_note(page, desk)
    look(page)
    fields = {name: page.locator(f"form[action$=write] [name={name}]").input_value() for name in ("digest", "made")}
    fields["csrf"] = desk.csrf()

    def write() -> None:
        with suppress(OSError):  # it is killed meanwhile
            desk.post("/of/ferry/learn/write", fields)

    writing = threading.Thread(target=write)
    writing.start()
    time.sleep(delay)
    desk.kill()
    writing.join(20)
    after = file.read_text(encoding="utf-8")
    assert after == before or "The article does not say who paid." in {
        entry.note for entry in read_manuscript(file).knowledge.entries
    }
    assert not [path for path in folder.iterdir() if path.suffix == ".yaml" and path != file]
