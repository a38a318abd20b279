"""Replies as Discord messages: within Discord's limits at their edges, byte for byte, with buttons that can be read back."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.answering import Answerer
from bot.knowledge import load
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.custom_id import CUSTOM_ID, Choose, InContext, Read, Related, Topics, Why, decode, encode, fingerprint
from bot.surfaces.discord.i18n.catalogue import CATALOGUES, language
from bot.surfaces.discord.pages.browse import topic_pages
from bot.surfaces.discord.pages.markup import LIMIT, address_of, quoted, width
from bot.surfaces.discord.pages.message import Audience, Button, Message, Reader, Select
from bot.surfaces.discord.send import view_of
from tests.knowledge_files import ARTICLE, KNOWLEDGE, LONGEST_ID, write, write_longest
from tests.loopback.process import REPO

CODES = sorted(path.stem for path in CATALOGUES.glob("*.ftl"))
READERS = [Reader(2**63, language(code), audience) for code in CODES for audience in Audience]


@pytest.fixture(scope="module")
def desk(answerer: Answerer) -> Controller:
    return Controller(answerer)


def check(message: Message) -> None:
    """Check what Discord would refuse."""
    assert 1 <= len(message.text) <= LIMIT
    assert len(message.rows) <= 5
    ids = [encode(control.action) for row in message.rows for control in row if isinstance(control, Button | Select)]
    assert all(1 <= width(id) <= CUSTOM_ID for id in ids)
    assert len(set(ids)) == len(ids)
    for row in message.rows:
        assert 1 <= len(row) <= 5
        for control in row:
            match control:
                case Button(label=label):
                    assert 1 <= len(label) <= 80
                case Select(options=options, placeholder=placeholder):
                    assert 1 <= len(options) <= 25
                    assert len({value for value, _ in options}) == len(options)
                    assert all(1 <= len(text) <= 100 for option in options for text in option)
                    assert 1 <= len(placeholder) <= 150


def pressable(message: Message) -> list[Button]:
    buttons = [control for row in message.rows for control in row if isinstance(control, Button)]
    return [button for button in buttons if encode(button.action).partition(":")[0] != "delete"]


@pytest.mark.parametrize("reader", READERS, ids=[f"{reader.language.code} {reader.audience.name}" for reader in READERS])
def test_every_entry_and_all_its_buttons_fit_discord(desk: Controller, answerer: Answerer, reader: Reader) -> None:
    for entry in answerer.library[0].entries[::7]:
        message = desk.ask(f"entry:{entry.id}", reader)
        check(message)
        for button in pressable(message):
            check(desk.press(button.action, reader))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def longest(tmp_path_factory: pytest.TempPathFactory) -> Controller:
    return Controller(Answerer(load(write_longest(tmp_path_factory.mktemp("longest")))))


@pytest.mark.parametrize("reader", READERS, ids=[f"{reader.language.code} {reader.audience.name}" for reader in READERS])
def test_the_longest_texts_fit_discord_and_what_is_left_out_is_said(longest: Controller, reader: Reader) -> None:
    message = longest.ask(f"entry:{LONGEST_ID}", reader)
    check(message)
    assert reader.language.say("passage-cut") in message.text or "-# " in message.text.split("\n")[-1]
    for button in pressable(message):
        shown = longest.press(button.action, reader)  # type: ignore[arg-type]
        check(shown)
        for inner in pressable(shown):
            check(longest.press(inner.action, reader))  # type: ignore[arg-type]


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


def test_the_source_is_linked_with_a_text_fragment_within_discords_limit(longest: Controller, tmp_path: Path) -> None:
    message = longest.ask("entry:opened-by", READERS[0])
    link = message.rows[0][-1]
    assert getattr(link, "url", "") == (
        "https://example.org/bridge#:~:text=The%20mayor%20opened%20the%20new%20bridge%2C%20which%20cost%20%E2%82%AC6%20million."
    )


@pytest.mark.parametrize(("length", "linked"), [(0, False), (30, True), (300, True), (505, True), (512, True), (513, False)])
def test_a_link_is_shortened_before_it_is_left_out(tmp_path: Path, length: int, linked: bool) -> None:
    url = f"https://example.org/{'x' * (length - len('https://example.org/'))}" if length else ""
    knowledge = KNOWLEDGE.replace("publisher: ANB", f"publisher: ANB\n  url: {url}") if url else KNOWLEDGE
    article = load(write(tmp_path, knowledge))[0].article
    address = address_of(article, article.passage(22, len(ARTICLE) - 2))
    assert bool(address) == linked
    assert len(address) <= 512
    assert not linked or address.startswith(url)


words = st.text(st.characters(codec="utf-8"), max_size=40)
actions = st.one_of(
    st.builds(InContext, st.just("b31b69a9"), st.just("1-2.3-4"), st.integers(0, 9), st.sampled_from(["", "on", "back"])),
    st.builds(Related, st.just("an-entry")),
    st.builds(Why, st.just("an-entry"), words),
    st.builds(Choose, st.integers(0, 2**64), st.just("an-entry")),
    st.builds(Topics, st.integers(0, 999), st.sampled_from(["", "on", "back"])),
    st.builds(Read, st.just("b31b69a9"), st.integers(0, 999), st.just("on")),
)


@given(action=actions)
def test_every_action_is_read_back_from_its_custom_id(action: InContext | Related | Why | Choose | Topics | Read) -> None:
    assert decode(encode(action)) == action


@given(text=st.text(max_size=100))
def test_a_strange_custom_id_is_never_a_failure(text: str) -> None:
    action = decode(text)
    assert action is None or encode(action).partition(":")[0] == text.partition(":")[0]


@settings(max_examples=40, deadline=None)
@given(question=st.text(max_size=300), reader=st.sampled_from(READERS))
def test_any_question_gets_a_message_that_fits_discord(desk: Controller, question: str, reader: Reader) -> None:
    check(desk.ask(question, reader))


@settings(max_examples=25, deadline=None)
@given(typed=st.text(max_size=60))
def test_whatever_is_typed_completes_within_discords_limits(desk: Controller, typed: str) -> None:
    choices = desk.autocomplete.questions(typed)
    assert len(choices) <= 25
    assert all(1 <= len(text) <= 100 for choice in choices for text in choice)
    assert choices == desk.autocomplete.questions(typed)


def test_a_quoted_passage_keeps_its_lines_and_characters() -> None:
    assert quoted("a *b*\n\u2002c") == "> a *b*\n> \u2002c"


async def items(message: Message) -> list[str]:
    view = view_of(message)
    return [type(item).__name__ for item in view.children] if view else []


def test_every_button_holds_its_own_state_so_that_no_view_is_kept(desk: Controller) -> None:
    assert set(asyncio.run(items(desk.ask("what treaty was renewed?", READERS[0])))) == {"Pressable"}


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


def test_the_front_desk_does_not_need_discords_library() -> None:
    code = "import sys; import bot.surfaces.discord.controller; sys.exit('discord' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=REPO, check=False, timeout=60).returncode == 0
