"""What was asked, as a page and as a table."""

import csv
import re
from pathlib import Path

import pytest

from bot.curation.learn import Filters, group, read_asked, write_csv, write_report
from bot.journal import Journal, Report, Vote
from bot.language import ENGLISH
from tests.curation.learn.conftest import UNTIL, Record

HOSTILE = "<script>alert(1)</script> & who built it"


def page(journal: Journal, path: Path) -> str:
    asked = read_asked(journal, Filters(), UNTIL)
    write_report(asked, group(asked.unanswered, ENGLISH, None), path)
    return path.read_text(encoding="utf-8")


def test_the_page_has_figures_plots_and_questions_and_nothing_from_elsewhere(
    journal: Journal, record: Record, tmp_path: Path
) -> None:
    record("who built it", 3)
    record("when does it open", 7, outcome="answer", entry="opening")
    journal.vote(Vote(answer=1, entry="opening", helpful=False, knowledge="0", guild=None, time=UNTIL), 1)
    assert journal.flush()
    written = page(journal, tmp_path / "report.html")
    assert written.count("<svg") == 2
    assert "who built it" in written
    assert "(3 times)" in written
    assert "70.0 %" in written
    assert not re.search(r"<script|<link|(?:src|href)=\"?http", written)


def test_hostile_texts_are_shown_as_texts(journal: Journal, record: Record, tmp_path: Path) -> None:
    record(HOSTILE)
    journal.report(Report(answer=1, entry="cost", text=HOSTILE, knowledge="0", guild=None, time=UNTIL), 1)
    assert journal.flush()
    written = page(journal, tmp_path / "report.html")
    assert "<script" not in written
    assert written.count("&lt;script&gt;") == 2


def test_without_words_the_page_says_so_and_how_to_keep_them(journal: Journal, record: Record, tmp_path: Path) -> None:
    record("")
    assert "JOURNAL_QUESTIONS=on" in page(journal, tmp_path / "report.html")


def test_an_empty_journal_has_a_page_too(journal: Journal, tmp_path: Path) -> None:
    assert "What was asked" in page(journal, tmp_path / "report.html")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1"])
def test_a_cell_that_would_be_a_formula_is_made_harmless(journal: Journal, record: Record, tmp_path: Path, text: str) -> None:
    record(text)
    path = tmp_path / "questions.csv"
    write_csv(read_asked(journal, Filters(), UNTIL).questions, path)
    with path.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["text"] == f"'{text}"


def test_the_table_tells_nothing_of_who_asked(journal: Journal, record: Record, tmp_path: Path) -> None:
    record("who, “if anyone”, built\nit")
    path = tmp_path / "questions.csv"
    asked = read_asked(journal, Filters(), UNTIL)
    write_csv(asked.questions, path)
    with path.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["text"] == "who, “if anyone”, built\nit"
    assert asked.questions[0].member
    assert asked.questions[0].member not in path.read_text(encoding="utf-8")
