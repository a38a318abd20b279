"""A member who uses the bot: commands, completions, presses, each as Discord sends it."""

from dataclasses import dataclass, field
from typing import Any

from tests.loopback import payloads
from tests.loopback.payloads import Json
from tests.loopback.records import Request, Shown
from tests.loopback.server import LoopbackDiscord

_COMMAND, _PRESS, _COMPLETION, _FORM = 2, 3, 4, 5
_BUTTON, _SELECT, _TEXT, _CHANNELS, _LABELLED = 2, 3, 4, 8, 18
_LATER = "2026-01-01T00:01:00.000000+00:00"
_OPTION_TYPES: dict[type, int] = {str: 3, bool: 5}


@dataclass
class Member:
    """A user in a place, with a language and permissions of their own."""

    discord: LoopbackDiscord
    id: str = payloads.MEMBER
    locale: str = "en-US"
    place: Json = field(default_factory=lambda: payloads.SERVER)
    permissions: str = payloads.PLAIN_PERMISSIONS

    @classmethod
    def new(cls, discord: LoopbackDiscord, place: Json = payloads.SERVER, **told: Any) -> "Member":
        """Return a member that nobody has met, in a channel of their own."""
        channel = discord.next_id()
        here = place | {"channel_id": channel, "channel": place["channel"] | {"id": channel}}
        return cls(discord, discord.next_id(), place=here, **told)

    def ask(self, question: str, **options: Any) -> Shown:
        """Use /ask and return the message that comes."""
        return self.use("ask", question=question, **options)

    def ask_at_once(self, question: str, times: int) -> list[Shown]:
        """Use /ask so many times without waiting in between, and return the messages that come."""
        sent = [self._send(_COMMAND, self._command_data(("ask",), {"question": question})) for _ in range(times)]
        return [self._shown_for(interaction) for interaction in sent]

    def use(self, *command: str, **options: Any) -> Shown:
        """Use a command by its name, or its group's and its own, and return the message that comes."""
        return self._shown_for(self._send(_COMMAND, self._command_data(command, options)))

    def use_on(self, menu: str, text: str, **fields: Any) -> Shown:
        """Use a command of a message's menu on a message that someone wrote."""
        id = self.discord.next_id()
        author = payloads.user(payloads.OTHER)
        target = payloads.message(id, text, author=author, channel=self.place["channel_id"], **fields)
        found = self._registered(menu)
        data = {"id": found["id"], "name": menu, "type": 3, "target_id": id, "resolved": {"messages": {id: target}}}
        return self._shown_for(self._send(_COMMAND, data))

    def complete(self, *command: str, focused: str, **options: Any) -> list[Json]:
        """Type into an option and return the choices offered."""
        response = self.discord.response_to(self.send_completion(*command, focused=focused, **options))
        assert response.body["type"] == 8
        choices: list[Json] = response.body["data"]["choices"]
        return choices

    def send_completion(self, *command: str, focused: str, **options: Any) -> Json:
        """Type into an option and return the interaction without waiting."""
        return self._send(_COMPLETION, self._command_data(command, options, focused))

    def press(self, shown: Shown, label: str) -> Shown:
        """Press a button and return the message that it leads to: a new one, or the same one changed."""
        return self._shown_for(self.send_press(shown, label))

    def send_press(self, shown: Shown, label: str, **extra: Any) -> Json:
        """Press a button and return the interaction without waiting."""
        assert not shown.private or shown.owner == self.id, "nobody else sees this message"
        [control] = [one for one in shown.controls if one.get("label") == label]
        assert not control.get("disabled")
        data = {"custom_id": control["custom_id"], "component_type": _BUTTON, **extra}
        return self._send(_PRESS, data, pressed=shown)

    def choose(self, shown: Shown, placeholder: str, label: str) -> Shown:
        """Choose from a list by its label and return the message that it leads to."""
        [control] = [one for one in shown.controls if one.get("placeholder") == placeholder]
        [value] = [option["value"] for option in control["options"] if option["label"] == label]
        data = {"custom_id": control["custom_id"], "component_type": _SELECT, "values": [value]}
        return self._shown_for(self._send(_PRESS, data, pressed=shown))

    def choose_channels(self, shown: Shown, *channels: str) -> Shown:
        """Choose channels from the one list of them, or none, and return the message that it leads to."""
        [control] = [one for one in shown.controls if one["type"] == _CHANNELS]
        data = {"custom_id": control["custom_id"], "component_type": _CHANNELS, "values": list(channels)}
        return self._shown_for(self._send(_PRESS, data, pressed=shown))

    def fill_in(self, shown: Shown, label: str, text: str) -> Shown:
        """Press a button that opens a form, write into its one line, send it, and return the message that comes."""
        form = self.discord.response_to(self.send_press(shown, label)).body["data"]
        [line] = [row["component"] for row in form["components"]]
        written = {"type": _TEXT, "id": 2, "custom_id": line["custom_id"], "value": text}
        data = {"custom_id": form["custom_id"], "components": [{"type": _LABELLED, "id": 1, "component": written}]}
        return self._shown_for(self._send(_FORM, data, pressed=shown))

    @property
    def channel(self) -> str:
        return str(self.place["channel_id"])

    def write(self, text: str, **fields: Any) -> str:
        """Write a message in their channel and return its id."""
        return self.discord.say(text, **self._fields(fields))

    def edit(self, id: str, text: str, **fields: Any) -> None:
        """Change a message of theirs."""
        changed = self._fields({"edited_timestamp": _LATER, **fields})
        self.discord.dispatch("MESSAGE_UPDATE", payloads.message(id, text, **changed))

    def delete(self, *ids: str) -> None:
        """Delete messages of theirs, several of them at once."""
        if len(ids) == 1:
            self.discord.dispatch("MESSAGE_DELETE", {"id": ids[0], "channel_id": self.channel})
        else:
            self.discord.dispatch("MESSAGE_DELETE_BULK", {"ids": list(ids), "channel_id": self.channel})

    def requests(self, method: str, what: str = "messages") -> list[Request]:
        """Return the bot's requests in their channel so far."""
        begins = f"/channels/{self.channel}/{what}"
        return [made for made in self.discord.requests if made.method == method and made.path.startswith(begins)]

    def _fields(self, fields: Json) -> Json:
        return {"author": payloads.user(self.id), "channel": self.channel} | fields

    def _send(self, kind: int, data: Json, pressed: Shown | None = None) -> Json:
        return self.discord.interact(
            kind, data, place=self.place, who=self.id, locale=self.locale, permissions=self.permissions, pressed=pressed
        )

    def _shown_for(self, interaction: Json) -> Shown:
        response = self.discord.response_to(interaction)
        assert response.status == 200, response
        original = self.discord.rest.interactions[interaction["id"]].original
        assert original
        return original

    def _command_data(self, path: tuple[str, ...], options: dict[str, Any], focused: str = "") -> Json:
        command = self._registered(path[0])
        owner = command
        for name in path[1:]:
            [owner] = [option for option in owner["options"] if option["name"] == name]
        known = {option["name"] for option in owner["options"]}
        assert known >= options.keys(), f"options that Discord was not told of: {options.keys() - known}"
        told: list[Json] = [
            {"name": name, "type": _OPTION_TYPES[type(value)], "value": value, **({"focused": True} if name == focused else {})}
            for name, value in options.items()
        ]
        for name in reversed(path[1:]):
            told = [{"name": name, "type": 1, "options": told}]
        return {"id": command["id"], "name": path[0], "type": 1, "options": told}

    def _registered(self, name: str) -> Json:
        """Return a command that Discord was told of, and that this member sees where they are."""
        [command] = [command for command in self.discord.commands if command["name"] == name]
        assert self.place["context"] in command["contexts"], f"/{name} is not offered here"
        return command
