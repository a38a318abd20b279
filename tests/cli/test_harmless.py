"""Whatever a file or its name holds, a terminal is told nothing that it would obey."""

import json
import re
from pathlib import Path

import pytest

from tests.command_line import Done, onrecord
from tests.ferry import ARTICLE, KNOWLEDGE, write

OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ATTACK = "\x1b]0;pwned\x07\x9b2J\u202e"
ATTACKED = ARTICLE.replace("Boats to Almada", f"Boats {ATTACK} to Almada")
COMMENTED = ARTICLE.replace("Children travel free.", f"Children travel free. Dogs {ATTACK} pay half.")
NAMES = ["fer\x1b[2Jry.txt", "gnp.\u202etxt.txt", "two\nlines.txt"]
IN_YAML = KNOWLEDGE.replace("question: What does a ticket cost?", r'question: "What does a \e[31mticket\u202E cost?"').replace(
    "      - how much is a ticket\n", '      - "how much is\\e]0;x\\a a ticket"\n'
)


def seen(done: Done) -> str:
    """Return all that a command wrote, which a terminal may be given."""
    written = done.stdout + done.stderr
    assert not OBEYED.search(written), repr(written)
    return written


@pytest.mark.parametrize("name", ["ferry.txt", *NAMES])
def test_a_bare_article_is_quoted_without_moving_the_cursor(home: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ATTACKED, encoding="utf-8", newline="")
    shown = seen(onrecord(home, "ask", "--knowledge", str(path), "how", "often", "do", "boats", "to", "Almada", "leave"))
    assert r"Boats \x1b]0;pwned\x07\x9b2J\u202e to Almada" in shown


def test_a_knowledge_file_is_answered_checked_and_listed_without_moving_the_cursor(home: Path, tmp_path: Path) -> None:
    path = str(write(tmp_path, IN_YAML, COMMENTED))
    assert r"\x1b[31mticket\u202e" in seen(onrecord(home, "chat", "--knowledge", path, stdin=":topics\n:quit\n"))
    asked = "how much is a ticket\n:why\n:quit\n"
    assert r"how much is\x1b]0;x\x07 a ticket" in seen(onrecord(home, "chat", "--knowledge", path, stdin=asked))
    assert r"Dogs \x1b]0;pwned" in seen(onrecord(home, "check", path))
    found = json.loads(seen(onrecord(home, "check", "--json", path)))
    assert any(ATTACK in fault["what"] for fault in found["faults"])


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_is_one_harmless_line_whatever_the_files_name(home: Path, tmp_path: Path, name: str) -> None:
    path = (tmp_path / name).with_suffix(".yaml")
    path.write_text("schema: [\n", encoding="utf-8")
    for verb in (("check",), ("ask", "--knowledge"), ("export", "--format", "jsonl")):
        done = onrecord(home, *verb, str(path), *(["hello"] if verb[0] == "ask" else []))
        assert "this is not YAML" in seen(done)
        assert done.returncode == (1 if verb == ("check",) else 2)
    missing = onrecord(home, "ask", "--knowledge", str(path.with_suffix(".txt")), "hello")
    assert len(seen(missing).splitlines()) == 1


def test_a_wrong_word_is_told_harmlessly(home: Path) -> None:
    assert r"\x1b[2J" in seen(onrecord(home, "\x1b[2J"))
    assert r"\u202e" in seen(onrecord(home, "ask", "--article", "\u202e", "who came with Xi?"))


def test_the_misses_of_an_evaluation_are_shown_as_they_are_written(home: Path, tmp_path: Path) -> None:
    question = {"id": "1", "kind": "answerable", "q": "who [red]paid\x1b[2J[/nonsense] it", "gold": ["S1"], "must": [["nobody"]]}
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps(question), encoding="utf-8")
    shown = seen(onrecord(home, "evaluate", "--knowledge", str(write(tmp_path)), str(path)))
    assert "[red]" in shown.replace("\n", "")
