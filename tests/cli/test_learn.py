"""The verbs suggest and journal report, as a curator types them."""

import csv
import json
import os
import pty
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.curation.edit import single_manuscript
from bot.journal import open_journal
from tests.command_line import environment_of, onrecord
from tests.ferry import ARTICLE, KNOWLEDGE
from tests.journal.rows import question
from tests.loopback.process import REPO

ASKED = {"what was the price tag of that ferry terminal": 30, "which architect drew the plans of the terminal": 5}
_PATIENCE = 60.0  # seconds


@pytest.fixture
def ferry(home: Path, tmp_path: Path) -> Iterator[Path]:
    """A knowledge file, and in the home of the session a journal of what was asked about it."""
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8", newline="")
    (tmp_path / "ferry.yaml").write_text(KNOWLEDGE, encoding="utf-8", newline="")
    path = home / "data" / "onrecord" / "journal.sqlite"
    with open_journal(f"sqlite:///{path}", texts=True) as journal:
        for text, times in ASKED.items():
            for _ in range(times):
                journal.record(question(text=text, outcome="unclear", entry=None, confidence=0.1), 1)
    yield tmp_path / "ferry.yaml"
    for file in path.parent.glob("journal.*"):
        file.unlink()


def test_in_a_pipe_the_suggestions_are_listed(home: Path, ferry: Path) -> None:
    done = onrecord(home, "suggest", "--knowledge", str(ferry))
    assert (done.returncode, done.stderr) == (0, "")
    assert "“what was the price tag of that ferry terminal” (30 times): unclear" in done.stdout
    assert "for terminal-cost: The new ferry terminal cost €12 million." in done.stdout
    assert ferry.read_text(encoding="utf-8") == KNOWLEDGE


def test_programs_read_a_suggestion_a_line(home: Path, ferry: Path) -> None:
    lines = onrecord(home, "suggest", "--json", "--knowledge", str(ferry)).stdout.splitlines()
    first = json.loads(lines[0])
    assert first["questions"][0] == {"text": next(iter(ASKED)), "count": 30, "outcomes": ["unclear"]}
    assert (first["ways"][0]["way"], first["ways"][0]["entry"]) == ("wording", "terminal-cost")


def test_a_person_accepts_sees_what_would_change_and_writes(home: Path, ferry: Path) -> None:
    shown = typed(home, ["suggest", "--knowledge", str(ferry)], {"q quit": "a", "2 of 2": "d", "Write this": "y\r"})
    assert "asked before and after; replied to otherwise: " in shown
    assert "+      - what was the price tag of that ferry terminal" in shown
    assert "1 question learned" in shown
    entries = {entry.id: entry for entry in single_manuscript(ferry).knowledge.entries}
    assert "what was the price tag of that ferry terminal" in entries["terminal-cost"].phrasings
    assert "which architect" not in onrecord(home, "suggest", "--knowledge", str(ferry)).stdout


def test_what_is_not_confirmed_is_not_written(home: Path, ferry: Path) -> None:
    shown = typed(home, ["suggest", "--knowledge", str(ferry)], {"q quit": "a", "2 of 2": "q", "Write this": "n\r"})
    assert "Nothing is written." in shown
    assert ferry.read_text(encoding="utf-8") == KNOWLEDGE


def test_the_report_is_told_and_written_as_a_page_and_a_table(home: Path, ferry: Path, tmp_path: Path) -> None:
    page, table = tmp_path / "report.html", tmp_path / "questions.csv"
    done = onrecord(home, "journal", "report", "--days", "7", "--out", str(page), "--csv", str(table), "--containing", "PRICE")
    assert (done.returncode, done.stderr) == (0, "")
    assert "30 questions in 7 days" in done.stdout
    assert "what was the price tag" in page.read_text(encoding="utf-8")
    with table.open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == [next(iter(ASKED))] * 30


def test_a_report_on_a_journal_that_is_off_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_URL", "off")
    done = onrecord(tmp_path, "journal", "report")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "the journal is off" in done.stderr


def typed(home: Path, words: list[str], keys: dict[str, str]) -> str:
    """Run a command in a terminal; once it has shown a text, the next keys are typed. Returns all that it showed."""
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - another process
        os.chdir(REPO)
        os.execve(
            sys.executable, [sys.executable, "-m", "bot", *words], {**environment_of(home), "TERM": "dumb", "COLUMNS": "200"}
        )
    shown, read = "", 0
    for wanted, pressed in keys.items():
        while wanted not in shown[read:]:
            shown += _read(terminal)
        read = shown.index(wanted, read) + len(wanted)
        os.write(terminal, pressed.encode())
    while more := _read(terminal, last=True):
        shown += more
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0, shown
    return shown


def _read(terminal: int, last: bool = False) -> str:
    assert select.select([terminal], [], [], _PATIENCE)[0], "nothing more is shown"
    try:
        content = os.read(terminal, 65536).decode("utf-8", "replace")
    except OSError:  # the other end is closed
        content = ""
    assert content or last, "it ended early"
    return content
