"""The command line as its users type it."""

import json
import re
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.errors import SettingsError
from bot.settings import Settings, read_settings
from tests.command_line import onrecord, onrecord_process, run
from tests.ferry import ARTICLE, DATA, KNOWLEDGE, write
from tests.loopback.process import REPO


def test_ask_answers_in_plain_text_when_piped(home: Path, answerer: Answerer) -> None:
    done = onrecord(home, "ask", "what", "treaty", "was", "renewed?")
    assert done.returncode == 0
    assert "Treaty of Good-neighborliness and Friendly Cooperation" in done.stdout
    assert "TDI, Beijing, 15 December 2021, paragraph 5" in done.stdout
    assert "\x1b" not in done.stdout


def test_lines_from_standard_input_are_answered_in_order(home: Path, answerer: Answerer) -> None:
    done = onrecord_process(home, "ask", "--json", "--stdin", stdin="what treaty was renewed?\n\nhow long did it last?\n")
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert [reply["question"] for reply in replies] == ["what treaty was renewed?", "", "how long did it last?"]
    assert replies[0]["outcome"] == "answer"


def test_lines_of_one_conversation_lean_on_each_other_until_an_empty_line(home: Path, answerer: Answerer) -> None:
    typed = "what treaty was renewed?\nand when?\n\nand when?\n"
    done = onrecord_process(home, "ask", "--json", "--stdin", "--conversation", stdin=typed)
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert [bool(reply["understood_as"]) for reply in replies] == [False, True, False]


def test_the_shipped_article_is_asked_by_the_name_example(home: Path, answerer: Answerer) -> None:
    done = onrecord(home, "ask", "--knowledge", "example", "what", "treaty", "was", "renewed?")
    assert "Good-neighborliness" in done.stdout


def test_where_there_is_no_knowledge_the_way_to_some_is_said(home: Path, tmp_path: Path) -> None:
    done = onrecord(home, "ask", "--knowledge", str(tmp_path / "knowledge"), "hello")
    assert done.returncode == 2
    assert "--knowledge example" in done.stderr


def test_help_calls_the_program_as_it_was_called(home: Path) -> None:
    assert "python -m bot ask who came with Xi?" in run(home, ["-m", "bot", "ask", "--help"]).stdout.decode()


@pytest.mark.parametrize("library", ["discord", "bot.curation", "jinja2"])
def test_ask_does_not_load_what_only_others_need(home: Path, answerer: Answerer, library: str) -> None:
    code = f"import sys; from bot.cli import main; main(['ask', 'what treaty'], standalone_mode=False); print('{library}' in sys.modules)"
    assert run(home, ["-c", code]).stdout.splitlines()[-1] == b"False"


@pytest.mark.parametrize(
    "words",
    [
        ("ask",),
        ("ask", "--stdin"),
        ("ask", "--conversation", "hi"),
        ("nonsense",),
        ("check", "nowhere.yaml"),
        ("evaluate", "nowhere.jsonl"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2_and_no_traceback(home: Path, words: tuple[str, ...]) -> None:
    done = onrecord(home, *words)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_chat_answers_explains_and_leaves(home: Path, answerer: Answerer) -> None:
    done = onrecord(home, "chat", stdin=":why\nwhat treaty was renewed?\n:why\n:topics\n:quit\n")
    assert done.returncode == 0
    assert "Ask something first" in done.stdout
    assert "paragraph 5" in done.stdout
    assert "confidence" in done.stdout


def test_every_variable_of_the_example_is_a_setting_and_explained() -> None:
    lines = (REPO / ".env.example").read_text(encoding="utf-8").splitlines()
    names = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert names == [field.alias for field in Settings.model_fields.values()]
    assert all(lines[lines.index(line) - 1].startswith("#") for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize(
    ("name", "value"), [("DISCORD_TOKEN", "two words"), ("DISCORD_API_URL", "discord.com"), ("LOG_LEVEL", "LOUD")]
)
def test_a_malformed_variable_is_named_with_its_fix(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({name: value})
    assert str(raised.value).startswith(f"{name}: ")
    assert "two words" not in str(raised.value)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9", "http://127.0.0.1:9/", "http://127.0.0.1:9/api", "http://127.0.0.1:9/api/v10"]
)
def test_the_api_address_may_leave_out_the_version(address: str) -> None:
    assert read_settings({"DISCORD_API_URL": address}).api_base == "http://127.0.0.1:9/api/v10"


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--format", "jsonl"), ("export", "--format", "jsonld"), ("check", "--json"), ("schema",),
        ("ask", "--json", "how", "much", "did", "it", "cost?", "--knowledge"),
    ],
    ids=lambda words: " ".join(words[:3]),
)  # fmt: skip
def test_text_for_programs_is_utf8_whatever_the_terminals_encoding(home: Path, words: tuple[str, ...]) -> None:
    path = () if words == ("schema",) else (str(DATA / "ferry.yaml"),)
    plain = onrecord_process(home, *words, *path)
    done = onrecord_process(home, *words, *path, PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == plain.stdout != ""


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["latin-1", "ascii", "C"],
)
def test_text_for_people_is_shown_as_far_as_the_terminal_can(home: Path, tmp_path: Path, variables: dict[str, str]) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("which cost €12", "which cost €13"))
    checked = onrecord_process(home, "check", str(path), **variables)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert re.search("it has (“€|[?]{2})13", checked.stdout)
    write(tmp_path)
    path.with_suffix(".txt").write_text(ARTICLE.replace("€12", "€14"), encoding="utf-8")
    updated = onrecord_process(home, "update", str(path.with_suffix(".txt")), "--knowledge", str(path), **variables)
    assert (updated.returncode, updated.stderr) == (1, "")
    assert "changed  terminal-cost" in updated.stdout
    asked = onrecord_process(home, "ask", "how much did it cost?", "--knowledge", str(DATA / "ferry.yaml"), **variables)
    assert asked.returncode == 0
    assert "12 million" in asked.stdout
