"""Wordings for many entries at once, from a text file."""

from pathlib import Path

import pytest

from bot.curation.edit import AddSynonym, AddWording, read_wordings
from bot.errors import KnowledgeError
from bot.knowledge import load, read_manuscript
from tests.command_line import onrecord
from tests.ferry import KNOWLEDGE, write

FILE = Path("new.txt")


def edits(folder: Path, text: str) -> list[tuple[int, AddWording | AddSynonym]]:
    return [(line.number, line.edit) for line in read_wordings(FILE, text, read_manuscript(write(folder))).lines]


def test_wordings_stand_below_their_entry_or_beside_it(tmp_path: Path) -> None:
    text = (
        "\ufeff# mine\nterminal-cost:\r\n\n  what was the bill  \n- and: the price?\nrain: is it wet\nyes solar-power: sun?\n"
        "no solar-power:\nby diesel\nsynonym ferry: vessel, water taxi\nall in: at what price\n"
    )
    assert edits(tmp_path, text) == [
        (4, AddWording("terminal-cost", "what was the bill")),
        (5, AddWording("terminal-cost", "and: the price?")),
        (6, AddWording("rain", "is it wet")),
        (7, AddWording("solar-power", "sun?", "answered_yes")),
        (9, AddWording("solar-power", "by diesel", "answered_no")),
        (10, AddSynonym("ferry", ("vessel", "water taxi"))),
        (11, AddWording("solar-power", "all in: at what price", "answered_no")),
    ]


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    text = (
        "too early\nnor this\nterminal-csot: x\nunder it\nrian: y\nold-powre:\nterminal-cost:\nnew one\nnewer one\n\u200b\n"
        f"{'x' * 1001}\nyes architect: did he\nsynonym ferry: boat\nsynonym ferry: vessel,,\nis-it-so: z\n"
    )
    with pytest.raises(KnowledgeError) as refused:
        edits(tmp_path, text)
    told = str(refused.value).splitlines()
    assert [line.split(": ")[0] for line in told] == [f"new.txt:{line}" for line in (1, 3, 5, 6, 10, 11, 12, 13, 14, 15)]
    assert told[0] == "new.txt:1: “too early” stands under no entry; write a line such as “entry-id:” above it"
    assert told[1] == "new.txt:3: no entry is called terminal-csot; did you mean terminal-cost?"
    assert told[3] == "new.txt:6: no entry is called old-powre; did you mean old-pier or solar-power?"
    assert "longer than 1000 characters" in told[5]
    assert "architect has no answer that could begin with yes or no" in told[6]
    with pytest.raises(KnowledgeError, match="there is no wording in it"):
        edits(tmp_path, "# nothing\n")


def test_wordings_are_added_in_their_places(tmp_path: Path, home: Path) -> None:
    path, file = write(tmp_path), tmp_path / "new.wordings"
    file.write_text("terminal-cost: how much was the bill\nsolar-power: <b>sun & light</b> {{ x }} 🐸?\n", encoding="utf-8")
    tried = onrecord(home, "wordings", str(file), "--knowledge", str(path), "--dry-run")
    assert (tried.returncode, tried.stdout) == (0, f"{path}: 2 of 2 lines would be added\n")
    assert path.read_text(encoding="utf-8") == KNOWLEDGE
    done = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert (done.returncode, done.stdout) == (0, f"{path}: 2 of 2 lines were added\n")
    entries = {entry.id: entry for entry in load(path)[0].entries}
    assert entries["terminal-cost"].phrasings[-1] == "how much was the bill"
    assert entries["solar-power"].phrasings[-1] == "<b>sun & light</b> {{ x }} 🐸?"
    again = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert again.returncode == 0
    assert again.stdout.count("was left out: it is already a wording of") == 2
    assert f"{path}: 0 of 2 lines were added\n" in again.stdout


