"""Our plain messages as discord.py's views. Every button's whole state is its custom id, so no view is kept anywhere."""

import re
from typing import TYPE_CHECKING, Any, Self

import discord

from bot.surfaces.discord.custom_id import encode
from bot.surfaces.discord.pages.message import Button, Control, Link, Message, Select

if TYPE_CHECKING:
    from bot.surfaces.discord.client import OnRecordClient


class Pressable(discord.ui.DynamicItem[discord.ui.Item[Any]], template=re.compile(r".+", re.DOTALL)):
    """Any control of ours: made from its message when it is pressed, whatever has been restarted since."""

    @classmethod
    async def from_custom_id(cls, _: "discord.Interaction[Any]", item: discord.ui.Item[Any], __: re.Match[str], /) -> Self:
        """Return the pressed control."""
        return cls(item)

    async def interaction_check(self, interaction: "discord.Interaction[Any]", /) -> bool:
        """Let each press be answered once, and none while the bot stops."""
        client: OnRecordClient = interaction.client
        return client.begins(interaction)

    async def callback(self, interaction: "discord.Interaction[Any]") -> None:
        """Hand the press to the client."""
        client: OnRecordClient = interaction.client
        await client.presses.take(interaction, self.custom_id)


def view_of(message: Message) -> discord.ui.View | None:
    """Return the view of a message's controls; None if it has none. It never times out."""
    if not message.rows:
        return None
    view = discord.ui.View(timeout=None)
    for place, row in enumerate(message.rows):
        for control in row:
            view.add_item(_item(control, place))
    return view


def _item(control: Control, row: int) -> discord.ui.Item[Any]:
    match control:
        case Link(label, url):
            return discord.ui.Button(label=label, url=url, row=row)
        case Button(label, action, disabled):
            style = discord.ButtonStyle.secondary
            button = discord.ui.Button[Any](label=label, custom_id=encode(action), style=style, disabled=disabled, row=row)
            return Pressable(button)
        case Select(placeholder, action, options):
            choices = [discord.SelectOption(label=label, value=value) for value, label in options]
            return Pressable(discord.ui.Select[Any](placeholder=placeholder, custom_id=encode(action), options=choices, row=row))
