"""The article on Discord: page by page, whatever its paragraphs are like, and any place of it in context."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.answering import Answerer
from bot.knowledge import Article, load
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.custom_id import InContext, fingerprint
from bot.surfaces.discord.i18n.catalogue import language
from bot.surfaces.discord.pages.context import pages, show_article
from bot.surfaces.discord.pages.markup import width
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
