"""Adding an entry: it is well formed, checked, and takes no question from another entry."""

from pathlib import Path

from tests.command_line import onrecord
from tests.ferry import KNOWLEDGE, checked, write

FREE = ("Who travels free?", "--answer", "Children travel free.", "--passage", "Children travel free.")


def test_an_entry_is_added_after_the_last_one_and_nothing_else_is_touched(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    done = onrecord(home, "add", *FREE, "--topic", "Travelling", "--phrasing", "do children pay", "--knowledge", str(tmp_path))
    assert done.returncode == 0, done.stderr
    entry = (
        "\n  - id: travels-free\n    topic: Travelling\n    question: Who travels free?\n    phrasings:\n      - do children pay\n"
        "    answer: Children travel free.\n    passages:\n      - Children travel free.\n"
    )
    assert path.read_text(encoding="utf-8") == KNOWLEDGE.replace("\nunanswered:", f"{entry}\nunanswered:")
    assert "1 entry has few phrasings, the fewest travels-free (1)" in done.stdout
    assert not [fault for fault in checked(path).faults if fault.severity == "error"]


def test_an_entry_that_takes_questions_from_another_is_refused_and_shown_with_them(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    rival = ["Who planned the terminal?", "--note", "The article does not say who planned it."]
    rival += ["--phrasing", "who designed and planned the terminal", "--phrasing", "which architect planned the terminal"]
    refused = onrecord(home, "add", *rival, "--knowledge", str(path))
    assert refused.returncode == 1
    assert (
        "“Who designed the terminal?”, asked in slightly other words, would lead to planned-terminal and not to architect"
        in refused.stdout
    )
    assert path.read_text(encoding="utf-8") == KNOWLEDGE
    explained = onrecord(
        home, "add", *rival, "--near", "architect=to plan and to design are two things", "--knowledge", str(path)
    )
    assert explained.returncode == 0, explained.stderr
    assert "      architect: to plan and to design are two things\n" in path.read_text(encoding="utf-8")


def test_an_entry_that_cannot_be_proven_is_refused(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    refused = onrecord(home, "add", "Who pays?", "--answer", "All pay.", "--passage", "Dogs pay half.", "--knowledge", str(path))
    assert refused.returncode == 1
    assert "“Dogs pay half.” is not in the article" in refused.stdout
    again = onrecord(home, "add", "What does a ticket cost?", *FREE[1:], "--knowledge", str(path))
    assert again.returncode == 1
    assert "is already on line" in again.stdout
    assert path.read_text(encoding="utf-8") == KNOWLEDGE


def test_wrong_usage_of_add_is_one_line_and_exit_code_2(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    for words in (
        ("Who?",),
        ("Who?", "--answer", "x"),
        ("Who?", "--note", "x", "--near", "no-reason"),
        ("Who?", "--note", "x", "--id", "No Id"),
    ):
        done = onrecord(home, "add", *words, "--knowledge", str(path))
        assert done.returncode == 2, words
        assert "Traceback" not in done.stderr
    write(tmp_path, KNOWLEDGE.replace("which cost €12", "which cost €13"))
    assert "is not in the article" in onrecord(home, "add", *FREE, "--knowledge", str(path)).stderr
