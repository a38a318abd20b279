"""Questions as a person writes them down, in one file, several, or a folder."""

import json
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.curation.evaluate import evaluate, misses, read_all, read_questions, repeated, summary
from bot.errors import QuestionsError
from bot.knowledge import load
from tests.ferry import DATA

TEXT = """# what readers may ask
? how costly was the terminal, all in all = S1
? what burned down back then = s1, S02

? how much for one ticket nowadays
! who drew the terminal's plans
! is there a bar on board
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "questions.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_plain_text_is_read_by_its_signs(text: Path) -> None:
    found = read_questions(text)
    assert [(one.id, one.kind, one.gold) for one in found] == [
        (f"{text.as_posix()}:2", "answerable", ("S1",)),
        (f"{text.as_posix()}:3", "answerable", ("S1", "S02")),
        (f"{text.as_posix()}:5", "answerable", ()),
        (f"{text.as_posix()}:6", "near_miss", ()),
        (f"{text.as_posix()}:7", "near_miss", ()),
    ]
    assert found[0].q == "how costly was the terminal, all in all"


MISTYPED = ["= S1.", "= S1 (or so)", "= S3-S1", "= see S1", "= S1 S2", "=S1;", "= S1-S900"]


@pytest.mark.parametrize(
    "line",
    [
        "what is it",
        "?",
        "! ",
        "? what is it = 12",
        "? what is it = S1, 2",
        "= S1",
        "! it = S1",
        *(f"? it {gold}" for gold in MISTYPED),
    ],
)
def test_a_line_that_is_no_question_is_told_with_its_place_and_the_form(tmp_path: Path, line: str) -> None:
    path = tmp_path / "q.txt"
    path.write_text(f"? what is it = S1\n{line}\n", encoding="utf-8")
    with pytest.raises(QuestionsError, match=r"q\.txt:2: write \? QUESTION") as raised:
        read_questions(path)
    assert len(str(raised.value).splitlines()) == 1


def test_an_equals_sign_within_a_question_stays_in_it(tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text("? is one ticket = one trip\n! what is a = b\n", encoding="utf-8")
    assert [one.q for one in read_questions(tmp_path / "q.txt")] == ["is one ticket = one trip", "what is a = b"]


@pytest.mark.parametrize("written", ["S1-S3, s5", "S1–3,S5", "S1 - S3 , S5"])
def test_a_range_of_sentences_is_each_of_them(tmp_path: Path, written: str) -> None:
    (tmp_path / "q.txt").write_text(f"? what is it = {written}\n", encoding="utf-8")
    assert [name.upper() for name in read_questions(tmp_path / "q.txt")[0].gold] == ["S1", "S2", "S3", "S5"]


@pytest.mark.parametrize("gold", ["S0", "S9"])
def test_gold_that_cannot_be_cited_is_refused(tmp_path: Path, gold: str) -> None:
    (tmp_path / "q.txt").write_text(f"? what is it = {gold}\n", encoding="utf-8")
    answerer = Answerer(load(DATA / "ferry.yaml"), encoder="none")
    with pytest.raises(QuestionsError, match=f"{gold} is no sentence of the article that can be cited\nit has S1 to S8"):
        evaluate(answerer, read_questions(tmp_path / "q.txt"), lambda: None)


@pytest.mark.parametrize("name", ["notes.md", "ferry.yaml", "questions"])
def test_a_file_of_another_kind_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("one\ntwo\n", encoding="utf-8")
    with pytest.raises(QuestionsError, match="is no file of labelled questions; name a") as raised:
        read_all([tmp_path / name])
    assert len(str(raised.value).splitlines()) == 1


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "q.txt").write_text("? what is it\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [one.id for one in read_all([tmp_path / "one", Path("two")])] == ["one/q.txt:1", "two/q.txt:1"]


def test_a_question_that_is_asked_twice_is_told(text: Path) -> None:
    text.write_text("? what is it\n! who is it\n? What is it?\n", encoding="utf-8")
    assert list(repeated(read_questions(text))) == [
        f"{text.as_posix()}:3: “What is it?” is asked as {text.as_posix()}:1 already, and counts twice"
    ]


def test_several_files_and_a_whole_folder_are_read_once_each(text: Path) -> None:
    lines = text.with_name("more.jsonl")
    lines.write_text(json.dumps({"id": "x", "kind": "off_topic", "q": "anyone into pottery"}), encoding="utf-8")
    text.with_name("notes.md").write_text("no questions", encoding="utf-8")
    ids = [one.id for one in read_all([text.parent, text])]
    assert ids == ["x", *(one.id for one in read_questions(text))]


def test_a_folder_without_questions_is_told(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match=r"no file of questions in this folder; name them \.jsonl or \.txt"):
        read_all([tmp_path])


def test_without_gold_any_answer_counts_as_right_and_is_told_apart(text: Path) -> None:
    judged = evaluate(Answerer(load(DATA / "ferry.yaml"), encoder="none"), read_questions(text), lambda: None)
    assert judged[2].verdict == "answered"
    told = summary(judged)
    verdicts = told["kinds"]["answerable"]
    assert verdicts["answered"]["count"] == told["without gold"] == 1
    assert told["right"]["count"] == verdicts["right"]["count"] + 1
    assert sum(bin["right"]["total"] for bin in told["reliability"]) == 4, "it tells nothing of confidence"
    assert [one["id"] for one in misses(judged)] == [one.question.id for one in judged if one.missed]
