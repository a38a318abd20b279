"""The article and its parts."""

from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.knowledge import Article, cut


def test_sentences_end_at_full_stops_lines_and_blank_lines() -> None:
    text = "One (TDI): two. “Three!” Four is US$1.5 billion.\nA heading\n\nFive? Six"
    found = [(s.paragraph, text[s.start : s.end]) for s in cut(text, ())]
    assert found == [
        (1, "One (TDI): two."), (1, "“Three!”"), (1, "Four is US$1.5 billion."), (1, "A heading"), (2, "Five?"), (2, "Six"),
    ]  # fmt: skip


ONE_SENTENCE = [
    "Gen. Ulysses S. Grant of the U.S. Army met Dr. Mary E. Walker at 5 p.m. Monday.",
    "J. R. R. Tolkien taught at Oxford.",
    "See No. 5, Fig. 3 and pp. 12–14.",
    "It grew by 2.5 per cent to $1.75 billion.",
    "“Will it hold?” Mayor Edson asked.",
    "The firm, Boulton & Co. Ltd., paid.",
    "He waited … and left.",
    "3. Turn left.",
    "“Stop!” she said.",
]  # fmt: skip
TWO_SENTENCES = [
    ("He moved to the U.S.", "The firm followed."),
    ("It was built for Acme Inc.", "In 2003 it closed."),
    ("“It is safe.”", "Nobody believed it."),
    ("The figure is disputed.[citation needed]", "A group says less.[3]"),
    ("He arrived at 9 a.m.", "They left at noon."),
    ("(It had closed in 2001.)", "$5 million was lost."),
    ("Is it safe?", "Évian says no."),
    ("He said “No.”", "“Why?” she asked."),
]  # fmt: skip


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_points_within_a_sentence_do_not_end_it(text: str) -> None:
    assert [text[s.start : s.end] for s in cut(text, ())] == [text]


@pytest.mark.parametrize("pair", TWO_SENTENCES)
def test_sentences_are_cut_where_they_end(pair: tuple[str, str]) -> None:
    text = " ".join(pair)
    assert [text[s.start : s.end] for s in cut(text, ())] == list(pair)


def test_chinese_sentences_end_without_spaces() -> None:
    text = "桥梁于三月开通。“花费六百万！”市长说。"
    assert [text[s.start : s.end] for s in cut(text, ())] == ["桥梁于三月开通。", "“花费六百万！”", "市长说。"]


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


def test_a_passage_that_is_cut_is_marked_on_the_side_where_its_sentence_goes_on() -> None:
    text = "The mayor opened the bridge, which cost much. It is long."
    article = Article("bridge", text, "", "", "", "en", "", cut(text, frozenset()))
    assert article.shown(article.passage(0, 45)) == text[:45]
    assert article.shown(article.passage(4, 27)) == "… mayor opened the bridge …"
    assert article.shown(article.passage(0, 44)) == text[:44]  # only the full stop is left out


def test_paragraphs_are_counted_as_a_reader_does_without_those_of_captions() -> None:
    text = "One.\n\nA caption\n\nTwo.\n\nThree."
    article = Article("bridge", text, "", "", "", "en", "", cut(text, ["A caption"]))
    assert [article.counted(s.paragraph) for s in article.citable()] == [1, 2, 3]
