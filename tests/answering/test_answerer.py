"""The replies of the shipped knowledge: what readers meet."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from bot.answering import (
    About,
    Answer,
    Answerer,
    NotSaid,
    OffTopic,
    Suggestions,
    Unclear,
    passages_of,
    points_of,
    suggestions_of,
    topics,
)
from bot.answering.offering.topics import named_topics
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


@pytest.mark.parametrize("question", ["lol", "explain the balance of power theory", "capital of mongolia"])
def test_a_bot_that_is_not_sure_says_so_and_claims_nothing(answerer: Answerer, question: str) -> None:
    reply = answerer.answer(question)
    assert isinstance(reply, Unclear)
    assert reply.confidence < answerer.thresholds.suggest
    assert passages_of(reply) == ()


@pytest.mark.parametrize(
    ("question", "guard"),
    [
        ("xi putin what else", "restriction"),
        ("who was not renewed", "negation"),
        ("when did king Xi meet Putin", "title"),
    ],
)
def test_what_only_resembles_an_entry_is_not_answered_and_the_word_is_named(
    answerer: Answerer, question: str, guard: str
) -> None:
    reply = answerer.answer(question)
    assert isinstance(reply, Suggestions)
    assert guard in [found.name for found in reply.reason.guards]


@pytest.mark.parametrize(
    ("text", "topic"), [("hi", "greeting"), ("thanks!!", "thanks"), ("谢谢", "thanks"), ("who are you", "who-are-you")]
)
def test_what_is_said_to_the_bot_itself_is_about_it(answerer: Answerer, text: str, topic: str) -> None:
    reply = answerer.answer(text)
    assert isinstance(reply, About)
    assert reply.topic == topic
    assert passages_of(reply) == ()


@pytest.mark.parametrize(
    "question", ["什么条约被续签了", "qué tratado se renovó", "welcher Vertrag wurde erneuert", "какой договор продлили"]
)
def test_a_question_in_another_language_finds_the_entry_it_means(answerer: Answerer, question: str) -> None:
    reply = answerer.answer(question)
    entries = [reply.entry] if isinstance(reply, Answer) else [one.entry for one in suggestions_of(reply)]
    assert "treaty" in entries[0].id


KEYS = ["question", "understood_as", "outcome", "entry", "confidence", "answer", "note", "citations", "suggestions", "evidence"]


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


def test_preparing_changes_no_reply(answerer: Answerer, cache: Path) -> None:
    unprepared = Answerer(answerer.library, cache)
    for question in ("what treaty was renewed?", "who came with Putin?", "tell me about steel prices"):
        assert unprepared.answer(question) == answerer.answer(question)


def test_preparing_names_every_article_once(answerer: Answerer) -> None:
    names: list[str] = []
    answerer.prepare(names.append)
    assert names == [knowledge.article.name for knowledge in answerer.library]


def test_the_topics_are_named_as_within_a_sentence_and_keep_their_names_otherwise(answerer: Answerer) -> None:
    assert [topic.casefold() for topic in answerer.topics] == [topic.casefold() for topic in [*topics(answerer.library)][:6]]


def test_one_thread_or_two_give_the_same_reply_to_the_last_bit(answerer: Answerer) -> None:
    questions = ("what treaty was renewed?", "tell me about steel prices", "qué tratado se renovó", "who was the prime minister")
    replies = []
    for threads in (1, 2):
        with threadpool_limits(threads):
            replies.append([answerer.answer(question) for question in questions])
    assert replies[0] == replies[1]


def test_two_questions_of_one_message_are_both_answered(answerer: Answerer) -> None:
    reply = answerer.answer("Who is Wang Yi and what treaty was renewed?")
    assert isinstance(reply, Answer)
    assert [entry.id for entry in reply.also] == ["treaty-name"]
    assert len(passages_of(reply)) == 2


def test_what_nothing_is_sure_enough_for_among_several_questions_is_named(answerer: Answerer) -> None:
    reply = answerer.answer("what treaty was renewed? how many goals did Messi score?")
    assert isinstance(reply, Answer)
    assert reply.left == ("how many goals did Messi score?",)


def test_a_message_that_asks_nothing_of_the_article_is_not_split_until_something_fits(answerer: Answerer) -> None:
    assert not isinstance(answerer.answer("Which year was the Treaty of Tordesillas concluded and who drew the line?"), Answer)


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("was this their first virtual meeting this year?", "no"),
        ("will putin go to the winter olympics", "yes"),
        ("what did they say about climate change", ""),
        ("was the innovation year a failure?", ""),
    ],
)
def test_a_question_for_yes_or_no_gets_it_where_the_file_knows(answerer: Answerer, question: str, opening: str) -> None:
    reply = answerer.answer(question)
    assert getattr(reply, "opening", "") == opening


def test_an_overview_has_a_point_for_each_passage(answerer: Answerer) -> None:
    reply = answerer.answer("what did xi say")
    assert isinstance(reply, Answer)
    assert len(points_of(reply)) == len(passages_of(reply)) > 1


def test_who_did_it_to_whom_is_not_exchanged(answerer: Answerer) -> None:
    assert not isinstance(answerer.answer("Did Putin express pleasure in meeting Xi?"), Answer)
    assert isinstance(answerer.answer("Did Xi express pleasure in meeting Putin?"), Answer)


def test_topics_near_to_what_was_asked_are_named_first(answerer: Answerer) -> None:
    named = named_topics(answerer.library, [answerer.entry("which-olympics")])
    assert named[0] == "the Olympics"
