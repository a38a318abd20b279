"""What replies say in English: each kind in words of its own, and no claim that its kind does not make."""

from typing import Literal

import pytest

from bot.answering import (
    About,
    Answerer,
    ClosestPassages,
    Contradicted,
    Names,
    NotSaid,
    OffTopic,
    Outcome,
    Reason,
    Suggestion,
    Unclear,
    about_entries,
    outcome_name,
)
from bot.surfaces.wording import about_text, note, offered

WHY = Reason.nothing_matched(0.5)
Why = Literal["outside", "unreadable", "nothing answered", "nothing near"]


def off_topic(why: Why, topics: tuple[str, ...] = ("the treaty", "trade", "Taiwan"), articles: int = 1) -> OffTopic:
    return OffTopic("", 0.0, WHY, why, topics, tuple(f"Article {number}" for number in range(articles)))


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (off_topic("outside"), "That is outside this article. Ask me about the treaty, trade or Taiwan."),
        (off_topic("outside", ("trade",)), "That is outside this article. Ask me about trade."),
        (off_topic("unreadable"), "I cannot read a question in that. Ask me about the treaty, trade or Taiwan."),
        (off_topic("nothing answered", ()), "Nobody has approved an answer about this article yet."),
        (off_topic("nothing near"), "I find nothing near that in “Article 0”."),
        (off_topic("nothing near", articles=2), "I find nothing near that in “Article 0”, “Article 1”."),
    ],
)
def test_what_is_off_topic_is_said_with_what_can_be_asked(reply: OffTopic, line: str) -> None:
    assert note(reply) == line
    assert outcome_name(reply) == "off_topic"


def test_of_many_articles_the_first_are_named_and_the_others_counted() -> None:
    line = note(off_topic("nothing near", articles=9))
    assert line is not None
    assert line.endswith("“Article 5” and 3 more.")
    assert "Article 6" not in line


def test_an_answer_says_itself_and_every_other_outcome_has_a_note_of_its_own(answerer: Answerer) -> None:
    entries = answerer.library[0].entries
    known = next(entry for entry in entries if entry.answered)
    silent = next(entry for entry in entries if not entry.answered)
    replies: list[Outcome] = [
        ClosestPassages("", 0.6, WHY, known.passages, ()),
        NotSaid("", 0.0, WHY, silent, ()),
        Contradicted("", 0.4, WHY, known, "India", "Russia", ()),
        Unclear("", 0.1, WHY, ()),
        off_topic("outside"),
        About("", 1.0, WHY, "thanks", Names()),
    ]
    notes = [note(reply) for reply in replies]
    assert len(set(notes)) == len(replies)
    assert notes[1:4] == [silent.note, "The article says Russia, not India.", "I am not sure what you mean."]
    assert note(answerer.answer(known.question)) is None


def test_a_suggestion_names_its_article_where_there_are_several(answerer: Answerer) -> None:
    entry = answerer.library[0].entries[0]
    assert offered(Suggestion(entry, 0.4)) == entry.question
    assert offered(Suggestion(entry, 0.4, "The Ferry")) == f"{entry.question} (in “The Ferry”)"


def test_nothing_but_an_entry_and_a_contradiction_denies_that_the_article_answers() -> None:
    bare: list[Outcome] = [
        Unclear("", 0.1, WHY, ()),
        ClosestPassages("", 0.6, WHY, (), ()),
        off_topic("outside"),
        off_topic("unreadable"),
    ]
    for reply in bare:
        assert "does not" not in (note(reply) or "")


@pytest.mark.parametrize("language", ["en", "es", "ru", "zh-CN"])
def test_every_text_about_the_bot_has_its_names_filled_in(language: str) -> None:
    names = Names("Herald", "the desk", "The Ferry")
    texts = {topic: about_text(About("", 1.0, WHY, topic, names), language) for topic in about_entries(language)}
    assert texts
    assert not [topic for topic, text in texts.items() if "{" in text or not text.strip()]
    assert "Herald" in texts["who-are-you"]
