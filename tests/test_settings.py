"""The settings of the journal, as an operator writes them."""

from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import read_settings

KEY, OLDER = "a1" * 16, "b2" * 16


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JOURNAL_URL", "mysql://me:hidden-word@host/database"), ("JOURNAL_URL", "journal.sqlite"), ("JOURNAL_URL", "sqlite:///"),
        ("JOURNAL_URL", "sqlite://"), ("JOURNAL_URL", "postgresql://me:hidden-word @host/x"), ("JOURNAL_QUESTIONS", "yes"),
        ("JOURNAL_DAYS", "0"), ("JOURNAL_DAYS", "3651"), ("JOURNAL_DAYS", "forever"), ("JOURNAL_KEY", "hidden-word"),
        ("JOURNAL_KEY", f"{KEY},hidden-word"), ("JOURNAL_KEY", f"{KEY},"),
    ],
)  # fmt: skip
def test_a_malformed_variable_is_named_with_its_fix_and_no_secret_is_shown(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({name: value})
    assert str(raised.value).startswith(f"{name}: ")
    assert "write" in str(raised.value)
    assert not {"hidden-word", KEY} & set(str(raised.value).replace(",", " ").split())
    assert "hidden-word" not in str(raised.value)


@pytest.mark.parametrize(
    "address", ["off", "sqlite:////var/lib/onrecord/a b?.sqlite", "postgresql://me:secret@host:5432/x?sslmode=require"]
)
def test_the_journal_is_where_it_is_said_to_be(address: str) -> None:
    assert read_settings({"JOURNAL_URL": address}).journal_address == address


def test_the_journal_is_in_the_data_folder_where_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert read_settings({}).journal_address == f"sqlite:///{tmp_path}/onrecord/journal.sqlite"


def test_several_keys_are_separated_by_commas() -> None:
    assert read_settings({"JOURNAL_KEY": f"{KEY}, {OLDER}"}).journal_key == f"{KEY}, {OLDER}"


@pytest.mark.parametrize(
    ("written", "shards"), [("0", (0,)), ("0,1", (0, 1)), ("0-3", (0, 1, 2, 3)), ("6, 0-1", (0, 1, 6)), ("1,1", (1,))]
)
def test_shards_are_listed_or_given_as_a_range(written: str, shards: tuple[int, ...]) -> None:
    assert read_settings({"SHARD_IDS": written, "SHARD_COUNT": "8", "JOURNAL_URL": "off"}).shard_ids == shards


@pytest.mark.parametrize(
    ("variables", "begins"),
    [
        ({"SHARD_IDS": "0"}, "SHARD_IDS, SHARD_COUNT: one is set without the other"),
        ({"SHARD_COUNT": "2"}, "SHARD_IDS, SHARD_COUNT: one is set without the other"),
        ({"SHARD_IDS": "2", "SHARD_COUNT": "2"}, "SHARD_IDS: 2 is not below SHARD_COUNT"),
        ({"SHARD_IDS": "3-1", "SHARD_COUNT": "4"}, "SHARD_IDS: '3-1' cannot be used; write"),
        ({"SHARD_IDS": "0-99999999999", "SHARD_COUNT": "4"}, "SHARD_IDS: '0-99999999999' cannot be used; write"),
        ({"SHARD_IDS": "a", "SHARD_COUNT": "4"}, "SHARD_IDS: 'a' cannot be used; write"),
        ({"SHARD_IDS": "-1", "SHARD_COUNT": "4"}, "SHARD_IDS: '-1' cannot be used; write"),
        ({"SHARD_IDS": "0", "SHARD_COUNT": "0"}, "SHARD_COUNT: '0' cannot be used; write"),
        ({"SHARD_IDS": "0", "SHARD_COUNT": "2"}, "JOURNAL_URL: an SQLite file is for one process"),
    ],
)
def test_shards_that_cannot_be_are_refused_with_what_to_write(variables: dict[str, str], begins: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings(variables)
    assert str(raised.value).startswith(begins)
    assert len(str(raised.value).splitlines()) == 1


def test_all_shards_in_one_process_may_have_an_sqlite_journal() -> None:
    assert read_settings({"SHARD_IDS": "0-1", "SHARD_COUNT": "2"}).shard_count == 2
