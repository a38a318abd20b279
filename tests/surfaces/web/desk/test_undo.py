"""What was changed on the article page is told, and can be undone."""

from pathlib import Path

from playwright.sync_api import expect

from bot.knowledge import load, sha256
from tests.surfaces.web.desk.conftest import Open
from tests.surfaces.web.desk.process import DeskProcess

TWICE = "The fee is 5 euros. See below.\n\nThe museum opened in 1950. See below.\n"
CURATED = """\
schema: 1
article: {file: twice.txt, sha256: "%s"}
entries:
  - id: fee
    draft: true
    question: What is the fee?
    answer: It is 5 euros.
    passages: [The fee is 5 euros.]
  - id: below
    draft: true
    question: What is to be seen?
    answer: More stands below.
    passages: [{quote: See below., prefix: 5 euros.}]
  - id: opened
    question: When did the museum open?
    answer: In 1950.
    passages: [The museum opened in 1950.]
"""


def test_an_approved_entry_that_was_dropped_comes_back_with_a_key(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    before = (folder / "ferry.yaml").read_bytes()
    page = open_page(f"{desk.address}/of/ferry/article?e=terminal-cost")
    page.keyboard.press("d")
    expect(page.locator(".done")).to_contain_text("with 10 other wordings")
    assert "terminal-cost" not in [entry.id for entry in load(folder / "ferry.yaml")[0].entries]
    page.keyboard.press("u")
    expect(page.locator(".done")).to_contain_text("Undone")
    assert (folder / "ferry.yaml").read_bytes() == before
    expect(page.locator("section.card h2")).to_have_text("How much did the new terminal cost?")


def test_a_change_is_not_undone_over_the_work_of_another(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = open_page(f"{desk.address}/of/ferry/article?e=terminal-cost")
    page.keyboard.press("d")
    expect(page.locator(".done")).to_be_visible()
    file = folder / "ferry.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# another's line\n", encoding="utf-8")
    theirs = file.read_bytes()
    with page.expect_response(lambda response: response.status == 409):
        page.keyboard.press("u")
    assert file.read_bytes() == theirs
    expect(page.locator(".done")).to_have_count(0)


def test_sentences_of_one_text_are_marked_together_and_their_drafts_are_counted(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    (folder / "twice.txt").write_text(TWICE, encoding="utf-8")
    (folder / "twice.yaml").write_text(CURATED % sha256(TWICE.encode()), encoding="utf-8")
    page = open_page(f"{desk.address}/of/twice/article?s=4")
    expect(page.locator("button[value=skip]")).to_contain_text("1 draft will go")
    page.keyboard.press("x")
    expect(page.locator(".done")).to_contain_text("1 draft of it went")
    [knowledge] = load(folder / "twice.yaml")
    assert (knowledge.article.skipped, [entry.id for entry in knowledge.drafts]) == (frozenset({2, 4}), ["fee"])
    page.keyboard.press("x")
    expect(page.locator(".done")).to_contain_text("needs an entry")
    assert load(folder / "twice.yaml")[0].article.skipped == frozenset()


def test_no_number_of_a_sentence_breaks_the_page(desk: DeskProcess) -> None:
    assert desk.get("/of/ferry/article?s=" + "9" * 5000).status == 200
    digest = digest_on(desk)
    for do in ("caption", "skip"):
        for number in ("x", "", "9" * 5000):
            assert desk.post("/of/ferry/entry", {"do": do, "s": number, "digest": digest}).status == 404


def digest_on(desk: DeskProcess) -> str:
    return desk.get("/of/ferry/article").text.partition('name="digest" value="')[2].partition('"')[0]
