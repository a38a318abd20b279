"""The few errors that a person reads: each message says what is wrong, where, and how to correct it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to correct in a file.

    Attributes:
        rule: the name of the check that found it.
        line, column: its place, counted from 1; None where the whole file is meant.
        what: what is wrong.
        fix: how to correct it.
        severity: an error keeps the file from being used or shipped, a warning does not.
    """

    path: Path
    rule: str
    what: str
    fix: str
    line: int | None = None
    column: int | None = None
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """The place as editors and terminals read it: `file:line:column`."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)

    def __str__(self) -> str:
        """Return the fault on one line, whatever is quoted in it."""
        return " ".join(f"{self.place}: {self.what}; {self.fix}".split())


class BotError(Exception):
    """Base of every error that ends a command with exit code 2 and is shown without a traceback."""


class SettingsError(BotError):
    """An environment variable or option is missing or malformed; the message names it and the fix."""


class KnowledgeError(BotError):
    """A knowledge file or its article cannot be used; the message has one line a fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = tuple(faults)


class DiscordError(BotError):
    """Discord cannot be reached, or refuses the bot."""


class QuestionsError(BotError):
    """A file of labelled questions cannot be read."""


class ArticleError(BotError):
    """No article is called what was asked for; the message offers the nearest names."""


class OutputError(BotError):
    """A file cannot be written; what was there is still there."""


class InputError(BotError):
    """Standard input cannot be read."""


class JournalError(BotError):
    """The journal cannot be opened, or what was asked of it could not be done."""
