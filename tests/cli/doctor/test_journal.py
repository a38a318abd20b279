"""The check-up of the journal."""

from pathlib import Path

import pytest

from bot.cli.doctor.findings import Finding, told
from bot.cli.doctor.journal import check_journal
from bot.journal import open_journal
from bot.settings import read_settings
from tests.journal.rows import question


def checked(address: str, **more: str) -> list[Finding]:
    return list(told(check_journal(read_settings({"JOURNAL_URL": address, **more}))))


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A journal with a question in it."""
    with open_journal(f"sqlite:///{tmp_path / 'journal.sqlite'}") as journal:
        journal.record(question(), 1)
    return tmp_path / "journal.sqlite"


def test_a_journal_that_can_be_read_is_well(kept: Path) -> None:
    [finding] = checked(f"sqlite:///{kept}")
    assert finding.sign == "ok"
    assert str(kept) in finding.what


def test_a_journal_that_is_still_to_be_made_is_left_to_the_bot(tmp_path: Path) -> None:
    assert [finding.sign for finding in checked(f"sqlite:///{tmp_path / 'journal.sqlite'}")] == ["ok"]
    assert list(tmp_path.iterdir()) == []


def test_a_journal_and_a_key_that_others_may_use_are_told(kept: Path) -> None:
    kept.chmod(0o640)
    kept.with_suffix(".key").chmod(0o604)
    wrong = [finding for finding in checked(f"sqlite:///{kept}") if finding.sign == "wrong"]
    assert [finding.mend for finding in wrong] == [f"chmod 600 '{kept}'", f"chmod 600 '{kept.with_suffix('.key')}'"]


def test_what_is_no_journal_is_told(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").write_text("not a journal" * 1000, encoding="utf-8")
    [finding] = checked(f"sqlite:///{tmp_path / 'journal.sqlite'}")
    assert finding.sign == "wrong"
    assert "file is not a database" in finding.text


def test_a_server_that_cannot_be_reached_is_told_without_its_password() -> None:
    [finding] = checked("postgresql://me:hidden@127.0.0.1:1/x", JOURNAL_KEY="k" * 32)
    assert finding.sign == "wrong"
    assert "hidden" not in finding.text


def test_a_journal_that_is_off_is_a_note() -> None:
    assert [finding.sign for finding in checked("off")] == ["note"]
