"""Text that must fit: counted as Discord counts it, cut between characters, words and sentences."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import load
from bot.surfaces.discord.custom_id import Topics
from bot.surfaces.discord.pages.markup import (
    address_of,
    clipped,
    first_sentences,
    fitted,
    label,
    last_sentences,
    quoted,
    width,
)
from bot.surfaces.discord.pages.message import Button, Select
from tests.knowledge_files import ARTICLE, KNOWLEDGE, write


def test_a_quoted_passage_keeps_its_lines_and_characters() -> None:
    assert quoted("a *b*\n\u2002c") == "> a *b*\n> \u2002c"


def test_most_emoji_count_twice() -> None:
    assert width("a€🐸") == 4
    assert clipped("🐸🐸🐸", 5) == "🐸🐸"
    assert clipped("🐸", 1) == ""


texts = st.text(st.sampled_from("ab🐸 .\n!"), max_size=300)


@given(text=texts, room=st.integers(2, 200))
def test_whatever_is_cut_fits(text: str, room: int) -> None:
    for cut in (clipped, label, fitted, first_sentences, last_sentences):
        assert width(cut(text, room)) <= room, cut.__name__


@given(text=texts, room=st.integers(0, 200))
def test_as_much_is_kept_as_fits(text: str, room: int) -> None:
    kept = clipped(text, room)
    assert text.startswith(kept)
    assert kept == text or width(text[: len(kept) + 1]) > room


def test_controls_cut_what_is_too_long_for_discord() -> None:
    long = "🐸" * 200
    select = Select(long, Topics(), (("1", long),))
    assert width(Button(long, Topics()).label) <= 80
    assert width(select.placeholder) <= 150
    assert width(select.options[0][1]) <= 100


@pytest.mark.parametrize(("length", "linked"), [(0, False), (30, True), (300, True), (505, True), (512, True), (513, False)])
def test_a_link_is_shortened_before_it_is_left_out(tmp_path: Path, length: int, linked: bool) -> None:
    url = f"https://example.org/{'x' * (length - len('https://example.org/'))}" if length else ""
    knowledge = KNOWLEDGE.replace("publisher: ANB", f"publisher: ANB\n  url: {url}") if url else KNOWLEDGE
    article = load(write(tmp_path, knowledge))[0].article
    address = address_of(article, article.passage(22, len(ARTICLE) - 2))
    assert bool(address) == linked
    assert len(address) <= 512
    assert not linked or address.startswith(url)
