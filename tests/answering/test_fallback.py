"""Replies from an article that nobody has curated: its closest passages, and never an answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import About, Answerer, ClosestPassages, Contradicted, OffTopic, Reason, Suggestion
from bot.answering.offering.fallback import NearestPassages, closest, contrast_with
from bot.knowledge import Entry, load
from bot.language import ENGLISH
from bot.matching import Contradiction, Contrast, Evidence
from bot.surfaces.discord.i18n.catalogue import CATALOGUES, language
from bot.surfaces.discord.pages.markup import LIMIT, plain
from bot.surfaces.discord.pages.message import Audience, Reader
from bot.surfaces.discord.pages.render import render
from bot.surfaces.discord.pages.replies.misses import greeting
from bot.surfaces.json import to_json
from bot.surfaces.terminal import Terminal
from bot.surfaces.wording import about_text
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
def bare(path: Path, cache: Path) -> Answerer:
    return Answerer(load(path), cache)


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


@pytest.mark.parametrize(
    "question", ["", "?!", "best pizza in town", "who won the match last night", "which of them would it be"]
)
def test_nothing_near_is_silence(bare: Answerer, question: str) -> None:
    reply = bare.answer(question)
    assert isinstance(reply, OffTopic)
    assert (reply.why, reply.topics, reply.articles) == ("nothing near", (), ("ferry",))


def test_beside_a_bare_article_the_bot_still_knows_about_itself(bare: Answerer) -> None:
    reply = bare.answer("help")
    assert isinstance(reply, About)
    assert (reply.topic, reply.names.article) == ("help", "ferry")
    assert render(bare, reply, Reader(1, language("es"))).text == plain(about_text(reply, "es"))


def test_every_surface_says_that_it_is_no_answer(bare: Answerer, capsys: pytest.CaptureFixture[str]) -> None:
    reply = bare.answer("who was the captain of the ferry")
    Terminal(bare).show(reply)
    Terminal(bare).explain(reply)
    shown = capsys.readouterr().out
    message = render(bare, reply, Reader(1, language("en"), Audience.EVERYONE_IF_SURE))
    told = json.loads(to_json(reply))
    assert message.text.startswith(language("en").say("closest-passage"))
    assert shown.startswith("Closest in the article:\n")
    assert told["note"] == "Closest in the article:"
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
    assert reply["outcome"] in ("passage", "off_topic", "about")
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
    [knowledge] = answerer.library
    offered = Suggestion(knowledge.entries[0], 0.2)
    reply = closest("how many members does the security council have", [NearestPassages(knowledge.article)], (offered,))
    assert reply is not None
    assert reply.suggestions == (offered,)
    Terminal(answerer).show(reply)
    assert offered.entry.question in capsys.readouterr().out
    message = render(answerer, reply, Reader(1, language("en")))
    assert f"The article does answer:\n1. {offered.entry.question}" in message.text
    assert [suggestion["entry"] for suggestion in json.loads(to_json(reply))["suggestions"]] == [offered.entry.id]


def evidence(*contrasts: Contrast) -> Evidence:
    return Evidence("", {}, (), (), contrasts)


@pytest.fixture(scope="module")
def about_russia(answerer: Answerer) -> Entry:
    """An answered entry that writes Russia's name."""
    return next(entry for entry in answerer.library[0].entries if "Russia" in entry.answer)


def contrast(answerer: Answerer, entry: Entry, kind: str, word: str, *contrasts: Contrast) -> Contrast | None:
    """Return what is shown of an entry whose only contradiction is this word."""
    article = answerer.library[0].article
    return contrast_with(entry, Contradiction(kind, word), evidence(*contrasts), article, ENGLISH)


@pytest.mark.parametrize(("word", "written"), [("bolivia", "Bolivia"), ("uae", "UAE")])
def test_one_name_in_the_place_of_another_is_shown_as_both_are_written(
    answerer: Answerer, about_russia: Entry, word: str, written: str
) -> None:
    assert contrast(answerer, about_russia, "name", word, Contrast(word, "russia")) == Contrast(written, "Russia")


@pytest.mark.parametrize(
    ("kind", "word", "contrasts"),
    [
        ("name", "bolivia", ()),
        ("name", "bolivia", (Contrast("bolivia", "atlantis"),)),
        ("number", "2020", (Contrast("2020", "russia"),)),
        ("name", "bolivia", (Contrast("bolivia", "russia"), Contrast("peru", "russia"))),
        ("name", "bolivia", (Contrast("peru", "russia"),)),
        ("title", "king", (Contrast("king", "russia"),)),
        ("name", "taiwan", (Contrast("taiwan", "russia"),)),
    ],
)
def test_no_contrast_is_shown_unless_it_is_one_of_one_sort_and_the_article_has_only_the_other(
    answerer: Answerer, about_russia: Entry, kind: str, word: str, contrasts: tuple[Contrast, ...]
) -> None:
    assert contrast(answerer, about_russia, kind, word, *contrasts) is None


def test_another_country_in_a_question_is_contradicted_with_the_passage(answerer: Answerer) -> None:
    reply = answerer.answer("trade between China and India rose by how much")
    assert isinstance(reply, Contradicted)
    assert (reply.asked, reply.known) == ("India", "Russia")
    assert [guard.name for guard in reply.reason.guards] == ["name"]


@pytest.mark.parametrize("code", sorted(path.stem for path in CATALOGUES.glob("*.ftl")))
def test_discord_says_a_contradiction_in_the_readers_language(answerer: Answerer, about_russia: Entry, code: str) -> None:
    reply = Contradicted("?", 0.4, Reason.nothing_matched(0.5), about_russia, "India", "Russia", ())
    spoken = language(code)
    text = render(answerer, reply, Reader(1, spoken)).text
    assert spoken.say("contradicted", asked="India", known="Russia") in text
    assert about_russia.passages[0].quote.split("\n")[0] in text
