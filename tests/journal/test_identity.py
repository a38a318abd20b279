"""Members are known by keyed hashes; keys can be changed, and members forgotten all the same."""

import os
from pathlib import Path

import pytest

from bot.errors import JournalError
from bot.journal import open_journal
from tests.journal.conftest import Opened
from tests.journal.rows import EVER, MEMBER, question

OLD, NEW = "old" * 12, "new" * 12


def test_no_row_tells_a_members_id(opened: Opened) -> None:
    journal = opened()
    journal.record(question(), 80351110224678912)
    assert journal.flush()
    (kept,) = journal.questions(EVER)
    assert "80351110224678912" not in repr(kept)
    assert len(kept.member) == 64


def test_the_first_key_is_written_with_and_all_forget(opened: Opened) -> None:
    for key in (OLD, f"{NEW}, {OLD}"):
        with opened(key=key) as journal:
            journal.record(question(), MEMBER)
    journal = opened(key=f"{NEW},{OLD}")
    assert len({kept.member for kept in journal.questions(EVER)}) == 2
    assert journal.forget(MEMBER) == 2


def test_a_key_that_is_gone_finds_nothing(opened: Opened) -> None:
    with opened(key=OLD) as journal:
        journal.record(question(), MEMBER)
    assert opened(key=NEW).forget(MEMBER) == 0


def test_a_key_that_was_made_still_forgets_when_another_is_set(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/journal.sqlite"
    with open_journal(address) as journal:
        journal.record(question(), MEMBER)
    with open_journal(address, key=NEW) as journal:
        assert journal.forget(MEMBER) == 1


def test_two_journals_have_different_keys(tmp_path: Path) -> None:
    names = set()
    for folder in ("one", "two"):
        with open_journal(f"sqlite:///{tmp_path}/{folder}/journal.sqlite") as journal:
            journal.record(question(), MEMBER)
            assert journal.flush()
            names |= {kept.member for kept in journal.questions(EVER)}
    assert len(names) == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"short", b"0" * 63, b"g" * 64])
def test_a_damaged_key_is_refused_and_stays(tmp_path: Path, content: bytes) -> None:
    key = tmp_path / "journal.key"
    key.write_bytes(content)
    with pytest.raises(JournalError, match=r"journal\.key: not a key"):
        open_journal(f"sqlite:///{tmp_path}/journal.sqlite")
    assert key.read_bytes() == content


def test_a_key_that_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "journal.key")
    with pytest.raises(JournalError, match=r"journal\.key: not a key"):
        open_journal(f"sqlite:///{tmp_path}/journal.sqlite")
