"""Checks the journal: whether it can be opened and read, and who else can read it."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.cli.doctor.findings import Finding
from bot.journal import OFF, open_journal, sqlite_path
from bot.settings import Settings


def check_journal(settings: Settings) -> Iterator[Finding]:
    """Open the journal, unless it is still to be made by the bot, whose file it should be."""
    address = settings.journal_address
    if address == OFF:
        yield Finding("note", "JOURNAL_URL=off: nothing is kept of questions and votes")
        return
    path = sqlite_path(address)
    if path and not path.exists():
        yield Finding("ok", f"the journal {path} is made at the bot's first start")
        return
    with open_journal(address, key=settings.journal_key) as journal:
        next(journal.questions(datetime.now(UTC)), None)
    yield from _modes([path, path.with_suffix(".key")] if path else [])
    yield Finding("ok", f"the journal{f' {path}' if path else ''} can be read; questions' texts: {settings.journal_questions}")


def _modes(files: list[Path]) -> Iterator[Finding]:
    for file in files:
        if file.exists() and file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            yield Finding("wrong", f"{file} can be used by others (mode {file.stat().st_mode & 0o777:o})", f"chmod 600 '{file}'")
