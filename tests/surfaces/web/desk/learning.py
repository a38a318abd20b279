"""What a person does on the pages where they learn from what was asked."""

from playwright.sync_api import Page

from tests.surfaces.web.desk.conftest import Open
from tests.surfaces.web.desk.process import DeskProcess

PAYING = "who paid for the new terminal"


def cards(open_page: Open, desk: DeskProcess, **window: object) -> Page:
    """Open the first card, once the journal is read."""
    page = open_page(f"{desk.address}/of/ferry/learn", **window)
    read_journal(page)
    page.wait_for_selector(".ways")
    return page


def read_journal(page: Page) -> None:
    """Begin to read the journal, where that is still to be done."""
    if page.locator("form[data-begin]").count():
        page.get_by_role("button", name="Read the journal").click()


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
    card_about(page, desk, PAYING)
    way = choose(page, "A new question that the article does not answer")
    page.fill(f"#{way}-note", note)
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url("**after=*")


def look(page: Page) -> None:
    page.get_by_role("button", name="What would change").click()
    page.wait_for_selector("h1:has-text('What would change')")
