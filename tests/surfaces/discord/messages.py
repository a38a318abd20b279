"""What tests of messages share: who reads them, and a check of all that Discord would refuse."""

from bot.surfaces.discord.custom_id import CUSTOM_ID, encode
from bot.surfaces.discord.i18n.catalogue import CATALOGUES, language
from bot.surfaces.discord.pages.markup import LIMIT, width
from bot.surfaces.discord.pages.message import Audience, Button, Message, Reader, Select

CODES = sorted(path.stem for path in CATALOGUES.glob("*.ftl"))
READERS = [Reader(2**63, language(code), audience) for code in CODES for audience in Audience]
READER_IDS = [f"{reader.language.code} {reader.audience.name}" for reader in READERS]


def check(message: Message) -> None:
    """Check what Discord would refuse."""
    assert 1 <= width(message.text) <= LIMIT
    assert len(message.rows) <= 5
    ids = [encode(control.action) for row in message.rows for control in row if isinstance(control, Button | Select)]
    assert all(1 <= width(id) <= CUSTOM_ID for id in ids)
    assert len(set(ids)) == len(ids)
    for row in message.rows:
        assert 1 <= len(row) <= 5
        for control in row:
            match control:
                case Button(label=label):
                    assert 1 <= width(label) <= 80
                case Select(options=options, placeholder=placeholder):
                    assert 1 <= len(options) <= 25
                    assert len({value for value, _ in options}) == len(options)
                    assert all(1 <= width(text) <= 100 for option in options for text in option)
                    assert 1 <= width(placeholder) <= 150


def pressable(message: Message) -> list[Button]:
    """Return the buttons that are answered with a message."""
    buttons = [control for row in message.rows for control in row if isinstance(control, Button)]
    return [button for button in buttons if encode(button.action).partition(":")[0] != "delete"]
