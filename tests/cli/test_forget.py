"""The verb forget, as an operator types it."""

import re
from pathlib import Path

import pytest

from bot.journal import open_journal
from tests.command_line import onrecord, onrecord_process
from tests.journal.rows import EVER, question

USER, OTHER = 80351110224678912, 80351110224678913


@pytest.mark.parametrize("written", [str(USER), f"<@{USER}>", f"<@!{USER}>"])
def test_a_user_is_forgotten_by_id_or_mention(tmp_path: Path, written: str) -> None:
    address = f"sqlite:///{tmp_path / 'data' / 'onrecord' / 'journal.sqlite'}"
    with open_journal(address) as journal:
        journal.record(question(), USER)
        journal.record(question(), OTHER)
    done = onrecord(tmp_path, "forget", written)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"1 row of user {USER} erased from the journal.\n", "")
    with open_journal(address) as journal:
        assert len(list(journal.questions(EVER))) == 1


def test_nothing_else_leaves_the_journal_whatever_its_settings_are_elsewhere(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'data' / 'onrecord' / 'journal.sqlite'}"
    with open_journal(address, texts=True) as journal:
        journal.record(question(text="kept", time=EVER), OTHER)
    assert onrecord(tmp_path, "forget", str(USER)).returncode == 0
    with open_journal(address) as journal:
        assert [kept.text for kept in journal.questions(EVER)] == ["kept"]


def test_a_server_that_cannot_be_reached_is_told_in_one_line(home: Path) -> None:
    done = onrecord_process(home, "forget", "1", JOURNAL_URL="postgresql://me:hidden@127.0.0.1:1/x", JOURNAL_KEY="k" * 32)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "the journal postgresql://127.0.0.1/x cannot be used" in done.stderr
    assert "hidden" not in done.stderr


@pytest.mark.parametrize("written", ["", "nobody", "<@abc>", "1" * 20, "-5", "٣"])
def test_what_is_no_user_is_refused(home: Path, written: str) -> None:
    done = onrecord(home, "forget", "--", written)
    assert done.returncode == 2
    assert "write the user's id" in done.stderr


def test_a_journal_that_cannot_be_used_is_told_in_one_line(home: Path, tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").write_text("not a journal" * 1000, encoding="utf-8")
    done = onrecord_process(home, "forget", "1", JOURNAL_URL=f"sqlite:///{tmp_path / 'journal.sqlite'}")
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"the journal .*journal.sqlite cannot be used \(file is not a database\); move .*\n", done.stderr)