def test_a_wording_that_takes_from_another_entry_or_leads_nowhere_is_left_out_and_the_rest_added(
    tmp_path: Path, home: Path
) -> None:
    path, file = write(tmp_path), tmp_path / "new.wordings"
    file.write_text("solar-power:\nwhat runs the hall\n🐸\nwhich architect designed the terminal, who was it\n", encoding="utf-8")
    done = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert done.returncode == 1, done.stdout
    assert "line 3: “🐸” was left out: it leads to no entry and not to solar-power\n" in done.stdout
    assert "line 4: “which architect designed the terminal, who was it” was left out: solar-power would take “" in done.stdout
    assert f"{path}: 1 of 3 lines were added\n" in done.stdout
    last = "      - what runs the hall\n"
    assert path.read_text(encoding="utf-8").replace(last, "") == KNOWLEDGE


def test_a_wording_that_another_entry_answers_until_now_is_left_out_and_told(tmp_path: Path, home: Path) -> None:
    path, file = write(tmp_path), tmp_path / "new.wordings"
    file.write_text("architect:\nhow often do ferries to almada go\nwho thought the hall up\n", encoding="utf-8")
    done = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert done.returncode == 1, done.stdout
    assert "line 2: “how often do ferries to almada go” was left out: how-often is the reply to it until now" in done.stdout
    assert "if architect is right, say why under near there\n" in done.stdout
    assert load(path)[0].entries[-2].phrasings[-1] == "who thought the hall up"


def test_an_entry_that_is_declared_near_may_take_a_wording_over(tmp_path: Path, home: Path) -> None:
    near = "    near:\n      how-often: both are asked by who waits\n"
    note = "    note: The article does not say who designed the terminal.\n"
    path, file = write(tmp_path, KNOWLEDGE.replace(note, near + note)), tmp_path / "new.wordings"
    file.write_text("architect: how often do ferries to almada go\n", encoding="utf-8")
    done = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert "is the reply to it until now" not in done.stdout
    assert (done.returncode, done.stdout) == (0, f"{path}: 1 of 1 lines were added\n")


def test_wordings_are_added_to_drafts_where_the_file_has_nothing_else(tmp_path: Path, home: Path) -> None:
    drafts = KNOWLEDGE.replace("    topic:", "    draft: true\n    topic:")
    path, file = write(tmp_path, drafts), tmp_path / "new.wordings"
    file.write_text("architect: who thought the hall up\n", encoding="utf-8")
    done = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert (done.returncode, done.stdout) == (0, f"{path}: 1 of 1 lines were added\n")
    added = onrecord(home, "add", "Who waits?", "--note", "The article does not say who waits.", "--knowledge", str(path))
    assert added.returncode == 0, added.stderr


def test_a_wording_that_is_there_already_is_passed_over_and_the_rest_added(tmp_path: Path, home: Path) -> None:
    path, file = write(tmp_path), tmp_path / "new.wordings"
    own = "terminal-cost:\nPrice of the terminal?\nhow much did the new terminal cost\nhow much was the bill\nHow much was the bill?\n"
    file.write_text(own, encoding="utf-8")
    done = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines() == [
        "line 2: “Price of the terminal?” was left out: it is already a wording of terminal-cost",
        "line 3: “how much did the new terminal cost” was left out: it is already a wording of terminal-cost",
        "line 5: “How much was the bill?” was left out: it is already on line 4, for terminal-cost",
        f"{path}: 1 of 4 lines were added",
    ]
    file.write_text("rain:\nprice of the terminal\nis it dry in the hall when it rains\n", encoding="utf-8")
    other = onrecord(home, "wordings", str(file), "--knowledge", str(path))
    assert (other.returncode, "1 of 2 lines were added" in other.stdout) == (1, True), "another entry has the first"


def test_the_question_of_an_entry_stands_for_its_id(tmp_path: Path) -> None:
    text = "how much did the new terminal cost?:\nthe bill\nWhat does a ticket cost: how much to travel\n"
    assert edits(tmp_path, text) == [
        (2, AddWording("terminal-cost", "the bill")),
        (3, AddWording("ticket-price", "how much to travel")),
    ]
