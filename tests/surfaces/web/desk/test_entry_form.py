"""The form of an entry, in a real browser: what is typed in it is never lost, and what nothing stands behind is not approved."""

from pathlib import Path

from playwright.sync_api import Page, expect

from bot.knowledge import Knowledge, load
from tests.surfaces.web.desk.conftest import Open
from tests.surfaces.web.desk.process import DeskProcess


def ferry_in(folder: Path) -> Knowledge:
    return load(folder / "ferry.yaml")[0]


def mending(desk: DeskProcess, open_page: Open, id_: str = "terminal-cost") -> Page:
    return open_page(f"{desk.address}/of/ferry/article?e={id_}&mend")


def sent(page: Page, status: int | None = None) -> None:
    """Send the form at hand; where it is to be refused, with this status."""
    if status is None:
        page.locator("#topic").press("Enter")
        page.wait_for_url("**/article?**")
        return
    with page.expect_response(lambda response: response.status == status):
        page.locator("#topic").press("Enter")


def test_an_entry_is_approved_no_more_once_the_mark_is_taken_away(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = mending(desk, open_page)
    page.uncheck("#approved")
    sent(page)
    assert "terminal-cost" in [entry.id for entry in ferry_in(folder).drafts]
    page.goto(f"{desk.address}/of/ferry/article?e=terminal-cost&mend")
    expect(page.locator("#approved")).to_be_checked()
    sent(page)
    assert not ferry_in(folder).drafts


def test_an_answer_that_says_more_than_its_passage_is_saved_as_a_draft_alone(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    before = (folder / "ferry.yaml").read_bytes()
    page = mending(desk, open_page)
    page.fill("#answer", "The new ferry terminal cost €19 million.")
    page.fill("#topic", "Money")
    sent(page, 422)
    expect(page.locator("[role=alert]")).to_contain_text("19 million")
    assert page.locator("#answer").input_value() == "The new ferry terminal cost €19 million."
    assert page.locator("#topic").input_value() == "Money"
    assert (folder / "ferry.yaml").read_bytes() == before
    page.get_by_role("button", name="as a draft").click()
    page.wait_for_url("**/article?**")
    [draft] = ferry_in(folder).drafts
    assert (draft.id, draft.answer) == ("terminal-cost", "The new ferry terminal cost €19 million.")
    page.goto(f"{desk.address}/of/ferry/article?e=terminal-cost")
    with page.expect_response(lambda response: response.status == 422):
        page.keyboard.press("t")
    expect(page.locator("[role=alert]")).to_contain_text("19 million")
    assert [entry.id for entry in ferry_in(folder).drafts] == ["terminal-cost"]


def test_a_conflict_gives_back_every_field_in_a_form_that_can_be_sent_again(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    page, other = mending(desk, open_page), mending(desk, open_page, "old-pier")
    page.fill("#topic", "Money")
    box = page.locator("input[name=proposed]").first
    wording = box.get_attribute("value")
    box.check()
    other.fill("#topic", "History")
    sent(other)
    sent(page, 409)
    assert page.locator("#topic").input_value() == "Money"
    expect(page.locator(f'input[name=proposed][value="{wording}"]')).to_be_checked()
    sent(page)
    topics = {entry.id: entry.topic for entry in ferry_in(folder).entries}
    assert (topics["terminal-cost"], topics["old-pier"]) == ("Money", "History")
    assert wording in next(entry for entry in ferry_in(folder).entries if entry.id == "terminal-cost").phrasings


def test_a_conflict_gives_back_what_was_to_be_told_of_the_article(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page, other = mending(desk, open_page), mending(desk, open_page)
    page.locator("summary", has_text="About the article").click()
    page.fill("#publisher", "Lisbon News")
    other.fill("#topic", "Money")
    sent(other)
    with page.expect_response(lambda response: response.status == 409):
        page.locator("#publisher").press("Enter")
    expect(page.locator("#publisher")).to_have_value("Lisbon News")
    page.locator("#publisher").press("Enter")
    expect(page.locator(".done")).to_contain_text("Saved what is told of the article")
    assert ferry_in(folder).article.publisher == "Lisbon News"


def test_ticking_a_proposed_wording_leaves_the_focus_there_and_is_not_read_out(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    page = mending(desk, open_page)
    box = page.locator("input[name=proposed]").first
    box.focus()
    with page.expect_response("**/remarks"):
        page.keyboard.press("Space")
    expect(page.locator("#remarks")).not_to_be_empty()
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    assert page.locator("[role=status] input").count() == 0


def test_the_proposed_wordings_follow_the_question_and_keep_their_ticks(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = open_page(f"{desk.address}/of/ferry/article?s=2&new")
    page.keyboard.type("When did the old pier burn down?")
    page.fill("#answer", "In 2016.")
    box = page.locator("input[name=proposed]").first
    taken = box.get_attribute("value")
    box.check()
    with page.expect_response("**/remarks"):
        page.fill("#question", "In which year did the old pier burn down?")
    expect(page.locator("#remarks")).not_to_be_empty()
    assert page.locator("input[name=proposed]:checked").evaluate_all("all => all.map((one) => one.value)") in ([taken], [])


def test_a_key_never_leads_away_from_what_was_typed(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    before = (folder / "ferry.yaml").read_bytes()
    page = open_page(f"{desk.address}/of/ferry/article?s=2&new")
    page.keyboard.type("When did the pier burn?")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    expect(page.locator("#said")).to_contain_text("not saved yet")
    assert page.locator("#question").input_value() == "When did the pier burn?"
    assert (folder / "ferry.yaml").read_bytes() == before
    page.keyboard.press("q")
    expect(page.locator("#question")).to_be_focused()
    with page.expect_event("dialog") as asked:
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.get_by_role("link", name="Leave it").click(no_wait_after=True)
    assert asked.value.type == "beforeunload"
    assert page.locator("#question").input_value() == "When did the pier burn?"


def test_a_note_does_not_quote_the_sentence_it_was_begun_from_and_is_shown_once_it_is_saved(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    page = open_page(f"{desk.address}/of/ferry/article?s=2&new")
    page.keyboard.type("Who set the pier on fire?")
    page.fill("#note", "The article does not say who set the pier on fire.")
    sent(page)
    expect(page.locator("section.card h2")).to_have_text("Who set the pier on fire?")
    expect(page.locator(".done")).to_contain_text("Saved “Who set the pier on fire?”")
    noted = next(entry for entry in ferry_in(folder).entries if entry.note and "fire" in entry.question)
    assert not noted.passages
    page.goto(f"{desk.address}/of/ferry/article?s=2&new")
    page.keyboard.type("Which firemen came?")
    page.fill("#note", "The article does not say which firemen came.")
    page.check("#quoted")
    sent(page)
    noted = next(entry for entry in ferry_in(folder).entries if "firemen" in entry.question)
    assert [passage.quote for passage in noted.passages] == ["It replaces a pier that burned down in 2016."]
