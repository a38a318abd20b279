"""The replies of the shipped knowledge: what readers meet."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Answer, Answerer, NotSaid, OffTopic
from bot.surfaces.json import to_json


def test_the_renewed_treaty_is_answered_with_its_passage(answerer: Answerer) -> None:
    reply = answerer.answer("what treaty was renewed?")
    assert isinstance(reply, Answer)
    assert "Treaty of Good-neighborliness and Friendly Cooperation" in reply.entry.answer
    assert reply.entry.passages[0].paragraph == 5


@pytest.mark.parametrize("question", ["who accompanied Putin?", "how long did the meeting last?", "who came with Putin"])
def test_what_the_article_does_not_say_is_said_by_an_unanswered_entry(answerer: Answerer, question: str) -> None:
    reply = answerer.answer(question)
    assert isinstance(reply, NotSaid)
    assert reply.entry.note


@pytest.mark.parametrize("question", ["", "???", "🐸", "anyone up for chess tonight", "best ramen near campus"])
def test_a_question_about_something_else_is_off_topic_and_the_topics_are_named(answerer: Answerer, question: str) -> None:
    reply = answerer.answer(question)
    assert isinstance(reply, OffTopic)
    assert reply.why == ("outside" if any(map(str.isalpha, question)) else "unreadable")
    assert 1 <= len(reply.topics) <= 6
    assert not any(topic.startswith("The ") for topic in reply.topics)
    assert reply.articles == (answerer.library[0].article.called,)


KEYS = ["question", "outcome", "entry", "confidence", "answer", "note", "citations", "suggestions", "evidence"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_gets_the_same_sound_reply_twice(answerer: Answerer, text: str) -> None:
    told = to_json(answerer.answer(text))
    assert told == to_json(answerer.answer(text))
    reply = json.loads(told)
    assert list(reply) == KEYS
    article = answerer.library[0].article.text
    for citation in reply["citations"]:
        assert article[citation["start"] : citation["end"]] == citation["quote"]
    assert (reply["outcome"] == "answer") == bool(reply["answer"])
    assert reply["outcome"] != "answer" or reply["citations"]


def test_preparing_changes_no_reply(answerer: Answerer) -> None:
    prepared = Answerer(answerer.library)
    prepared.prepare()
    for question in ("what treaty was renewed?", "who came with Putin?", "tell me about steel prices"):
        assert prepared.answer(question) == answerer.answer(question)
