"""Large and contrived files are read in time that grows as they do, or refused with a line: a quadratic one takes minutes here."""

from pathlib import Path

import pytest

from bot.errors import Fault, KnowledgeError
from bot.knowledge import cut, load, sha256
from bot.language import Thesaurus

ENTRY = "- {{id: x{0}, question: Who {0}?, answer: He., passages: [{1}]}}\n"


def faults(folder: Path, article: str, knowledge: str) -> tuple[Fault, ...]:
    """Write an article and a knowledge file about it; return what is wrong with them."""
    (folder / "a.txt").write_text(article, encoding="utf-8")
    path = folder / "a.yaml"
    path.write_text(f"schema: 1\narticle: {{file: a.txt, sha256: {sha256(article.encode())}}}\n{knowledge}", encoding="utf-8")
    try:
        load(path)
    except KnowledgeError as error:
        return error.faults
    return ()


def entries(*passages: str) -> str:
    return "entries:\n" + "".join(ENTRY.format(number, passage) for number, passage in enumerate(passages))


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("{quote: The bridge is new., prefix: It fell.}", "is in the article, but not with this prefix and suffix"),
        ("{quote: The bridge is new., prefix: is new.}", "stands 1000 times or more in the article"),
        ("The bridge is old.", "it has “old.” where the article has “new.”"),
    ],
    ids=["with another prefix", "with a prefix", "with a wrong word"],
)
def test_a_passage_that_stands_a_hundred_thousand_times(tmp_path: Path, passage: str, told: str) -> None:
    [fault] = faults(tmp_path, "The bridge is new. " * 100_000, entries(passage))
    assert told in fault.what


def test_a_passage_is_told_apart_by_its_prefix_among_a_hundred_thousand(tmp_path: Path) -> None:
    article = "The bridge is new. " * 100_000 + "At last: The bridge is new."
    assert faults(tmp_path, article, entries("{quote: The bridge is new., prefix: 'At last:'}")) == ()


@pytest.mark.parametrize("words", ["the gulls of a pier ", "a b b a c a b ", "x", "aab"])
def test_a_wrong_passage_beside_one_sentence_of_a_megabyte(tmp_path: Path, words: str) -> None:
    article = words * (1_000_000 // len(words)) + "end."
    [fault] = faults(tmp_path, article, entries((words[::-1] * 990)[:990] + "z"))
    assert "is not in the article" in fault.what


def test_a_thousand_wrong_passages_beside_a_long_article_are_all_told_and_the_first_are_explained(tmp_path: Path) -> None:
    article = "".join(f"Gull {number} flew. " for number in range(60_000))
    found = faults(tmp_path, article, entries(*(f"Gull {number} slept." for number in range(1_000))))
    assert len(found) == 1_000
    assert "it has “slept.” where the article has “flew.”" in found[0].what
    assert found[-1].what == "“Gull 999 slept.” is not in the article"


def test_more_passages_than_can_be_proven_are_refused_with_one_line(tmp_path: Path) -> None:
    article = "".join(f"Gull {number} flew. " for number in range(200_000))
    [fault] = faults(tmp_path, article, entries(*(f"Gull {number} flew." for number in range(2_000))))
    assert fault.what == f"2000 passages are too many to prove in an article of {len(article)} characters"


@pytest.mark.parametrize("before", ["", "\ufeff", "schema: 1\n...\n", "schema: 1\r", "schema: 1\u2028"], ids=ascii)
def test_directives_are_refused_at_the_first(tmp_path: Path, before: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(before + "%TAG ! tag:x\n" * 100_000, encoding="utf-8", newline="")
    with pytest.raises(KnowledgeError, match=r"a directive \(%\) is not allowed") as raised:
        load(path)
    assert len(raised.value.faults) == 1


@pytest.mark.parametrize(
    "text", ["." * 1_000_000 + "x", ".[.]" * 500_000 + "x", ".“" * 500_000, "5. " * 300_000, "J. " * 300_000]
)
def test_sentences_end_somewhere_in_a_megabyte_of_marks(text: str) -> None:
    assert cut(f"A gull flew {text} away.", ())[-1].end == len(text) + len("A gull flew  away.")


def test_thousands_of_faults_of_form_are_told_each_with_its_line(tmp_path: Path) -> None:
    found = faults(tmp_path, "A gull flew.", "entries:\n" + '- {id: X, question: "", answer: He., passages: []}\n' * 20_000)
    assert [fault.line for fault in found[::3]] == list(range(4, 20_004))


def test_a_hundred_thousand_synonyms_that_begin_alike() -> None:
    thesaurus = Thesaurus({"gull": [f"bird w{number}" for number in range(100_000)]})
    assert thesaurus.read(("bird", "w777", "bird")) == ("gull", "bird")
