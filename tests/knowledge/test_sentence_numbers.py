"""A passage may be written as the number of a sentence."""

from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import load, read_manuscript
from tests.ferry import ARTICLE, KNOWLEDGE, write

SOLAR = "- The terminal runs on solar power alone."


def written(folder: Path, passage: str, article: str = ARTICLE) -> Path:
    return write(folder, KNOWLEDGE.replace(SOLAR, f"- {passage}"), article)


@pytest.mark.parametrize(
    ("number", "quote"),
    [
        ("S7", "The terminal runs on solar power alone."),
        ("s07", "The terminal runs on solar power alone."),
        ("{quote: S7}", "The terminal runs on solar power alone."),
        ("S7-S8", "The terminal runs on solar power alone. Children travel free."),
        ("S7–8", "The terminal runs on solar power alone. Children travel free."),
    ],
)
def test_a_number_means_the_very_characters_of_its_sentence(tmp_path: Path, number: str, quote: str) -> None:
    [knowledge] = load(written(tmp_path, number))
    [passage] = next(entry for entry in knowledge.entries if entry.id == "solar-power").passages
    assert passage.quote == quote
    assert ARTICLE[passage.start : passage.end] == quote


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("S99", "“S99”: the article has sentences S1 to S8; see them with `sentences`"),
        ("S0", "“S0”: the article has sentences S1 to S8"),
        ("S8-S7", "“S8-S7” runs backwards; write the lower number first"),
        ("S3", "“S3” is a caption, which is never cited; cite a sentence"),
        ("S6-S7", "“S6-S7” goes over several paragraphs; write a passage for each"),
    ],
)
def test_a_number_that_cannot_be_meant_is_a_fault_with_its_place(tmp_path: Path, number: str, told: str) -> None:
    path = written(tmp_path, number)
    with pytest.raises(KnowledgeError) as refused:
        load(path)
    line = path.read_text(encoding="utf-8").splitlines().index(f"      - {number}") + 1
    assert str(refused.value).startswith(f"{path}:{line}:9: {told}")


def test_a_sentence_too_long_to_be_shown_is_to_be_quoted_in_part(tmp_path: Path) -> None:
    long = ARTICLE.replace("solar power alone.", f"solar power alone{', or not' * 150}.")
    with pytest.raises(KnowledgeError, match=r"“S7” is longer than 1000 characters; copy the part that says it"):
        load(written(tmp_path, "S7", long))


def test_a_number_is_not_counted_in_another_text_than_the_pinned_one(tmp_path: Path) -> None:
    path = written(tmp_path, "S7")
    path.with_suffix(".txt").write_text("New. " + ARTICLE, encoding="utf-8", newline="")
    faults = read_manuscript(path).faults
    assert "“S7” counts the sentences of the article that was pinned, and this is another text" in [f.what for f in faults]


def test_words_that_look_like_a_number_can_be_quoted_with_what_is_around_them(tmp_path: Path) -> None:
    article = ARTICLE + "\nIt berths at pier S8 alone.\n"
    [knowledge] = load(written(tmp_path, "{quote: S8, prefix: pier}", article))
    [passage] = next(entry for entry in knowledge.entries if entry.id == "solar-power").passages
    assert passage.start == article.index("S8")
