"""Settings, as an operator writes them, in the environment or in `.env`."""

import os
import pwd
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import cache_folder, data_folder, environment, read_settings

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


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("# für den Bot\nBOT_NAME=Für".encode("latin-1"), ".env:1: not UTF-8; "),
        ("BOT_NAME=x\n".encode("utf-16"), ".env: not UTF-8 text but UTF-16; "),
        ("BOT_NAME=x\n".encode("utf-16-le"), ".env:1: not a text: it holds a NUL character; "),
    ],
    ids=["Latin-1", "UTF-16", "UTF-16 without a mark"],
)
def test_an_env_file_that_is_not_utf8_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(SettingsError) as raised:
        environment()
    assert str(raised.value).startswith(told)
    assert "\n" not in str(raised.value)


def test_an_env_file_may_begin_with_a_mark_or_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOT_NAME", raising=False)
    (tmp_path / ".env").write_text("BOT_NAME=x\n", encoding="utf-8-sig")
    assert environment()["BOT_NAME"] == "x"
    (tmp_path / ".env").write_bytes(b"")
    assert "BOT_NAME" not in environment()


def test_a_pipe_as_env_file_is_refused_and_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(".env")
    with pytest.raises(SettingsError, match=r"^\.env: not a file; "):
        environment()


def test_an_env_file_that_leads_nowhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").symlink_to("nowhere")
    with pytest.raises(SettingsError, match=r"^\.env: cannot be read \(No such file or directory\); "):
        environment()


def test_a_folder_called_env_is_a_virtual_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").mkdir()
    assert environment()


@pytest.mark.parametrize(("exported", "read"), [("", "of-the-file"), (" ", "of-the-file"), ("exported", "exported")])
def test_a_variable_that_is_exported_empty_does_not_hide_that_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exported: str, read: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("DISCORD_TOKEN=of-the-file\n", encoding="utf-8")
    monkeypatch.setenv("DISCORD_TOKEN", exported)
    assert read_settings(environment()).token == read


@pytest.mark.parametrize("token", ["abc\x01def", "abc\x7fdef", "abc\ndef", "töken", 'a"b', "two words"])
def test_a_token_that_no_request_can_carry_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({"DISCORD_TOKEN": token})
    assert str(raised.value).startswith("DISCORD_TOKEN: this value cannot be used; ")
    assert token not in str(raised.value)


@pytest.mark.parametrize(
    "address", ["http://", "http:///x", "http://[", "http://a..b", "http://x:99999", "http://x:y", "http://x:0", "http://\x01"]
)
def test_an_address_that_no_request_can_be_made_to_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match=r"^DISCORD_API_URL: .* cannot be used; write an http"):
        read_settings({"DISCORD_API_URL": address})


def _unknown(uid: int) -> pwd.struct_passwd:
    raise KeyError(uid)


def test_a_user_without_a_home_is_told_how_to_name_the_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", _unknown)
    with pytest.raises(SettingsError, match=r"^HOME: not set, .*XDG_CACHE_HOME"):
        cache_folder()
    with pytest.raises(SettingsError, match=r"^HOME: not set, .*XDG_DATA_HOME"):
        data_folder()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "onrecord"
