"""Replies in a real browser, shown the way Discord shows them: everything is there, and nothing runs off a phone's edge."""

import pytest
from playwright.sync_api import Browser, Page

from bot.answering import Answerer
from bot.surfaces.discord.pages.markup import quoted
from bot.surfaces.discord.pages.message import Message
from tests.pictures.browser import blank
from tests.pictures.discord_page import Exchange, page
from tests.pictures.exchanges import buttons, kinds, pages
from tests.surfaces.discord.marks import HOSTILE

PHONE, DESKTOP = 390, 760


@pytest.fixture(scope="module")
def shown(browser: Browser) -> Page:
    """An open page of a Chromium."""
    return blank(browser, DESKTOP)


@pytest.mark.parametrize("code", ["en", "es", "ru", "zh-CN"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_kind_of_reply_is_whole_on_every_screen(shown: Page, answerer: Answerer, width: int, code: str) -> None:
    exchanges: list[Exchange] = [*kinds(answerer, code), *buttons(answerer, code), *pages(answerer, code)]
    shown.set_viewport_size({"width": width, "height": 800})
    shown.set_content(page(exchanges, width))
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    articles = shown.locator("article")
    assert articles.count() == len(exchanges)
    for place, exchange in enumerate(exchanges):
        controls = [control for row in exchange.message.rows for control in row]
        assert articles.nth(place).locator("button, select").count() == len(controls)


def test_a_quote_reads_in_discord_as_it_stands_in_the_article(shown: Page, answerer: Answerer) -> None:
    shown.set_content(page(kinds(answerer), DESKTOP))
    for text in shown.locator("blockquote").all_text_contents():
        assert text in answerer.library[0].article.text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_quote_full_of_marks_reads_as_it_stands(shown: Page, text: str) -> None:
    shown.set_content(page([Exchange("/article", Message(quoted(text), private=True))], DESKTOP))
    quote = shown.locator("blockquote")
    assert quote.text_content() == text.replace("\r", "\n")
    assert quote.locator("p").count() == quote.locator("*").count() == 1, "nothing is drawn as formatting"


def test_text_of_ours_is_shown_with_its_marks_and_never_as_formatting(shown: Page, answerer: Answerer) -> None:
    shown.set_content(page(kinds(answerer), DESKTOP))
    assert "\\" not in shown.locator("main").inner_text()
    assert "**" not in shown.locator("main").inner_text()
