"""Knowledge that changes while the bot runs: loaded anew, exchanged whole or refused, and never felt by those who ask."""

import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from watchfiles import Change

from bot.surfaces.discord.process.watch import belongs_to
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import REPO, BotProcess, wait_until
from tests.loopback.server import TOKEN, LoopbackDiscord

Start = Callable[..., BotProcess]
QUESTION = "how much did the new terminal cost?"
OLD, NEW = "The new ferry terminal cost €12 million.", "It cost €12 million, the city says."


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A folder with a small knowledge file that may be changed."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for name in ("ferry.yaml", "ferry.txt"):
        shutil.copy(REPO / "tests" / "data" / name, folder)
    return folder


@pytest.fixture
def process(start: Start, ferry: Path) -> BotProcess:
    running = start(ferry)
    running.wait_for_log("Ready as")
    return running


@pytest.fixture
def owner(discord: LoopbackDiscord) -> Member:
    return Member(discord, payloads.OWNER, permissions=payloads.PERMISSIONS)


def change(folder: Path, old: str, new: str) -> None:
    """Save the knowledge file as editors do: written beside its place and moved there."""
    file = folder / "ferry.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    beside = folder / ".ferry.yaml.swp"
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(file)


def hang_up(process: BotProcess) -> None:
    process.process.send_signal(signal.SIGHUP)


def served(log: str) -> list[str]:
    """Return the hashes of what was served, one after the other."""
    return re.findall(r"Serving ferry: \d+ entries \(\d+ unanswered\), \d+ wordings, SHA-256 ([0-9a-f]{12})\.", log)


def test_a_changed_file_is_served_without_a_restart(process: BotProcess, discord: LoopbackDiscord, ferry: Path) -> None:
    asker = Member.new(discord)
    assert OLD in asker.ask(QUESTION).text
    change(ferry, OLD, NEW)
    wait_until(lambda: len(served(process.log)) == 2)
    assert NEW in asker.ask(QUESTION).text
    before, after = served(process.log)
    assert before != after
    assert discord.identifies == 1, "the connection stays"


@pytest.mark.parametrize("way", ["signal", "command"])
def test_the_knowledge_is_loaded_anew_on_demand(process: BotProcess, owner: Member, way: str) -> None:
    if way == "signal":
        hang_up(process)
    else:
        shown = owner.use("knowledge", "reload")
        assert shown.private
        wait_until(lambda: "wordings" in shown.text)
    wait_until(lambda: len(served(process.log)) == 2)
    assert process.stop()[0] == 0


def test_only_owners_load_the_knowledge_anew(process: BotProcess, discord: LoopbackDiscord) -> None:
    refusal = Member.new(discord, permissions=payloads.PERMISSIONS).use("knowledge", "reload")
    assert refusal.text == "This is for the owners of the bot."
    assert len(served(process.log)) == 1


def test_a_bad_file_is_refused_with_its_faults_and_the_old_one_serves_on(
    process: BotProcess, discord: LoopbackDiscord, owner: Member, ferry: Path
) -> None:
    change(ferry, OLD, "''\n    anwser: x")
    process.wait_for_log("was loaded before, is served")
    faults = [line for line in process.log.splitlines() if " ERROR " in line]
    assert [re.sub(r".*Refused: .*/ferry", "ferry", fault).partition("; ")[0] for fault in faults] == [
        "ferry.yaml:31:5: entries[1].answer: is empty",
        "ferry.yaml:32:5: entries[1].anwser: is not a field of a knowledge file",
    ]
    status = owner.use("knowledge", "status").text
    assert "**Some knowledge was refused.** Faults: 2" in status
    assert "- ferry.yaml:31:5" in status.replace("\\", "")
    assert OLD in Member.new(discord).ask(QUESTION).text
    change(ferry, "''\n    anwser: x", NEW)
    wait_until(lambda: len(served(process.log)) == 2)
    assert "refused" not in owner.use("knowledge", "status").text
    assert NEW in Member.new(discord).ask(QUESTION).text


def test_of_a_folder_what_has_no_faults_is_served_from_the_start(start: Start, discord: LoopbackDiscord, ferry: Path) -> None:
    (ferry / "other.yaml").write_text("schema: 1\n", encoding="utf-8")
    process = start(ferry)
    process.wait_for_log("Ready as")
    assert OLD in Member.new(discord).ask(QUESTION).text
    status = Member(discord, payloads.OWNER, permissions=payloads.PERMISSIONS).use("knowledge", "status").text
    assert "**Some knowledge was refused.**" in status
    assert "- other.yaml:" in status.replace("\\", "")
    assert "Refused: " in process.log


def test_knowledge_that_is_gone_is_refused(process: BotProcess, owner: Member, ferry: Path) -> None:
    for file in ferry.iterdir():
        file.unlink()
    process.wait_for_log("was loaded before, is served")
    assert "no knowledge file" in owner.use("knowledge", "status").text


def test_however_often_it_is_asked_for_one_reload_waits_for_the_one_that_runs(process: BotProcess) -> None:
    hang_up(process)
    process.wait_for_log("anew")
    for _ in range(20):
        hang_up(process)
    wait_until(lambda: len(served(process.log)) == 3)
    code, log = process.stop()
    assert code == 0
    assert log.count("anew") == 2


def test_questions_asked_during_a_reload_are_answered_from_one_knowledge_or_the_other(
    process: BotProcess, discord: LoopbackDiscord, ferry: Path
) -> None:
    change(ferry, OLD, NEW)
    texts: list[str] = []
    while len(served(process.log)) < 2:
        texts += [shown.text for shown in Member.new(discord).ask_at_once(QUESTION, 5)]
    texts += [Member.new(discord).ask(QUESTION).text]
    assert all((OLD in text) != (NEW in text) for text in texts)
    assert OLD in texts[0]
    assert NEW in texts[-1]


def test_buttons_of_older_messages_work_after_a_reload(process: BotProcess, discord: LoopbackDiscord, ferry: Path) -> None:
    asker = Member.new(discord)
    shown = asker.ask(QUESTION)
    change(ferry, "Every 15 minutes, to Almada.", "Every 15 minutes.")
    wait_until(lambda: len(served(process.log)) == 2)
    assert "paragraph" in asker.press(shown, "In context").text
    assert "approved wording" in asker.press(shown, "Why this answer").text
    assert asker.press(shown, "Related").text.startswith("**Nearby questions**")


def test_a_hangup_before_the_bot_is_there_does_not_kill_it(home: Path, ferry: Path) -> None:
    nowhere = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": "http://127.0.0.1:9", "KNOWLEDGE": str(ferry)}
    process = BotProcess.start(home, **nowhere)
    process.wait_for_log("Preparing the knowledge")
    hang_up(process)
    process.wait_for_log("trying again in 2 s")
    assert process.stop()[0] == 0


@pytest.mark.parametrize(
    ("path", "changed", "belongs"),
    [
        ("", "ferry.yaml", True),
        ("", "other.txt", True),
        ("", ".ferry.yaml", False),
        ("", "._ferry.yaml", False),
        ("", "notes.md", False),
        ("", "ferry.yaml~", False),
        ("ferry.yaml", "ferry.yaml", True),
        ("ferry.yaml", "ferry.txt", True),
        ("ferry.yaml", "other.yaml", False),
    ],
)
def test_only_files_of_the_knowledge_are_watched(ferry: Path, path: str, changed: str, belongs: bool) -> None:
    assert belongs_to(ferry / path)(Change.modified, str(ferry / changed)) is belongs
