"""Adding an entry: it is well formed, checked, and takes no question from another entry."""

from pathlib import Path

from bot.knowledge import load
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
    assert "phrasings" in done.stdout
    assert not [fault for fault in checked(path).faults if fault.severity == "error"]


def test_an_entry_that_takes_questions_from_another_is_refused_and_shown_with_them(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    rival = ["Who planned the terminal?", "--answer", "The port authority.", "--passage", "S1"]
    rival += ["--phrasing", "who designed and planned the terminal", "--phrasing", "which architect planned the terminal"]
    refused = onrecord(home, "add", *rival, "--knowledge", str(path))
    assert refused.returncode == 1
    assert (
        "“who drew the plans for the terminal”, asked in slightly other words, would lead to planned-terminal and not to architect"
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


SOLAR = ("Which source feeds the hall?", "--passage", "S7", "--phrasing", "is the terminal green")


def test_an_answer_that_its_passages_do_not_say_is_refused_or_added_as_a_draft(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    unsupported = (
        *SOLAR,
        "--answer",
        "On solar power, by 14 panels of “Sunny & Co”.",
        "--id",
        "panels",
        "--knowledge",
        str(path),
    )
    refused = onrecord(home, "add", *unsupported)
    assert refused.returncode == 1
    assert "the number or date “14” in the answer of panels stands neither in its passages" in refused.stdout
    assert "the quotation “Sunny & Co”" in refused.stdout
    assert "panels was not added" in refused.stderr
    assert "--draft" in refused.stderr
    assert path.read_text(encoding="utf-8") == KNOWLEDGE
    drafted = onrecord(home, "add", *unsupported, "--draft")
    assert drafted.returncode == 0, drafted.stderr
    assert "“14”" in drafted.stdout
    [knowledge] = load(path)
    assert [entry.id for entry in knowledge.drafts] == ["panels"]
    assert "panels" not in [entry.id for entry in knowledge.entries]


def test_a_sentence_number_is_added_as_its_quote(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    done = onrecord(home, "add", "Who is taken along free?", "--answer", "Children.", "--passage", "S8", "--knowledge", str(path))
    assert done.returncode == 0, done.stderr
    assert path.read_text(encoding="utf-8").count("      - Children travel free.\n") == 1
    refused = onrecord(home, "add", "Who?", "--answer", "Children.", "--passage", "S80", "--knowledge", str(path))
    assert refused.returncode == 2
    assert "“S80”: the article has sentences S1 to S8" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_only_what_is_about_the_new_entry_is_told(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("      - how expensive was the new ferry terminal\n", ""))
    done = onrecord(home, "add", *FREE, "--phrasing", "do children pay", "--knowledge", str(path))
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()
    assert all("travels-free" in line for line in told), "the other entry has too few wordings too, which is nothing new"
    strange = onrecord(home, "add", "Who else?", "--note", "Nobody.", "--near", "bridge=x", "--knowledge", str(path))
    assert (strange.returncode, "bridge under near in else is not another entry" in strange.stdout) == (1, True)


def test_hostile_words_come_out_of_the_file_as_they_went_in(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    hostile = "<script>alert('{{ x }}')</script>: - [#] & *a !b %c \\ \"q\" 🐸"
    done = onrecord(home, "add", "Who asks?", "--note", hostile, "--phrasing", hostile + "?", "--knowledge", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    entry = load(path)[0].entries[-1]
    assert (entry.note, entry.phrasings) == (hostile, (hostile + "?",))
    for bad in ("\u200b", "x" * 5000):
        refused = onrecord(home, "add", "Who asks that?", "--note", "Nobody.", "--phrasing", bad, "--knowledge", str(path))
        assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)


def test_a_wording_that_cannot_stay_is_left_out_and_told_and_the_rest_added(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    words = ["Who thought up the hall?", "--note", "The article does not say who thought up the hall."]
    for phrasing in (
        "price of the terminal",
        "who thought up the hall",
        "which architect designed and planned the terminal",
        "by whom",
    ):
        words += ["--phrasing", phrasing]
    done = onrecord(home, "add", *words, "--knowledge", str(path))
    assert done.returncode == 0, done.stderr + done.stdout
    assert "“price of the terminal” was left out: it is already a wording of terminal-cost\n" in done.stdout
    assert "“who thought up the hall” was left out: it is already a wording of thought-hall\n" in done.stdout
    assert load(path)[0].entries[-1].phrasings == ("which architect designed and planned the terminal", "by whom")


def test_a_wording_that_takes_a_question_from_another_entry_is_left_out(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    words = [
        "Who let the terminal open?",
        "--answer",
        "The port authority.",
        "--passage",
        "S1",
        "--phrasing",
        "by whom was it opened",
    ]
    words += ["--phrasing", "which architect designed the terminal, who was it"]
    done = onrecord(home, "add", *words, "--knowledge", str(path))
    assert done.returncode == 0, done.stderr + done.stdout
    assert "“which architect designed the terminal, who was it” was left out: let-terminal-open would take “" in done.stdout
    assert {entry.id: entry for entry in load(path)[0].entries}["let-terminal-open"].phrasings == ("by whom was it opened",)


def test_two_notes_may_be_asked_in_much_the_same_words(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    rival = ["Who planned the terminal?", "--note", "The article does not say who planned it."]
    rival += ["--phrasing", "who designed and planned the terminal", "--phrasing", "which architect planned the terminal"]
    done = onrecord(home, "add", *rival, "--knowledge", str(path))
    assert (done.returncode, "was left out" in done.stdout) == (0, False), done.stdout


def test_an_answer_that_denies_what_its_passage_says_is_warned_about(tmp_path: Path, home: Path) -> None:
    words = ("add", "Who travels free?", "--passage", "S8", "--knowledge", str(write(tmp_path)), "--answer")
    told = "travels-free answers with “not”, and none of its passages denies anything"
    denied = onrecord(home, *words, "Children do not travel free.")
    assert (denied.returncode, told in denied.stdout) == (0, True)
    write(tmp_path)
    assert "answers with" not in onrecord(home, *words, "Children, not dogs.").stdout
