"""Settings: the one place where the environment is read. `.env.example` explains each variable."""

import io
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from platformdirs import user_cache_path, user_data_path
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from bot.errors import KnowledgeError, SettingsError
from bot.files import read_utf8

CONTACT = "the people who run this server"
EXAMPLE = "example"
"""What names the shipped knowledge, where a path is asked for."""
DISCORD_API = "https://discord.com/api/v10"
ENV_FILE = Path(".env")
"""Where settings are written that are not in the environment: in the working directory."""
_FIXES = {
    "DISCORD_TOKEN": "copy it whole from the Bot page of the developer portal, without quotes, spaces or the word Bot",
    "DISCORD_API_URL": "write an http or https address, such as https://discord.com/api/v10, or leave it out",
    "KNOWLEDGE": "write the path of a knowledge file, of an article (.txt), or of a folder of them",
    "BOT_NAME": "write a name of at most 32 characters, or leave it out",
    "BOT_CONTACT": "write how to reach you in at most 100 characters, or leave it out",
    "ENCODER": "write use or none, or leave it out",
    "FALSE_ANSWERS": "write a share between 0.001 and 0.2, such as 0.03, or leave it out",
    "JOURNAL_URL": "write sqlite:///PATH, postgresql://USER:PASSWORD@HOST/DATABASE (its own @ as %40), or off, or leave it out",
    "JOURNAL_QUESTIONS": "write off or on, or leave it out",
    "JOURNAL_DAYS": "write a number of days between 1 and 3650, or leave it out",
    "JOURNAL_KEY": "write what `openssl rand -hex 32` prints: at least 32 characters a key, commas between several",
    "SHARD_IDS": "write the numbers of this process's shards, counted from 0, such as 0,1 or 0-3, or leave it out",
    "SHARD_COUNT": "write how many shards all processes have together, 1 to 16384, or leave it out",
    "HTTP_PORT": "write a number between 1 and 65535, or leave it out to serve nothing",
    "HTTP_HOST": "write an address of this machine, such as 127.0.0.1, or leave it out",
    "LOG_LEVEL": "write one of DEBUG, INFO, WARNING, ERROR",
    "LOG_FORMAT": "write text or json, or leave it out",
}
SECRETS = ("DISCORD_TOKEN", "JOURNAL_URL", "JOURNAL_KEY")
"""The variables whose values are never shown."""
_ADDRESS = r"^(off|sqlite:///[^\x00]+|postgresql://[^\s@]*(@[^\s@]*)?)$"
_TOKEN = r"^[!#-&(-~]*$"  # what an HTTP header can hold, without quotes
_API = r"^https?://[!-~]+$"
_SHARDS = 16_384  # as many as Discord runs for its largest bots
_KEYS = r"^[^\s\"',]{32,}(\s*,\s*[^\s\"',]{32,})*$"


def _with_host(address: str) -> str:
    parts = urlsplit(address)
    if not (parts.hostname or "").encode("idna") or parts.port == 0:  # either raises ValueError too where it can be none
        raise ValueError("no host, or no port")
    return address


def _shards(written: str) -> tuple[int, ...]:
    """Return the numbers of a list such as `0,1`, `0-3` or `0-3,6`, in order."""
    found: set[int] = set()
    for part in written.split(","):
        first, _, last = part.strip().partition("-")
        if not (first.isdecimal() and (last or first).isdecimal() and int(first) <= int(last or first) < _SHARDS):
            raise ValueError
        found.update(range(int(first), int(last or first) + 1))
    return tuple(sorted(found))


class Settings(BaseModel):
    """All settings, checked; each field's alias is its environment variable."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    token: Annotated[str, StringConstraints(pattern=_TOKEN)] = Field("", alias="DISCORD_TOKEN")
    api_url: Annotated[str, StringConstraints(pattern=_API), AfterValidator(_with_host)] = Field(
        DISCORD_API, alias="DISCORD_API_URL"
    )
    knowledge: Annotated[str, StringConstraints(min_length=1)] = Field("knowledge", alias="KNOWLEDGE")
    false_answers: Annotated[float, Field(ge=0.001, le=0.2)] = Field(0.03, alias="FALSE_ANSWERS")
    name: Annotated[str, StringConstraints(min_length=1, max_length=32)] = Field("On Record", alias="BOT_NAME")
    contact: Annotated[str, StringConstraints(min_length=1, max_length=100)] = Field(CONTACT, alias="BOT_CONTACT")
    encoder: Literal["use", "none"] = Field("use", alias="ENCODER")
    journal_url: Annotated[str, StringConstraints(pattern=_ADDRESS)] = Field("", alias="JOURNAL_URL")
    journal_questions: Literal["off", "on"] = Field("off", alias="JOURNAL_QUESTIONS")
    journal_days: Annotated[int, Field(ge=1, le=3650)] = Field(30, alias="JOURNAL_DAYS")
    journal_key: Annotated[str, StringConstraints(pattern=_KEYS)] = Field("", alias="JOURNAL_KEY")
    shard_ids: Annotated[tuple[int, ...], BeforeValidator(_shards)] = Field((), alias="SHARD_IDS")
    shard_count: Annotated[int, Field(ge=1, le=_SHARDS)] | None = Field(None, alias="SHARD_COUNT")
    http_port: Annotated[int, Field(ge=1, le=65535)] | None = Field(None, alias="HTTP_PORT")
    http_host: Annotated[str, StringConstraints(pattern=r"^[^\s/]+$")] = Field("127.0.0.1", alias="HTTP_HOST")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", alias="LOG_LEVEL")
    log_format: Literal["text", "json"] = Field("text", alias="LOG_FORMAT")

    @property
    def api_base(self) -> str:
        """The address that Discord's REST paths are appended to; the version is added where it was left out."""
        address = self.api_url.rstrip("/")
        path = address.split("://", 1)[1].partition("/")[2]
        return {"": f"{address}/api/v10", "api": f"{address}/v10"}.get(path, address)

    @property
    def journal_address(self) -> str:
        """Where the journal is; in the data folder where nothing else is said."""
        return self.journal_url or f"sqlite:///{data_folder() / 'journal.sqlite'}"


