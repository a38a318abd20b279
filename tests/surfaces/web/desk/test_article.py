"""A new article on the desk, from its text to entries that are answered; in a real browser, with the keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.knowledge import load
from tests.surfaces.web.desk.conftest import Open, overflow
from tests.surfaces.web.desk.process import DeskProcess

TEXT = """The old mill

The mayor of Brill, Anna Kos, opened the restored mill on 3 May 2020. The work cost 2 million euros and took six years.
Visitors pay 5 euros. “It will grind again”, the mayor said.

The mill was built in 1648.
"""
HOSTILE = "The council <script>document.title='broken'</script> & {{ 7*7 }} opened the mill of Brill in 1950.\n"


def begun(desk: DeskProcess, open_page: Open, called: str, text: str, width: int = 1400) -> Page:
    """Begin an article and draft its entries, with the keyboard alone."""
    page = open_page(f"{desk.address}/new", width)
    expect(page.locator("#called")).to_be_focused()
    page.keyboard.type(called)
    page.keyboard.press("Tab")
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/article")
    page.keyboard.press("b")
    page.wait_for_selector("section.card")
    return page


def decided(page: Page, key: str) -> None:
    """Press a key that decides about the entry at hand, and wait for the next one."""
    question = page.locator("section.card h2").first.inner_text()
    page.keyboard.press(key)
    expect(page.locator("section.card h2").first).not_to_have_text(question)


@pytest.mark.parametrize("width", [1400, 400])
def test_an_article_is_begun_drafted_and_decided_with_the_keyboard_alone(
    desk: DeskProcess, folder: Path, open_page: Open, width: int
) -> None:
    page = begun(desk, open_page, "The Mill!", TEXT, width)
    assert (folder / "the-mill.txt").read_text(encoding="utf-8") == TEXT.strip() + "\n"
    first, drafts = page.locator("section.card h2").inner_text(), len(load(folder / "the-mill.yaml")[0].drafts)
    decided(page, "t")
    second = page.locator("section.card h2").inner_text()
    decided(page, "d")
    [knowledge] = load(folder / "the-mill.yaml")
    assert [entry.question for entry in knowledge.entries] == [first]
    assert len(knowledge.drafts) == drafts - 2
    assert second not in [entry.question for entry in knowledge.drafts]
    assert overflow(page) <= 0


def test_an_entry_is_mended_while_what_speaks_against_it_is_told(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "mill", TEXT)
    page.goto(f"{desk.address}/of/mill/article?s=6&new")
    page.keyboard.type("When was the old mill built?")
    page.fill("#answer", "In 1748.")
    expect(page.locator("#remarks")).to_contain_text("1748")
    page.fill("#answer", "In 1648.")
    expect(page.locator("#remarks")).not_to_contain_text("1748")
    page.fill("#phrasings", "how old is the mill\nin which year did they build the mill")
    proposed = page.locator("input[name=proposed]").first
    taken = proposed.get_attribute("value")
    proposed.check()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.card h2")
    [entry] = load(folder / "mill.yaml")[0].entries
    assert (entry.question, entry.answer) == ("When was the old mill built?", "In 1648.")
    assert [passage.quote for passage in entry.passages] == ["The mill was built in 1648."]
    assert entry.phrasings == ("how old is the mill", "in which year did they build the mill", taken)


def test_an_answer_without_its_proof_is_refused_and_nothing_that_was_typed_is_lost(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    page = begun(desk, open_page, "mill", TEXT)
    before = (folder / "mill.yaml").read_bytes()
    page.goto(f"{desk.address}/of/mill/article?s=6&new")
    page.keyboard.type("Who built the mill?")
    page.fill("#answer", "The monks.")
    page.fill("#passages", "The monks built the mill.")
    with page.expect_response(lambda response: response.status == 422):
        page.keyboard.press("Control+Enter")
    expect(page.locator("[role=alert] h2")).to_have_text("Not written")
    expect(page.locator("[role=alert] h2")).to_be_focused()
    assert page.locator("#answer").input_value() == "The monks."
    assert (folder / "mill.yaml").read_bytes() == before


def test_a_second_curator_is_told_that_the_file_has_changed(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    first = open_page(f"{desk.address}/of/ferry/article?e=terminal-cost&mend")
    second = open_page(f"{desk.address}/of/ferry/article?e=terminal-cost&mend")
    first.fill("#topic", "Money")
    first.locator("#topic").press("Enter")
    first.wait_for_selector("section.card h2")
    written = (folder / "ferry.yaml").read_bytes()
    second.fill("#answer", "Far too much.")
    with second.expect_response(lambda response: response.status == 409):
        second.locator("#topic").press("Enter")
    expect(second.locator("[role=alert]")).to_contain_text("changed meanwhile")
    assert second.locator("#answer").input_value() == "Far too much."
    assert (folder / "ferry.yaml").read_bytes() == written


def test_mending_one_field_leaves_every_other_line_of_the_file_alone(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    before = (folder / "ferry.yaml").read_text(encoding="utf-8").splitlines()
    page = open_page(f"{desk.address}/of/ferry/article?e=terminal-cost&mend")
    page.fill("#question", "What was the price of the new terminal?")
    page.locator("#question").press("Enter")
    page.wait_for_selector("section.card h2")
    after = (folder / "ferry.yaml").read_text(encoding="utf-8").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.strip() for _, new in changed] == ["question: What was the price of the new terminal?"]


def test_a_line_is_marked_as_a_caption_with_a_key_and_back(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "mill", TEXT)
    page.goto(f"{desk.address}/of/mill/article?s=6")
    page.keyboard.press("c")
    expect(page.locator("li.caption.at")).to_have_count(1)
    assert "The mill was built in 1648." in (folder / "mill.yaml").read_text(encoding="utf-8").partition("entries:")[0]
    page.keyboard.press("c")
    expect(page.locator("li.caption.at")).to_have_count(0)


def test_what_the_article_does_not_say_is_proposed_and_taken(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "mill", "The council closed the old school of Brill in 2010.\n\nThe mill was built in 1648.\n")
    file = folder / "mill.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("unanswered:")[0], encoding="utf-8")
    page.reload()
    page.keyboard.press("g")
    page.wait_for_url("**gaps*")
    proposed = page.locator("section[aria-label=Gap] h2").all_inner_texts()
    assert proposed
    page.keyboard.press("1")
    page.wait_for_load_state()
    expect(page.locator("nav.entries li").filter(has_text=proposed[0])).to_contain_text("not said")
    assert proposed[0] in [entry.question for entry in load(folder / "mill.yaml")[0].entries if not entry.answered]


def test_where_nothing_is_left_to_propose_it_is_said(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "mill", TEXT)
    for _ in range(20):
        page.keyboard.press("g")
        page.wait_for_url("**gaps*")
        if not page.locator("section[aria-label=Gap]").count():
            break
        page.locator("section[aria-label=Gap] button").first.click()
        page.wait_for_load_state()
    expect(page.locator("main")).to_contain_text("nothing to propose")


def test_a_hostile_article_is_worked_on_as_text(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "<i>evil</i>/../x", HOSTILE)
    assert (folder / "i-evil-i-x.txt").exists()
    assert "<script>" in page.locator(".sentences").inner_text()
    assert page.locator("main script").count() == 0
    assert "broken" not in page.title()


def test_an_article_that_is_there_is_never_overwritten(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    before = (folder / "ferry.txt").read_bytes()
    refused = desk.post("/new", {"called": "Ferry", "text": "Another text. It is short."})
    assert refused.status == 422
    assert "choose another name" in refused.text
    assert (folder / "ferry.txt").read_bytes() == before


def test_a_text_that_is_no_article_leaves_no_file(desk: DeskProcess, folder: Path) -> None:
    refused = desk.post("/new", {"called": "nothing", "text": "Just a heading"})
    assert refused.status == 422
    assert "no sentence" in refused.text
    assert not (folder / "nothing.txt").exists()


def test_a_sentence_that_needs_no_entry_counts_no_more(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "mill", TEXT)
    page.goto(f"{desk.address}/of/mill/article?s=6")
    expect(page.locator("main")).to_contain_text("of 5 sentences have an answer")
    page.keyboard.press("x")
    expect(page.locator("main")).to_contain_text("of 4 sentences have an answer")
    assert load(folder / "mill.yaml")[0].article.skipped == {6}


def test_what_the_article_is_called_is_written_down(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = begun(desk, open_page, "mill", TEXT)
    page.fill("#title", "the restored mill of Brill")
    page.fill("#dateline", "Brill, 4 May 2020")
    page.locator("#dateline").press("Enter")
    expect(page.locator("h1")).to_have_text("the restored mill of Brill")
    [knowledge] = load(folder / "mill.yaml")
    assert (knowledge.article.title, knowledge.article.dateline) == ("the restored mill of Brill", "Brill, 4 May 2020")
