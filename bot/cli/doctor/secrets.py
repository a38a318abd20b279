"""Checks who can read the secrets, and whether the token has the shape of one. No secret is ever shown."""

import base64
import binascii
import re
import stat
from collections.abc import Iterator

from bot.cli.doctor.findings import Finding
from bot.settings import ENV_FILE, SECRETS, Settings, env_file

_PART = re.compile(r"[A-Za-z0-9_-]+")
_PARTS = 3  # who the bot is, when the token was made, and what proves it
_COPY = "copy it whole from the Bot page of the developer portal"


def check_env_file() -> Iterator[Finding]:
    """Check that nobody else can read an `.env` file with secrets."""
    held = [name for name in SECRETS if env_file().get(name)]
    if not held:
        yield Finding("ok", f"{ENV_FILE} holds no secret" if ENV_FILE.is_file() else f"there is no {ENV_FILE} here")
        return
    mode = ENV_FILE.stat().st_mode
    what, mend = f"{ENV_FILE} holds {', '.join(held)}", f"chmod 600 {ENV_FILE}"
    if mode & stat.S_IRWXO:
        yield Finding("wrong", f"{what}, and every user of this machine can use it (mode {mode & 0o777:o})", mend)
    elif mode & stat.S_IRWXG:
        yield Finding("note", f"{what}, and its group can use it (mode {mode & 0o777:o})", f"if it should not: {mend}")
    else:
        yield Finding("ok", f"{what}, for its owner alone")


def check_token(settings: Settings) -> Iterator[Finding]:
    """Check that there is a token, and that it looks like one."""
    if not settings.token:
        yield Finding("wrong", "DISCORD_TOKEN: not set, and run needs it", f"{_COPY} into {ENV_FILE}")
    elif _has_shape(settings.token):
        yield Finding("ok", "DISCORD_TOKEN has the shape of a token")
    else:
        yield Finding("wrong", "DISCORD_TOKEN is no bot's token: those have three parts with dots between", f"{_COPY} again")


def _has_shape(token: str) -> bool:
    """Say whether these are three parts in base64, of which the first is a user's id."""
    parts = token.split(".")
    if len(parts) != _PARTS or not all(map(_PART.fullmatch, parts)):
        return False
    try:
        user = base64.urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4))
    except binascii.Error:
        return False
    return user.isdigit()