def environment() -> dict[str, str]:
    """Return the environment over the `.env` file, where there is one; a variable set to nothing hides none of the file's.

    Raises:
        SettingsError: one line: the file cannot be read, or is not UTF-8 text.
    """
    return {**env_file(), **{name: value for name, value in os.environ.items() if value.strip()}}


def env_file() -> dict[str, str]:
    """Return the variables of the `.env` file; a folder of that name, such as a virtual environment, has none.

    Raises:
        SettingsError: one line: the file cannot be read, or is not UTF-8 text.
    """
    if not os.path.lexists(ENV_FILE) or ENV_FILE.is_dir():
        return {}
    try:
        text, _ = read_utf8(ENV_FILE)
    except KnowledgeError as error:
        raise SettingsError(str(error)) from None
    written = dotenv_values(stream=io.StringIO(text.removeprefix("\ufeff")))
    return {name: value for name, value in written.items() if value is not None}


def read_settings(variables: Mapping[str, str]) -> Settings:
    """Check the variables and return the settings; a variable set to nothing counts as not set.

    Raises:
        SettingsError: one line a malformed variable, each with its name and the fix; a secret is never shown.
    """
    given = {name: value.strip() for name, value in variables.items() if name in _FIXES and value.strip()}
    if "LOG_LEVEL" in given:
        given["LOG_LEVEL"] = given["LOG_LEVEL"].upper()
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        raise SettingsError("\n".join(_line(fault) for fault in error.errors())) from None
    fault = _fault_of_shards(settings)
    if fault:
        raise SettingsError(fault)
    return settings


def _line(fault: Any) -> str:
    name = str(fault["loc"][0])
    shown = "this value" if name in SECRETS else repr(fault["input"])
    return f"{name}: {shown} cannot be used; {_FIXES[name]}"


def _fault_of_shards(settings: Settings) -> str | None:
    """Return what is wrong with the settings of shards, which are right by themselves; None where nothing is."""
    ids, count = settings.shard_ids, settings.shard_count
    if count is None or not ids:
        return "SHARD_IDS, SHARD_COUNT: one is set without the other; set both, or neither" if ids or count else None
    if ids[-1] >= count:
        return f"SHARD_IDS: {ids[-1]} is not below SHARD_COUNT, which is {count}; shards are counted from 0"
    if len(ids) < count and settings.journal_address.startswith("sqlite:"):
        return (
            "JOURNAL_URL: an SQLite file is for one process, and SHARD_IDS leaves shards to others; "
            "write postgresql://USER:PASSWORD@HOST/DATABASE, the same for all of them, or off"
        )
    return None


def knowledge_path(given: Path | None = None) -> Path:
    """Return the path of the knowledge: the one given, or else that of the settings; `example` is the one that is shipped."""
    path = given or Path(read_settings(environment()).knowledge)
    return shipped_knowledge() if str(path) == EXAMPLE and not path.exists() else path


def shipped_knowledge() -> Path:
    """Return the folder of the knowledge that comes with the program: within the package, or beside it in a checkout."""
    package = Path(__file__).parent
    packed = package / EXAMPLE
    return packed if packed.is_dir() else package.parent / "knowledge"


def cache_folder() -> Path:
    """Return the folder for files that may be deleted at any time.

    Raises:
        SettingsError: the user has no home folder.
    """
    return _at_home(user_cache_path, "XDG_CACHE_HOME")


def data_folder() -> Path:
    """Return the folder for files that must not be lost.

    Raises:
        SettingsError: the user has no home folder.
    """
    return _at_home(user_data_path, "XDG_DATA_HOME")


def _at_home(place: Callable[..., Path], variable: str) -> Path:
    with suppress(RuntimeError):  # there is no home; other versions of the library give a path that begins with ~
        folder = place("onrecord", appauthor=False)
        if folder.is_absolute():
            return folder
    raise SettingsError(f"HOME: not set, and this user has no home folder; set it, or {variable}, to a folder's full path")
