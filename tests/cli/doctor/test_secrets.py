"""The check-up of secrets: who can read them, and whether the token looks like one; none is ever shown."""

from pathlib import Path

import pytest

from bot.cli.doctor.findings import Finding, told
from bot.cli.doctor.secrets import check_env_file, check_token
from bot.settings import read_settings
from tests.cli.doctor.tokens import TOKEN, USER


def checked(token: str) -> Finding:
    [finding] = check_token(read_settings({"DISCORD_TOKEN": token}))
    return finding


def test_what_has_the_shape_of_a_token_is_well() -> None:
    assert checked(TOKEN).sign == "ok"


@pytest.mark.parametrize(
    "token",
    [
        f"{USER}.GxYzAb",
        f"{TOKEN}.more",
        f"{USER}..abc",
        f"{USER}.GxYzAb.abc+def",
        "bm90IGEgdXNlcg.GxYzAb.abcdef",
        "a.GxYzAb.abcdef",
        "w" * 32,
    ],
    ids=["two parts", "four parts", "an empty part", "another alphabet", "no user", "no base64", "a client secret"],
)
def test_what_has_not_is_told_and_not_shown(token: str) -> None:
    finding = checked(token)
    assert finding.sign == "wrong"
    assert "copy it whole" in finding.mend
    assert not any(part in finding.text for part in token.split(".") if len(part) > 1)


def test_a_token_that_is_not_set_is_told() -> None:
    assert checked("").sign == "wrong"


@pytest.mark.parametrize(("mode", "sign"), [(0o600, "ok"), (0o640, "note"), (0o604, "wrong"), (0o644, "wrong"), (0o602, "wrong")])
def test_an_env_file_with_a_token_is_for_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int, sign: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text(f"DISCORD_TOKEN={TOKEN}\n", encoding="utf-8")
    Path(".env").chmod(mode)
    [finding] = check_env_file()
    assert finding.sign == sign
    assert "DISCORD_TOKEN" in finding.what
    assert TOKEN not in finding.text
    assert ("chmod 600 .env" in finding.mend) is (sign != "ok")


@pytest.mark.parametrize("content", [None, "", "DISCORD_TOKEN=\nBOT_NAME=x\n"])
def test_an_env_file_without_secrets_may_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path(".env").write_text(content, encoding="utf-8")
        Path(".env").chmod(0o644)
    assert [finding.sign for finding in check_env_file()] == ["ok"]


def test_an_env_file_that_cannot_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".env").write_bytes(b"BOT_NAME=\xff\n")
    [finding] = told(check_env_file())
    assert finding.sign == "wrong"
    assert "not UTF-8" in finding.text
