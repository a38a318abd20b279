"""Text on Discord: its very characters are seen; it is counted as Discord counts, cut between characters, words, sentences."""

import re
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import load
from bot.surfaces.discord.custom_id import Topics
from bot.surfaces.discord.pages.markup import (
    address_of,
    bold,
    clipped,
    first_sentences,
    fitted,
    label,
    last_sentences,
    plain,
    quoted,
    shortened,
    width,
)
from bot.surfaces.discord.pages.message import Button, Select
from bot.surfaces.web.desk import discord_markdown as markdown
from tests.knowledge_files import ARTICLE, KNOWLEDGE, write
from tests.surfaces.discord.marks import HOSTILE, anything


def characters(drawn: str, *elements: str) -> str:
    """Return the characters that a member sees, which may be drawn with these elements alone."""
    assert set(re.findall(r"<(\w+)", drawn)) <= set(elements), drawn
    return unescape(re.sub(r"<[^<>]*>", "", drawn))


def lines(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_member_sees_the_characters_of_a_quote_whatever_discord_makes_of_them(text: str) -> None:
    assert markdown.html(text) != f"<p>{escape(text, quote=False)}</p>", "as it stands, it is drawn as something else"
    assert characters(markdown.html(quoted(text)), "blockquote", "p") == lines(text)


@given(text=anything)
def test_a_quote_that_is_drawn_has_its_very_characters(text: str) -> None:
    assert characters(markdown.html(quoted(text)), "blockquote", "p") == lines(text)


@given(text=anything.map(str.strip).filter(bool))
def test_words_of_ours_have_their_very_characters_in_bold_too(text: str) -> None:
    assert characters(markdown.html(f"**{plain(text)}**"), "p", "strong") == lines(text)
    assert characters(markdown.html(bold(text)), "p", "strong") == lines(text)


@given(text=anything, room=st.integers(0, 200))
def test_what_is_shortened_fits_as_it_is_shown(text: str, room: int) -> None:
    kept = shortened(text, room, quoted)
    assert not kept or width(quoted(kept)) <= room
    assert text.startswith(kept)


def test_a_quote_without_marks_stays_as_it_is() -> None:
    text = "In 2021, trade rose by 5 - 6 % (to $140 billion): a record; “good”, he said...\n\u2002It's 10:30 - see no. 7."
    assert quoted(text) == "> " + text.replace("\n", "\n> ")


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
