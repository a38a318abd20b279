"""Replies as Discord messages: within Discord's limits at their edges, byte for byte, with buttons that can be read back."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Answer, Answerer, Reason
from bot.knowledge import load
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.i18n.catalogue import language
from bot.surfaces.discord.pages.browse import topic_pages
from bot.surfaces.discord.pages.markup import label, plain
from bot.surfaces.discord.pages.message import Reader, Select
from bot.surfaces.discord.pages.render import render
from bot.surfaces.web.desk import discord_markdown as markdown
from tests.knowledge_files import LONGEST_ID, write, write_longest
from tests.loopback.process import REPO
from tests.surfaces.discord.messages import READER_IDS, READERS, check, pressable


@pytest.fixture(scope="module")
def desk(answerer: Answerer) -> Controller:
    return Controller(answerer)


@pytest.mark.parametrize("reader", READERS, ids=READER_IDS)
def test_every_entry_and_all_its_buttons_fit_discord(desk: Controller, answerer: Answerer, reader: Reader) -> None:
    for entry in answerer.library[0].entries[::7]:
        message = desk.ask(f"entry:{entry.id}", reader)
        check(message)
        for button in pressable(message):
            check(desk.press(button.action, reader))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> Controller:
    return Controller(Answerer(load(write_longest(tmp_path_factory.mktemp("longest")))))


@pytest.mark.parametrize("reader", READERS, ids=READER_IDS)
def test_the_longest_texts_fit_discord_and_what_is_left_out_is_said(longest: Controller, reader: Reader) -> None:
    message = longest.ask(f"entry:{LONGEST_ID}", reader)
    check(message)
    assert reader.language.say("passage-cut") in message.text or "-# " in message.text.split("\n")[-1]
    for button in pressable(message):
        shown = longest.press(button.action, reader)  # type: ignore[arg-type]
        check(shown)
        for inner in pressable(shown):
            check(longest.press(inner.action, reader))  # type: ignore[arg-type]


MARKED = """schema: 1
article:
  file: bridge.txt
  sha256: "{sha256}"
  language: de
entries:
  - id: opened-by
    question: "Who opened? {marks}"
    phrasings: [who was it that opened the new bridge, by whom was the new bridge opened]
    answer: {answer}
    question_answered: "no"
    passages: ["The mayor opened the new bridge, which cost €6 million.", Nobody was hurt.]
  - id: fell
    question: "What fell? {marks}"
    phrasings: [which bridge fell in the year 2018, what fell down in 2018]
    answer: {answer}
    passages: [The old bridge fell in 2018.]
"""
ANSWERS = {
    "975 letters": "The mayor said so and so. " * 37 + "That is all it is.",
    "a thousand letters": "The mayor did so. " * 55 + "And left.",
    "signs of formatting": '"{}"'.format("`_*~" * 137 + "*"),
    "emoji": "🐸" * 550,
    "lines": '"' + "# x\\n" * 220 + '"',
}


@pytest.mark.parametrize("reader", READERS, ids=READER_IDS)
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_that_the_schema_takes_is_shown_whole_whatever_stands_beside_it(
    tmp_path: Path, answer: str, reader: Reader
) -> None:
    answerer = Answerer(load(write(tmp_path, MARKED.replace("{answer}", answer).replace("{marks}", "_" * 80))))
    entries = answerer.library[0].entries
    reply = Answer(
        "?", 1.0, Reason.nothing_matched(0.0), entries[0], also=(entries[1],), left=("_" * 400,), understood_as="x" * 300
    )
    message = render(answerer, reply, reader)
    check(message)
    drawn = markdown.html(message.text)
    said = unescape("".join(re.findall(r"<strong>(.*?)</strong>", drawn, re.DOTALL)))
    assert said.endswith(entries[0].answer)
    assert "**" not in re.sub(r"<[^<>]*>", "", drawn), "no bold is left open"
    for question in (entries[1].question, "_" * 400):
        assert reader.language.say("also-left", question=plain(label(question, 60))) in message.text


def test_a_page_of_topics_offers_at_most_25_to_jump_to_and_always_its_own(longest: Controller) -> None:
    english = language("en")
    for page in (-5, 0, 15, 31, 99):
        message = longest.topics(english, page)
        check(message)
        jump = message.rows[1][0]
        assert isinstance(jump, Select)
        assert len(jump.options) == 25
        assert any(f"**{label}" in message.text for _, label in jump.options)


def test_topics_that_are_many_are_split_without_losing_a_question(answerer: Answerer) -> None:
    pages = topic_pages(answerer.library)
    shown = [entry.id for page in pages for entry in page.entries]
    assert sorted(shown) == sorted(entry.id for entry in answerer.library[0].entries if entry.answered)
    assert all(len(page.entries) <= 25 for page in pages)


def test_the_source_is_linked_with_a_text_fragment_within_discords_limit(longest: Controller) -> None:
    message = longest.ask("entry:opened-by", READERS[0])
    link = message.rows[0][-1]
    assert getattr(link, "url", "") == (
        "https://example.org/bridge#:~:text=The%20mayor%20opened%20the%20new%20bridge%2C%20which%20cost%20%E2%82%AC6%20million."
    )


@settings(max_examples=40, deadline=None)
@given(question=st.text(max_size=300), reader=st.sampled_from(READERS))
def test_any_question_gets_a_message_that_fits_discord(desk: Controller, question: str, reader: Reader) -> None:
    check(desk.ask(question, reader))


def test_the_controller_does_not_need_discords_library() -> None:
    code = "import sys; import bot.surfaces.discord.controller; sys.exit('discord' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=REPO, check=False, timeout=60).returncode == 0
