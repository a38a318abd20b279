"""The article on Discord: page by page, whatever its paragraphs are like, and any place of it in context."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from bot.answering import Answerer
from bot.errors import KnowledgeError
from bot.knowledge import Article, load
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.custom_id import InContext, fingerprint
from bot.surfaces.discord.i18n.catalogue import language
from bot.surfaces.discord.pages.context import in_context, pages, show_article
from bot.surfaces.discord.pages.markup import width
from bot.surfaces.discord.pages.message import Message
from bot.surfaces.web.desk import discord_markdown as markdown
from tests.surfaces.discord.marks import HOSTILE, anything
from tests.surfaces.discord.messages import READERS, check

PAGE = 1500


END = "\n\nThat is the end of it."


def bare(folder: Path, text: str) -> Article:
    """Return an article that nobody has curated: a text, and a sentence, without which it were none."""
    path = folder / "article.txt"
    path.write_text(text + END, encoding="utf-8", newline="")
    return load(path)[0].article


def unquoted(page: str) -> str:
    return "".join(line.removeprefix("> ") for line in page.split("\n"))


HARD = {
    "750 lines of one letter": "a\n" * 749 + "a",
    "one word of a whole book": "x" * 20_000,
    "words far apart": f"here{' ' * 4000}and there",
    "lines far apart": "a\n" + " \t" * 3000 + "b",
    "emoji": "🐸" * 5000,
    "lines of emoji": "🐸🐸🐸\n" * 1000 + "🐸",
    "sentences": "The mayor spoke of bridges at length. " * 200 + "Then she left.",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_any_paragraph_is_read_to_its_end_on_pages_that_fit_discord(tmp_path: Path, text: str) -> None:
    article = bare(tmp_path, text)
    found = pages(article)
    assert all(0 < width(page) <= PAGE for page in found)
    assert "".join("".join(map(unquoted, found)).split()) == "".join((text + END).split()), "nothing is lost but blanks"
    for page in (0, len(found) // 2, len(found)):
        check(show_article(article, page, language("en")))


def test_lines_are_not_cut_within_a_word(tmp_path: Path) -> None:
    text = "\n".join(f"line{number}" for number in range(600))
    lines = [line.removeprefix("> ") for page in pages(bare(tmp_path, text)) for line in page.split("\n")]
    assert lines == [*text.split("\n"), *END.split("\n")[1:]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("articles")


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.sampled_from("ab🐸 \n.\u2002"), min_size=1, max_size=40), times=st.integers(1, 200))
def test_whatever_an_article_is_like_its_pages_hold_all_of_it(folder: Path, text: str, times: int) -> None:
    assume(text.strip())
    found = pages(bare(folder, text * times))
    assert all(0 < width(page) <= PAGE for page in found)
    assert "".join("".join(map(unquoted, found)).split()) == "".join((text * times + END).split())


@pytest.fixture(scope="module")
def desk(answerer: Answerer) -> Controller:
    return Controller(answerer)


@given(data=st.data())
def test_any_place_of_the_article_is_shown_in_context_unchanged(
    desk: Controller, answerer: Answerer, data: st.DataObject
) -> None:
    article = answerer.library[0].article
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, min(start + 1000, len(article.text))))
    assume(article.text[start:end].strip())
    message = desk.press(InContext(fingerprint(article), f"{start}-{end}"), READERS[0])
    check(message)
    if not article.text[start:end].strip():
        assert message.text.startswith("The article has changed"), "there is no passage between two paragraphs"
        return
    _, _, marked = message.text.partition("\n")
    passage, _, _ = marked.partition("▶ ")[2].partition(" ◀")
    lines = [line.removeprefix("> ").removeprefix("**").removesuffix("**") for line in passage.split("\n")]
    assert "\n".join(lines) == article.text[start:end]


def drawn(message: Message) -> str:
    """Return the characters that a member sees in the quotes of a message, paragraph by paragraph."""
    quotes = re.findall(r"<blockquote>(.*?)</blockquote>", markdown.html(message.text), re.DOTALL)
    return "\n\n".join(unescape(re.sub(r"<[^<>]*>", "", quote)) for quote in quotes)


def test_an_article_full_of_marks_is_read_as_it_stands(tmp_path: Path) -> None:
    article = bare(tmp_path, "\n\n".join(HOSTILE.values()))
    assert "".join(drawn(show_article(article, 0, language("en"))).split()) == "".join(article.text.split())


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(anything.filter(str.strip), min_size=1, max_size=4), times=st.integers(1, 90), data=st.data())
def test_any_place_of_an_article_full_of_marks_is_shown_as_it_stands(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], times: int, data: st.DataObject
) -> None:
    try:
        article = bare(tmp_path_factory.mktemp("marks"), "\n\n".join(text * times for text in texts))
    except KnowledgeError:  # taken for HTML
        reject()
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, min(start + 1000, len(article.text))))
    assume(article.text[start:end].strip())
    message = in_context(article, InContext(fingerprint(article), f"{start}-{end}"), language("ru"))
    assert message
    check(message)
    shown = re.search(r"▶ (.*) ◀", drawn(message), re.DOTALL)
    assert shown
    seen, there = ("".join(re.sub(r"\r\n?", "\n", text).split()) for text in (shown[1], article.text[start:end]))
    assert seen == there or there.startswith(seen)
