"""What the loopback Discord remembers: requests, messages, interactions; and which requests are to fail."""

import time
from dataclasses import dataclass, field
from typing import Any

from tests.loopback import payloads
from tests.loopback.payloads import Json

EPHEMERAL = 64
_HASTE = 429
Answer = tuple[int, Any]


@dataclass
class Request:
    """One request of the bot, with Discord's status for it."""

    method: str
    path: str
    body: Any
    status: int


@dataclass
class Shown:
    """A message as it stands in a channel."""

    id: str
    channel: str
    data: Json
    owner: str | None = None
    deleted: bool = False
    sent: float = field(default_factory=time.monotonic)

    @property
    def text(self) -> str:
        return str(self.data.get("content", ""))

    @property
    def private(self) -> bool:
        return bool(self.data.get("flags", 0) & EPHEMERAL)

    @property
    def controls(self) -> list[Json]:
        return [control for row in self.data.get("components") or [] for control in row["components"]]

    @property
    def labels(self) -> list[str]:
        return [str(control.get("label") or control.get("placeholder")) for control in self.controls]

    def payload(self) -> Json:
        author = payloads.user(payloads.BOT, bot=True)
        more = {name: self.data[name] for name in ("components", "flags") if name in self.data}
        return payloads.message(self.id, self.text, author=author, channel=self.channel, **more)


@dataclass
class Interaction:
    """An interaction that the bot was told of."""

    user: str
    channel: str
    created: float
    pressed: Shown | None = None
    original: Shown | None = None
    answered: float | None = None


@dataclass
class Failure:
    """What becomes of the requests that begin with a method and a path; status 0 cuts the connection."""

    method: str
    path: str
    status: int
    times: int = 1
    code: int = 0
    heard: bool = False
    """Whether the request is carried out all the same, and only its answer is lost."""

    def answer(self) -> Answer:
        self.times -= 1
        told = {"message": "You are being rate limited.", "retry_after": 0.01, "global": False} if self.status == _HASTE else {}
        return self.status, {"message": "It fails.", "code": self.code} | told
