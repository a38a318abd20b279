"""What a check found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bot.errors import BotError

Sign = Literal["ok", "note", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check-up.

    Attributes:
        sign: “wrong” needs mending; a “note” is worth knowing.
        what: what was found.
        mend: what to do; empty where nothing needs to be done.
    """

    sign: Sign
    what: str
    mend: str = ""

    @property
    def text(self) -> str:
        """The finding in words, on one line, and nothing in it that a terminal would obey."""
        line = " ".join(f"{self.what}; {self.mend}".removesuffix("; ").split())
        return "".join(character if character.isprintable() else "�" for character in line)


def told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, and where they end with an error that a person is meant to read, that too, line by line."""
    try:
        yield from findings
    except BotError as error:
        yield from (Finding("wrong", line) for line in str(error).splitlines())
