"""The verbs suggest and journal report, as a curator types them."""

import csv
import json
import os
import pty
import select
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.curation.edit import single_manuscript
from bot.journal import open_journal
from tests.command_line import environment_of, onrecord
from tests.ferry import ARTICLE, KNOWLEDGE
from tests.journal.rows import question
from tests.loopback.process import REPO

COST, PLANNER = "euros spent on it", "name the planner of the terminal"
ANSWERED = "when will the boats to Almada leave"
_PATIENCE = 60.0  # seconds


@pytest.fixture
def ferry(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A knowledge file, and in the home of the session a journal of what was asked about it."""
    monkeypatch.setenv("ENCODER", "use")  # without it these words are near no entry
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8", newline="")
    (tmp_path / "ferry.yaml").write_text(KNOWLEDGE, encoding="utf-8", newline="")
    path = home / "data" / "onrecord" / "journal.sqlite"
    with open_journal(f"sqlite:///{path}", texts=True) as journal:
        for text, times in ((COST, 30), (PLANNER, 5), (ANSWERED, 2)):
            for _ in range(times):
                journal.record(question(text=text, outcome="unclear", entry=None, confidence=0.1), 1)
    yield tmp_path / "ferry.yaml"
    for file in path.parent.glob("journal.*"):
        file.unlink()


def test_in_a_pipe_the_suggestions_are_listed(home: Path, ferry: Path) -> None:
    done = onrecord(home, "suggest", "--knowledge", str(ferry))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"“{COST}” (30 times): unclear" in done.stdout
    assert "for terminal-cost: The new ferry terminal cost €12 million." in done.stdout
    assert ferry.read_text(encoding="utf-8") == KNOWLEDGE


def test_programs_read_a_suggestion_a_line(home: Path, ferry: Path) -> None:
    lines = onrecord(home, "suggest", "--json", "--knowledge", str(ferry)).stdout.splitlines()
    first = json.loads(lines[0])
    assert first["questions"] == [{"text": COST, "count": 30, "outcomes": ["unclear"]}]
    ways = {(way["way"], way.get("entry")): way for way in first["ways"]}
    assert ways["wording", "terminal-cost"]["wordings"] == [COST]
    assert ways["note", None]["wordings"] == []


def way_of(home: Path, ferry: Path) -> str:
    """Return the key that takes the cost as a wording of its entry."""
    lesson = json.loads(onrecord(home, "suggest", "--json", "--knowledge", str(ferry)).stdout.splitlines()[0])
    return str(1 + [way.get("entry") for way in lesson["ways"]].index("terminal-cost"))


def test_a_person_accepts_sees_what_would_change_and_writes(home: Path, ferry: Path) -> None:
    keys = [("q quit", way_of(home, ferry)), ("q quit", "d"), ("Write this", "y\r")]
    shown = typed(home, ["suggest", "--commit", "--knowledge", str(ferry)], keys)
    assert f"better “{COST}”" in shown
    assert f"+      - {COST}" in shown
    assert "1 question learned" in shown
    assert "no git repository" in shown
    entries = {entry.id: entry for entry in single_manuscript(ferry).knowledge.entries}
    assert COST in entries["terminal-cost"].phrasings
    again = onrecord(home, "suggest", "--knowledge", str(ferry)).stdout
    assert COST not in again, "it is known now"
    assert PLANNER not in again, "it was dropped for good"


def test_what_is_not_confirmed_is_not_written(home: Path, ferry: Path) -> None:
    keys = [("q quit", "a"), ("q quit", "q"), ("Write this", "n\r")]
    shown = typed(home, ["suggest", "--knowledge", str(ferry)], keys)
    assert "Nothing is written." in shown
    assert ferry.read_text(encoding="utf-8") == KNOWLEDGE


def test_the_report_is_told_and_written_as_a_page_and_a_table(home: Path, ferry: Path, tmp_path: Path) -> None:
    page, table = tmp_path / "report.html", tmp_path / "questions.csv"
    done = onrecord(home, "journal", "report", "--days", "7", "--out", str(page), "--csv", str(table), "--containing", "EUROS")
    assert (done.returncode, done.stderr) == (0, "")
    assert "30 questions in 7 days" in done.stdout
    assert COST in page.read_text(encoding="utf-8")
    with table.open(encoding="utf-8", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == [COST] * 30


def test_a_report_on_a_journal_that_is_off_is_refused_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_URL", "off")
    done = onrecord(tmp_path, "journal", "report")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "the journal is off" in done.stderr


def typed(home: Path, words: list[str], keys: list[tuple[str, str]]) -> str:
    """Run a command in a terminal; once it has shown a text, the next keys are typed. Returns all that it showed."""
    pid, terminal = pty.fork()
    if pid == 0:  # pragma: no cover - another process
        os.chdir(REPO)
        os.execve(
            sys.executable, [sys.executable, "-m", "bot", *words], {**environment_of(home), "TERM": "dumb", "COLUMNS": "200"}
        )
    shown, read = "", 0
    for wanted, pressed in keys:
        while wanted not in shown[read:]:
            shown += _read(terminal)
        read = shown.index(wanted, read) + len(wanted)
        while len(pressed) == 1 and termios.tcgetattr(terminal)[3] & termios.ICANON:  # a key before it is waited for is lost
            select.select([], [], [], 0.01)
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
