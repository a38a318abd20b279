"""A message as a plain value: its text and what can be pressed under it. Discord's objects are made of it last."""

from dataclasses import dataclass, replace

from bot.surfaces.discord.custom_id import Action
from bot.surfaces.discord.pages.markup import label

LABEL = 80  # characters of a button's label (Discord)
OPTION = 100  # characters of a choice in a select or an autocompletion (Discord)
OPTIONS = 25  # choices in a select or an autocompletion (Discord)


@dataclass(frozen=True, slots=True)
class Button:
    """A button; pressing it asks for its action."""

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
    """A list to choose from; `options` are pairs of a value and its label. The choice comes with the action."""

    placeholder: str
    action: Action
    options: tuple[tuple[str, str], ...]


Control = Button | Link | Select
Row = tuple[Control, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its text, at most 2,000 characters; whether only the asker should see it; at most five rows of controls."""

    text: str
    private: bool
    rows: tuple[Row, ...] = ()

    def with_row(self, *controls: Control) -> "Message":
        """Return the message with one more row under it."""
        return replace(self, rows=(*self.rows, controls))
