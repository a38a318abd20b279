"""Learning from what was asked, in a real browser: from a real journal, into a real file, with its real repository."""

import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bot.knowledge import read_manuscript
from tests.surfaces.web.desk.conftest import Open, overflow
from tests.surfaces.web.desk.journal import kept_in
from tests.surfaces.web.desk.process import DeskProcess

Started = Callable[..., DeskProcess]
PAYING = "who paid for the new terminal"


def git(folder: Path, *words: str) -> str:
    own = ("-c", "user.name=Curator", "-c", "user.email=curator@example.org", "-c", "core.hooksPath=/dev/null")
    return subprocess.run(["git", "-C", str(folder), *own, *words], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(folder: Path) -> Path:
    """The knowledge folder as a git repository of its own, with something else staged in it."""
    git(folder, "init", "--quiet")
    git(folder, "config", "user.name", "Curator")
    git(folder, "config", "user.email", "curator@example.org")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    (folder / "other.md").write_text("something else\n")
    git(folder, "add", "other.md")
    return folder


@pytest.fixture
def start(home: Path, folder: Path, tmp_path: Path) -> Iterator[Started]:
    """Start a desk over the folder, with a journal of two hundred questions."""
    running: list[DeskProcess] = []

    def started(*options: str) -> DeskProcess:
        running.append(DeskProcess.start(home, folder, *options, JOURNAL_URL=kept_in(tmp_path), JOURNAL_QUESTIONS="on"))
        return running[-1]

    yield started
    for desk in running:
        if desk.process.poll() is None:
            assert desk.stop() == 0


def cards(open_page: Open, desk: DeskProcess, **window: object) -> Page:
    """Open the first card, once the journal is read."""
    page = open_page(f"{desk.address}/of/ferry/learn", **window)
    page.wait_for_selector(".ways")
    return page


def card_about(page: Page, desk: DeskProcess, text: str) -> None:
    """Go to the card that a question is the first of."""
    found = page.locator("nav[aria-label=Cards] li").filter(has_text=text).first.locator("a").get_attribute("href")
    page.goto(f"{desk.address}{found}")


def choose(page: Page, kind: str) -> str:
    """Choose a way of a card, and return the beginning of its fields' names."""
    label = page.locator(".way > label").filter(has_text=kind).first
    label.click()
    return str(label.get_attribute("for"))


def gather_note(page: Page, desk: DeskProcess, note: str = "The article does not say who paid.") -> None:
    """Accept the card about who paid as a question that the article does not answer."""
    card_about(page, desk, "who paid for the new terminal")
    way = choose(page, "A new question that the article does not answer")
    page.fill(f"#{way}-note", note)
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url("**after=*")


def look(page: Page) -> None:
    page.get_by_role("button", name="What would change").click()
    page.wait_for_selector("h1:has-text('What would change')")


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
    page.wait_for_function("document.querySelector('#after').textContent === 'Skipped.'")
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
    assert PAYING in json.loads((folder / "ferry.dropped.json").read_text(encoding="utf-8"))
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


def test_it_works_without_scripts(start: Started, folder: Path, browser: Browser) -> None:
    desk = start()
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{desk.address}/of/ferry/learn")
    page.wait_for_selector(".ways", timeout=60_000)
    gather_note(page, desk)
    look(page)
    page.get_by_role("button", name="Write it").click()
    page.wait_for_selector("h1:has-text('Written')")
    page.context.close()
    assert "The article does not say who paid." in (folder / "ferry.yaml").read_text(encoding="utf-8")


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
