"""The whole check-up, as an operator types it."""

from pathlib import Path

import pytest

from bot.cli.doctor import Finding, examine, show
from tests.cli.doctor.tokens import TOKEN
from tests.command_line import onrecord, onrecord_process
from tests.ferry import DATA
from tests.loopback.server import LoopbackDiscord

FERRY = str(DATA / "ferry.yaml")


def test_where_nothing_is_wrong_the_exit_code_is_0(home: Path, discord: LoopbackDiscord) -> None:
    found = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.base, "KNOWLEDGE": FERRY}
    done = onrecord_process(home, "doctor", **found)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert {line.split()[0] for line in done.stdout.splitlines()} <= {"ok", "note"}
    assert f"{discord.base}/api/v10/gateway answers" in done.stdout
    assert not any(part in done.stdout for part in TOKEN.split("."))


def test_offline_nobody_is_asked(home: Path, discord: LoopbackDiscord) -> None:
    found = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.base, "KNOWLEDGE": FERRY}
    assert onrecord_process(home, "doctor", "--offline", **found).returncode == 0
    assert discord.requests == []


def test_every_malformed_setting_is_named_with_exit_code_1(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOG_LEVEL", "FALSE_ANSWERS", "JOURNAL_DAYS"):
        monkeypatch.setenv(name, "nonsense")
    monkeypatch.setenv("JOURNAL_KEY", "hidden")
    done = onrecord(home, "doctor", "--offline")
    assert done.returncode == 1
    wrong = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("wrong")]
    assert sorted(wrong) == ["FALSE_ANSWERS:", "JOURNAL_DAYS:", "JOURNAL_KEY:", "LOG_LEVEL:"]
    assert "hidden" not in done.stdout


def test_what_two_checks_find_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE", "nowhere.yaml")
    found = list(examine(offline=True))
    assert len(found) == len(set(found))
    assert sum("nowhere.yaml" in finding.text for finding in found) == 1


def test_a_finding_is_one_line_that_no_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    assert not show([Finding("wrong", "a\nfile \x1b]0;x\x07", "mend\tit"), Finding("ok", "fine")])
    assert capsys.readouterr().out == "wrong a file �]0;x�; mend it\nok    fine\n"
