"""Replies from an article that nobody has curated: its closest passages, and never an answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Answerer, ClosestPassages, OffTopic
from bot.knowledge import load
from bot.surfaces.discord.i18n.catalogue import CATALOGUES, language
from bot.surfaces.discord.pages.markup import LIMIT
from bot.surfaces.discord.pages.message import Audience, Reader
from bot.surfaces.discord.pages.render import greeting, render
from bot.surfaces.json import to_json
from bot.surfaces.terminal import Terminal
from tests.loopback.process import REPO

ARTICLE = """The ferry of Radovo

For ninety years a ferry crossed the Sava at Radovo. It carried four cars, or twenty people with their bicycles. Its last
captain sold it to a museum in Maribor for 12,000 euros.

In May 2021 a bridge took its place. The council had asked for one since 1987.

* * *

The children of the village are glad: the way to their school is now an hour shorter. Their teachers are not so sure.
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bare") / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bare(path: Path) -> Answerer:
    return Answerer(load(path))


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("which captain sold the ferry to a museum", "12,000 euros"),
        ("what was the museum's price in euros", "12,000 euros"),
        ("when did the bridge take the place of the ferry", "May 2021"),
        ("what do the teachers think", "Their teachers are not so sure."),
    ],
)
def test_the_closest_passage_is_shown(bare: Answerer, question: str, passage: str) -> None:
    reply = bare.answer(question)
    assert isinstance(reply, ClosestPassages)
    assert passage in reply.passages[0].quote


@pytest.mark.parametrize("question", ["", "?!", "best pizza in town", "who won the match last night", "is it that", "help"])
def test_nothing_near_is_silence(bare: Answerer, question: str) -> None:
    reply = bare.answer(question)
    assert isinstance(reply, OffTopic)
    assert (reply.why, reply.topics, reply.articles) == ("nothing near", (), ("ferry",))


def test_every_surface_says_that_it_is_no_answer(bare: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    reply = bare.answer("who was the captain of the ferry")
    Terminal(bare).show(reply)
    Terminal(bare).explain(reply)
    shown = capsys.readouterr().out
    message = render(bare, reply, Reader(1, language("en"), Audience.EVERYONE_IF_SURE))
    told = json.loads(to_json(reply))
    for text in (shown, message.text, told["note"]):
        assert "The closest passage, not an answer" in text
    assert "that the closest passage is about this" in shown
    assert told["outcome"] == "passage"
    assert told["answer"] is told["entry"] is None
    assert message.private


@pytest.mark.parametrize("code", sorted(path.stem for path in CATALOGUES.glob("*.ftl")))
def test_discord_names_no_topics_where_nobody_has_written_any(bare: Answerer, code: str) -> None:
    reader = Reader(1, language(code), Audience.EVERYONE_IF_SURE)
    for message in (render(bare, bare.answer("best pizza in town"), reader), greeting(bare, reader)):
        assert "ferry" in message.text
        assert "/topics" not in message.text
        assert message.rows == ()


def test_in_a_channel_the_closest_passage_can_be_deleted_by_the_one_who_asked(bare: Answerer) -> None:
    message = render(bare, bare.answer("who was the captain of the ferry"), Reader(1, language("en"), Audience.EVERYONE))
    assert not message.private
    assert [getattr(control, "label", "") for row in message.rows for control in row] == ["In context", "Delete"]


def test_lines_that_an_editor_wrapped_are_one_text(bare: Answerer) -> None:
    article = bare.library[0].article
    assert "Its last\ncaptain sold it to a museum in Maribor for 12,000 euros." in [
        article.text[s.start : s.end] for s in article.citable()
    ]


def test_headings_and_ornaments_are_never_cited(bare: Answerer) -> None:
    article = bare.library[0].article
    assert [article.text[s.start : s.end] for s in article.sentences if s.caption] == ["The ferry of Radovo", "* * *"]


@settings(max_examples=50, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_gets_the_same_sound_reply_twice(bare: Answerer, text: str) -> None:
    told = to_json(bare.answer(text))
    assert told == to_json(bare.answer(text))
    reply = json.loads(told)
    assert reply["outcome"] in ("passage", "no_answer")
    for citation in reply["citations"]:
        assert ARTICLE[citation["start"] : citation["end"]] == citation["quote"]
    assert len(render(bare, bare.answer(text), Reader(1, language("en"))).text) <= LIMIT


def test_a_very_long_question_is_answered_by_its_beginning(bare: Answerer) -> None:
    question = "which captain sold the ferry to a museum?" + " in the" * 200_000
    reply = bare.answer(question)
    assert reply.question == question
    assert reply == bare.answer(question)


def test_ask_needs_neither_curation_nor_discord(path: Path) -> None:
    code = (
        "import sys; from bot.cli import main; "
        f"main(['ask', '--knowledge', {str(path)!r}, 'who was the captain'], standalone_mode=False); "
        "print([name for name in sys.modules if name.startswith(('discord', 'bot.curation'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, timeout=60)
    assert "captain sold it" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_knowledge_that_has_no_entry_for_a_question_falls_back_to_passages(answerer: Answerer) -> None:
    [knowledge] = answerer.library
    few = Answerer([type(knowledge)(knowledge.path, "", knowledge.article, knowledge.entries[:3], {})])
    reply = few.answer("which national congress will the Communist Party of China host next year?")
    assert isinstance(reply, ClosestPassages)
    assert "20th National Congress" in reply.passages[0].quote
    assert isinstance(few.answer("anyone up for chess tonight"), OffTopic)


def test_the_approved_questions_nearby_stay_beside_a_passage_on_every_surface(
    answerer: Answerer, capsys: pytest.CaptureFixture[str]
) -> None:
    reply = answerer.answer("which day in march 2021 was this xi putin meeting, the article says march yeah?")
    assert isinstance(reply, ClosestPassages)
    [offered] = reply.suggestions
    Terminal(answerer).show(reply)
    assert offered.entry.question in capsys.readouterr().out
    message = render(answerer, reply, Reader(1, language("en")))
    assert f"The article does answer:\n1. {offered.entry.question}" in message.text
    assert [suggestion["entry"] for suggestion in json.loads(to_json(reply))["suggestions"]] == [offered.entry.id]
