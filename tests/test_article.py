"""The article and its parts."""

from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.knowledge.article import cut


def test_sentences_end_at_full_stops_lines_and_blank_lines() -> None:
    text = "One (TDI): two. “Three!” Four is US$1.5 billion.\nA heading\n\nFive? Six"
    found = [(s.paragraph, text[s.start : s.end]) for s in cut(text, ())]
    assert found == [
        (1, "One (TDI): two."), (1, "“Three!”"), (1, "Four is US$1.5 billion."), (1, "A heading"), (2, "Five?"), (2, "Six"),
    ]  # fmt: skip


def test_captions_are_marked_and_whole() -> None:
    assert [s.caption for s in cut("A Caption. Of two\n\nText.", ("A Caption. Of two",))] == [True, False]


def test_the_shipped_article_is_cut_as_the_given_table_says(request: pytest.FixtureRequest, answerer: Answerer) -> None:
    path: Path | None = request.config.getoption("--sentences")
    if path is None:
        pytest.skip("no table of sentences was given; name it with --sentences PATH")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    article = answerer.library[0].article
    cut_as = [(f"S{s.number:02}", f"P{s.paragraph:02}", article.text[s.start : s.end]) for s in article.sentences]
    assert [(s, p, " ".join(t.split())) for s, p, t in cut_as] == [(s, p, " ".join(t.split())) for s, p, t in rows]


def test_every_quote_is_a_slice_of_the_article(answerer: Answerer) -> None:
    [knowledge] = answerer.library
    article = knowledge.article
    for entry in knowledge.entries:
        for passage in entry.passages:
            assert article.text[passage.start : passage.end] == passage.quote
            assert not any(sentence.caption for sentence in article.sentences_within(passage))


def test_every_citable_sentence_is_cited_by_an_answer(answerer: Answerer) -> None:
    [knowledge] = answerer.library
    article = knowledge.article
    cited = {s for e in knowledge.entries if e.answered for p in e.passages for s in article.sentences_within(p)}
    assert cited == set(article.citable())
