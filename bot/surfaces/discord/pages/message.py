"""A message as a plain value: its text, what can be pressed under it, who reads it. Discord's objects are made of it last."""

from dataclasses import dataclass, replace
from enum import Enum

from bot.surfaces.discord.custom_id import Action
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.decision import Decision
from bot.surfaces.discord.pages.markup import label

LABEL = 80  # of a button's label, in UTF-16 code units (Discord)
OPTION = 100  # of a choice in a select or an autocompletion, in UTF-16 code units (Discord)
OPTIONS = 25  # choices in a select or an autocompletion (Discord)
_PLACEHOLDER = 150  # of what stands in a select that nothing is chosen in, in UTF-16 code units (Discord)


class Audience(Enum):
    """Who sees the reply to a question."""

    ASKER = "the asker alone"
    EVERYONE_IF_SURE = "everyone sees an answer, the asker alone a doubt or a miss"
    EVERYONE = "everyone, because a message in a channel cannot be shown to one member"


@dataclass(frozen=True, slots=True)
class Reader:
    """The user who asked or pressed a button: their id, their language, and who sees what they get."""

    id: int
    language: Language
    audience: Audience = Audience.ASKER


@dataclass(frozen=True, slots=True)
class Button:
    """A button; pressing it asks for its action. A label that is too long is cut."""

    label: str
    action: Action
    disabled: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", label(self.label, LABEL))


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Select:
    """A list to choose from; `options` are pairs of a value and its label. The choice comes with the action.

    A label that is too long is cut.
    """

    placeholder: str
    action: Action
    options: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "placeholder", label(self.placeholder, _PLACEHOLDER))
        object.__setattr__(self, "options", tuple((value, label(text, OPTION)) for value, text in self.options))


@dataclass(frozen=True, slots=True)
class Channels:
    """A list of a server's channels to choose any number from; `chosen` are the ids of those that are."""

    placeholder: str
    action: Action
    chosen: tuple[int, ...]


Control = Button | Link | Select | Channels
Row = tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message.

    Attributes:
        text: at most 2,000 UTF-16 code units.
        private: whether only the asker should see it.
        rows: what can be pressed; at most five.
        decision: what became of the question that it replies to; None where it replies to none.
    """

    text: str
    private: bool
    rows: tuple[Row, ...] = ()
    decision: Decision | None = None

    @property
    def actions(self) -> tuple[Action, ...]:
        """What its controls ask for, in their order."""
        return tuple(control.action for row in self.rows for control in row if not isinstance(control, Link))

    def with_row(self, *controls: Control) -> "Message":
        """Return the message with one more row under it."""
        return replace(self, rows=(*self.rows, controls))
