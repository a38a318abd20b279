"""The reply as JSON: every key in every reply, and citations that are the article's own characters."""

import json

import pytest

from bot.answering import Answerer, Contradicted, NotSaid, Outcome, Reason, Suggestion
from bot.surfaces.json import to_dict, to_json

KEYS = ["question", "understood_as", "outcome", "entry", "confidence", "answer", "note", "citations", "suggestions", "evidence"]
QUESTIONS = {
    "answer": "what treaty was renewed?",
    "not_said": "who came with Putin?",
    "passage": "what are the rules of the un security council",
    "unclear": "explain the balance of power theory",
    "off_topic": "best ramen near campus",
    "about": "who are you",
}


@pytest.mark.parametrize(("outcome", "question"), QUESTIONS.items())
def test_no_key_is_ever_missing_and_every_citation_is_a_slice_of_its_article(
    answerer: Answerer, outcome: str, question: str
) -> None:
    reply = json.loads(to_json(answerer.answer(question)))
    assert list(reply) == KEYS
    assert (reply["outcome"], reply["question"]) == (outcome, question)
    text = answerer.library[0].article.text
    citations = [*reply["citations"], *(citation for one in reply["suggestions"] for citation in one["citations"])]
    assert all(text[citation["start"] : citation["end"]] == citation["quote"] for citation in citations)
    assert bool(reply["answer"]) == (outcome == "answer")
    assert bool(reply["note"]) == (outcome != "answer")


def test_suggestions_have_neither_answer_nor_note(answerer: Answerer, doubtful: str) -> None:
    reply = to_dict(answerer.answer(doubtful))
    assert reply["outcome"] == "suggestions"
    assert reply["answer"] is reply["note"] is reply["entry"] is None
    assert 1 <= len(reply["suggestions"]) <= 3


def test_a_contradiction_cites_what_the_article_has_and_names_no_entry(answerer: Answerer) -> None:
    entry = next(entry for entry in answerer.library[0].entries if entry.answered)
    nearby = (Suggestion(entry, 0.3),)
    reply = to_dict(Contradicted("?", 0.4, Reason.nothing_matched(0.5), entry, "India", "Russia", nearby))
    assert (reply["outcome"], reply["entry"]) == ("not_said", None)
    assert [citation["quote"] for citation in reply["citations"]] == [passage.quote for passage in entry.passages]
    assert [suggestion["entry"] for suggestion in reply["suggestions"]] == [entry.key]


def test_what_the_article_does_not_say_names_the_entry_that_says_so(answerer: Answerer) -> None:
    found: Outcome = answerer.answer(QUESTIONS["not_said"])
    assert isinstance(found, NotSaid)
    reply = to_dict(found)
    assert (reply["entry"], reply["note"]) == (found.entry.key, found.entry.note)


def test_the_line_is_ascii_and_a_lone_surrogate_does_not_break_it(answerer: Answerer) -> None:
    line = to_json(answerer.answer("\ud800 – quién?"))
    assert line.isascii()
    assert json.loads(line)["question"] == "? – quién?"


def test_only_what_is_not_said_or_answered_claims_something_about_the_article(answerer: Answerer) -> None:
    for outcome, question in QUESTIONS.items():
        reply = to_dict(answerer.answer(question))
        assert bool(reply["entry"]) == (outcome in ("answer", "not_said"))
        assert reply["citations"] or outcome not in ("answer", "passage")
        assert not reply["citations"] or outcome in ("answer", "passage", "not_said")


def test_what_speaks_against_an_answer_is_named_among_the_guards(answerer: Answerer) -> None:
    reply = to_dict(answerer.answer("trade between China and India rose by how much"))
    assert reply["evidence"]["guards"] == ["name: india"]
