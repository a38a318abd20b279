"""What is not a knowledge file, or not an article, is told in a line; nothing hangs, nothing is lost."""

import os
from pathlib import Path

import pytest

from bot.answering import Answerer, ClosestPassages
from bot.errors import KnowledgeError, OutputError
from bot.files import write as write_file
from bot.knowledge import load, sha256
from tests.command_line import onrecord
from tests.ferry import ARTICLE, KNOWLEDGE, checked, write


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (bytes(range(256)) * 8, "not a text: it holds a NUL character"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not UTF-8"),
        (KNOWLEDGE.encode("utf-16"), "not UTF-8"),
        ("schema: 1\n".encode("utf-16-le"), "it holds a NUL character"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "an anchor (&) is not allowed"),
        (b"[" * 100_000, "nested more than 8 deep"),
        (b"<html><body><p>Not YAML: at all</p>", "schema: is missing"),
    ],
    ids=["bytes", "picture", "UTF-16", "UTF-16 without a mark", "6 MB", "YAML bomb", "brackets", "HTML"],
)
def test_a_knowledge_file_that_is_none_is_told_in_a_line(tmp_path: Path, content: bytes, told: str) -> None:
    write(tmp_path).write_bytes(content.replace(bytes(range(256)), bytes(range(128))))
    first, *rest = checked(tmp_path).faults
    assert told in first.what
    assert len(rest) < 3, "one fault of form stops the reading"


@pytest.mark.parametrize("name", ["ferry.yaml", "ferry.txt"])
def test_a_loop_of_symbolic_links_and_a_pipe_end_with_a_line(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    path = tmp_path / name
    path.unlink()
    path.symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(path)
    [fault] = checked(tmp_path).faults
    assert "symbolic links" in fault.what
    with pytest.raises(OutputError):
        write_file(path, "x")
    path.unlink()
    os.mkfifo(path)
    [fault] = checked(tmp_path).faults
    assert fault.what == "not a file"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path, mark: str) -> None:
    article, knowledge = ARTICLE.replace("\n", "\r\n"), KNOWLEDGE.replace("\n", "\r\n")
    path = write(tmp_path, mark + knowledge, article)
    path.write_bytes((mark + knowledge.replace(sha256(ARTICLE.encode()), sha256(article.encode()))).encode())
    assert checked(path).faults == ()


def test_an_article_without_sentences_cannot_be_cited_and_that_is_said(tmp_path: Path) -> None:
    path = write(
        tmp_path, KNOWLEDGE.replace("captions: [The new hall]", "captions: [The new hall, Gulls]"), "The new hall\n\nGulls\n"
    )
    told = [fault.what for fault in checked(path).faults]
    assert "no sentence can be cited" in told
    assert any("is not in the article" in what for what in told)


def test_chinese_is_checked_like_any_other_language(tmp_path: Path) -> None:
    article = "北京，2021年12月15日：两国元首举行视频会晤。贸易额首次突破1000亿美元。\n"
    (tmp_path / "zh.txt").write_text(article, encoding="utf-8")
    (tmp_path / "zh.yaml").write_text(
        f'schema: 1\narticle: {{file: zh.txt, sha256: "{sha256(article.encode())}", language: zh-Hans}}\nentries:\n'
        "  - {id: trade, question: 贸易额是多少？, phrasings: [贸易额突破多少, 双边贸易额有多大], answer: 贸易额首次突破900亿美元。,\n"
        "     passages: [贸易额首次突破1000亿美元。]}\n",
        encoding="utf-8",
    )
    assert [fault.rule for fault in checked(tmp_path).faults] == ["support", "style", "wording", "coverage"]


def test_a_book_is_checked_and_its_gaps_are_not_all_listed(tmp_path: Path) -> None:
    article = ARTICLE + "".join(f"\nIn year {year} the office counted {7 * year} boats and gulls.\n" for year in range(9_000))
    path = write(tmp_path, KNOWLEDGE.replace('which cost €12 million."', 'which cost €13 million."'), article)
    told = [fault.what for fault in checked(path).faults]
    assert any("it has “€13” where the article has “€12”" in what for what in told)
    assert "no entry cites this sentence nor" in told[-1]
    assert len(told) < 300


def test_where_every_entry_is_a_draft_the_bot_has_no_answer_and_shows_the_closest_passage(tmp_path: Path) -> None:
    drafted = KNOWLEDGE.replace("    answer:", "    draft: true\n    answer:").replace("    note:", "    draft: true\n    note:")
    reply = Answerer(load(write(tmp_path, drafted))).answer("How much did the new terminal cost?")
    assert isinstance(reply, ClosestPassages)
    assert "which cost €12 million" in reply.passages[0].quote


def test_a_report_that_cannot_be_written_is_one_line_and_exit_code_2(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    for place in (tmp_path / "nowhere" / "report.html", tmp_path):
        done = onrecord(home, "check", str(path), "--report", str(place))
        assert done.returncode == 2
        assert "cannot be written" in done.stderr
        assert "Traceback" not in done.stderr


def test_nothing_is_checked_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no knowledge file"):
        checked(tmp_path)
