"""The few errors that a person reads: each message says what is wrong, where, and how to mend it."""

from collections.abc import Sequence


class BotError(Exception):
    """Base of every error that ends a command with exit code 2 and is shown without a traceback."""


class SettingsError(BotError):
    """An environment variable or option is missing or malformed; the message names it and the fix."""


class KnowledgeError(BotError):
    """A knowledge file or its article cannot be used; one line a fault, each `file:line: what, and how to mend it`."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class DiscordError(BotError):
    """Discord cannot be reached, or refuses the bot."""


class QuestionsError(BotError):
    """A file of labelled questions cannot be read."""
