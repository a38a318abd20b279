"""What the journal holds, as plain values: what others give it, and what it gives back."""

from dataclasses import dataclass, field
from datetime import UTC, datetime


def now() -> datetime:
    """Return the time as the journal keeps it: in UTC, with its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and what became of it.

    Attributes:
        outcome: the name of the reply's outcome.
        entry: the key of the entry that the reply stands on; None where it stands on none.
        confidence: how sure what was said is, 0..1.
        runner_ups: the next best entries with their scores.
        guards: the names of the signs against an answer; never the words of the question.
        knowledge: the hash of the knowledge that replied.
        scorer: the version of what scored.
        surface: where it was asked, such as `slash`, `mention` or `direct`.
        guild: the id of the server; None in a direct message.
        latency: seconds until the reply was worked out.
        text: what was asked; kept only where the operator allows it, else empty.
        member: the keyed hash of who asked; the journal fills it in.
    """

    outcome: str
    entry: str | None
    confidence: float
    runner_ups: tuple[tuple[str, float], ...] = ()
    guards: tuple[str, ...] = ()
    knowledge: str
    scorer: str
    surface: str
    guild: int | None
    latency: float
    text: str = ""
    member: str = ""
    time: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What a member thinks of an answer; a later vote of theirs on the same answer takes its place.

    Attributes:
        answer: the id of the message that holds the answer.
        entry: the key of the entry that answered.
        member: the keyed hash of who voted; the journal fills it in.
    """

    answer: int
    entry: str
    helpful: bool
    knowledge: str
    guild: int | None
    member: str = ""
    time: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a member tells the owners about an answer that is wrong.

    Attributes:
        answer: the id of the message that holds the answer.
        entry: the key of the entry that answered.
        text: what they wrote.
        member: the keyed hash of who wrote; the journal fills it in.
    """

    answer: int
    entry: str
    text: str
    knowledge: str
    guild: int | None
    member: str = ""
    time: datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReply:
    """Which message of ours replies to which message of a member, so that it can follow edits and deletions.

    Attributes:
        message: the id of the member's message.
        channel: the id of the channel that both are in.
        reply: the id of our message.
        edited: when the member's message was last edited, as it was answered; None if never.
        member: the keyed hash of who asked; the journal fills it in.
    """

    message: int
    channel: int
    reply: int
    edited: datetime | None = None
    member: str = ""


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What those who may manage a server chose for it; each left out is the bot's own way.

    Attributes:
        guild: the id of the server.
        language: the tag of the language of replies; None for each reader's own.
        private: whether answers are shown to the one who asks alone.
        channels: the ids of the channels where mentions are answered; empty for all.
    """

    guild: int
    language: str | None = None
    private: bool = False
    channels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbers:
    """What became of the rows given to the journal since the start: waiting, stored, lost."""

    queued: int
    kept: int
    lost: int
