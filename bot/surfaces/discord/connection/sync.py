"""Keeps Discord's list of our commands as the code has it, and asks for a change only where there is one.

Discord allows 200 new commands a day, and every overwrite makes members' clients load the list again.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

_REFUSED = (400, 403)  # HTTP statuses of what Discord will not have, however often it is asked
_Payload = Mapping[str, Any]

log = logging.getLogger(__name__)


async def sync(client: discord.Client, tree: app_commands.CommandTree[Any]) -> None:
    """Overwrite Discord's global commands if they differ from the tree's.

    A command that Discord refuses is named in the log, and the others are there without it.
    """
    wanted = [await _payload(tree, command) for command in tree.get_commands()]
    if same(wanted, await _registered(client)):
        log.info("The commands are as Discord has them.")
        return
    try:
        await tree.sync()
        log.info("The commands have changed and were sent to Discord.")
    except discord.HTTPException as error:
        if error.status not in _REFUSED:
            raise
        await _send_each(client, wanted)


async def _send_each(client: discord.Client, wanted: Sequence[_Payload]) -> None:
    """Send the commands one by one, since together they were refused; return whether each was taken."""
    taken = [await _send(client, command) for command in wanted]
    log.info("%d of %d commands were sent to Discord. Questions in messages are answered.", sum(taken), len(taken))


async def _send(client: discord.Client, command: _Payload) -> bool:
    """Send one command and return whether it was taken; if not, the log has its name and the reason."""
    route = Route("POST", "/applications/{application_id}/commands", application_id=client.application_id)
    try:
        await client.http.request(route, json=_as_sent(command))
    except discord.HTTPException as error:
        if error.status not in _REFUSED:
            raise
        reason = " ".join(str(error).split())
        log.error("Discord refuses the command “%s”, which is left out: %s", command["name"], reason)
        return False
    return True


def _as_sent(command: _Payload) -> dict[str, Any]:
    """Return a command as Discord takes it: with permissions as a number."""
    permissions = command["default_member_permissions"]
    return {**command, "default_member_permissions": None if permissions is None else int(permissions)}


async def _payload(tree: app_commands.CommandTree[Any], command: Any) -> _Payload:
    """Return a command as Discord tells it back: with its names in other languages, permissions as text."""
    translator = tree.translator
    payload: dict[str, Any] = await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
    permissions = payload.get("default_member_permissions")
    return payload | {"default_member_permissions": None if permissions is None else str(permissions)}


async def _registered(client: discord.Client) -> Sequence[_Payload]:
    """Return the commands that Discord has; none if it does not tell, so that they are sent."""
    if client.application_id is None:
        return []
    try:
        route = Route("GET", "/applications/{application_id}/commands", application_id=client.application_id)
        registered: Sequence[_Payload] = await client.http.request(route, params={"with_localizations": "true"})
    except discord.HTTPException as error:
        log.info("Discord does not tell which commands it has: %s", error)
        return []
    return registered


def same(wanted: Sequence[_Payload], registered: Sequence[_Payload]) -> bool:
    """Return whether the registered commands are the wanted ones; what Discord adds of its own does not count."""
    there = {(command.get("name"), command.get("type", 1)): command for command in registered}
    mine = {(command.get("name"), command.get("type", 1)): command for command in wanted}
    return there.keys() == mine.keys() and all(_covers(there[name], command) for name, command in mine.items())


def _covers(registered: Any, wanted: Any) -> bool:
    """Return whether everything wanted is registered; an empty value may be missing there."""
    if isinstance(wanted, Mapping):
        return isinstance(registered, Mapping) and all(_covers(registered.get(key), value) for key, value in wanted.items())
    if isinstance(wanted, list) and wanted:
        return isinstance(registered, list) and len(registered) == len(wanted) and all(map(_covers, registered, wanted))
    return bool(registered == wanted) or (not registered and not wanted)
