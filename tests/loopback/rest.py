"""The REST side of the loopback Discord: keeps messages, and refuses what Discord refuses."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.loopback import payloads
from tests.loopback.limits import CHOICES, faults_of, units
from tests.loopback.payloads import Json
from tests.loopback.records import Answer, Failure, Interaction, Request, Shown

TOKEN = "a-token-of-the-loopback"
_NONCE = 25
_DEADLINE = 3.0  # seconds Discord waits for the first response to an interaction
_TITLE = 45
_DEFERRED, _DEFERRED_UPDATE, _UPDATE, _COMPLETION, _FORM = 5, 6, 7, 8, 9


@dataclass
class Rest:
    """Answers requests. `faults` gathers what the bot did that Discord does not allow."""

    next_id: Callable[[], str]
    socket_url: str = ""
    shards: int = 1
    faults: list[str] = field(default_factory=list)
    commands: list[Json] = field(default_factory=list)
    messages: dict[str, Shown] = field(default_factory=dict)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    forbidden: set[str] = field(default_factory=set)
    without_history: set[str] = field(default_factory=set)
    """Channels whose history the bot may not read."""
    failing: list[Failure] = field(default_factory=list)
    """Requests that fail, each as often as it says."""
    unwanted: dict[str, int] = field(default_factory=dict)
    """Commands that it refuses, by name, and with which status."""

    def answer(self, made: Request, authorization: str | None) -> Answer:
        if (made.method, made.path) == ("GET", "/gateway"):
            return 200, {"url": self.socket_url}
        if not made.path.startswith(("/interactions", "/webhooks")) and authorization != f"Bot {TOKEN}":
            return 401, {"message": "401: Unauthorized", "code": 0}
        for failure in self.failing:
            if failure.times and made.method == failure.method and made.path.startswith(failure.path):
                if failure.heard:
                    self._carry_out(made)
                return failure.answer()
        return self._carry_out(made)

    def _carry_out(self, made: Request) -> Answer:
        path = made.path.strip("/").split("/")
        found = self._of_application(made, path) if path[0] in ("users", "oauth2", "gateway", "applications") else None
        found = found or (self._of_channel(made, path) if path[0] == "channels" else self._of_interaction(made, path))
        if found:
            return found
        self.faults.append(f"{made.method} {made.path}: no such route on the loopback Discord")
        return 404, {"message": "404: Not Found", "code": 0}

    def _of_application(self, made: Request, path: list[str]) -> Answer | None:
        match made.method, path:
            case "GET", ["users", "@me"]:
                return 200, payloads.user(payloads.BOT, bot=True)
            case "GET", ["oauth2", "applications", "@me"]:
                return 200, payloads.application()
            case "GET", ["gateway", "bot"]:
                limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
                return 200, {"url": self.socket_url, "shards": self.shards, "session_start_limit": limit}
            case "GET", ["applications", payloads.APPLICATION, "commands"]:
                return 200, self.commands
            case "PUT", ["applications", payloads.APPLICATION, "commands"]:
                refused = next(filter(None, map(self._refuse_command, made.body)), None)
                if refused is None:
                    self.commands = [self._registered(command) for command in made.body]
                return refused or (200, self.commands)
            case "POST", ["applications", payloads.APPLICATION, "commands"]:
                return self._refuse_command(made.body) or (201, self._add_command(made.body))
        return None

    def _refuse_command(self, command: Json) -> Answer | None:
        status = self.unwanted.get(command["name"])
        errors = {"name": {"_errors": [{"code": "APPLICATION_COMMAND_INVALID_NAME", "message": "Command name is invalid"}]}}
        return (status, {"message": "Invalid Form Body", "code": 50035, "errors": errors}) if status else None

    def _add_command(self, command: Json) -> Json:
        added = self._registered(command)
        self.commands = [*(one for one in self.commands if one["name"] != command["name"]), added]
        return added

    def _registered(self, command: Json) -> Json:
        permissions = command.get("default_member_permissions")
        told = {"id": self.next_id(), "application_id": payloads.APPLICATION, "version": "1", "description": "", "nsfw": False}
        return told | command | {"default_member_permissions": None if permissions is None else str(permissions)}

    def _of_channel(self, made: Request, path: list[str]) -> Answer | None:
        if path[1] in self.forbidden:
            return 403, {"message": "Missing Permissions", "code": 50013}
        match made.method, path[2:]:
            case "POST", ["messages"]:
                refused = self._refuse_reply(made.body, path[1]) or self._refuse(made.body)
                return refused or (200, self._keep_once(made.body, path[1]).payload())
            case "POST", ["typing"]:
                return 204, None
            case "PATCH", ["messages", id]:
                return self._refuse(made.body) or self._change(self.messages.get(id), made.body)
            case "DELETE", ["messages", id]:
                return self._delete(self.messages.get(id))
        return None

    def _of_interaction(self, made: Request, path: list[str]) -> Answer | None:
        match made.method, path:
            case "POST", ["interactions", id, token, "callback"]:
                return self._callback(self.interactions.get(id) if token == f"token-{id}" else None, made.body)
            case "POST", ["webhooks", payloads.APPLICATION, token]:
                return self._refuse(made.body) or (
                    200,
                    self._follow_up(self.interactions.get(token.removeprefix("token-")), made.body),
                )
            case "PATCH", ["webhooks", payloads.APPLICATION, token, "messages", "@original"]:
                interaction = self.interactions.get(token.removeprefix("token-"))
                return self._refuse(made.body) or self._change(interaction.original if interaction else None, made.body)
            case "DELETE", ["webhooks", payloads.APPLICATION, token, "messages", "@original"] if "webhooks" in self.forbidden:
                return 403, {"message": "Missing Permissions", "code": 50013}
            case "DELETE", ["webhooks", payloads.APPLICATION, token, "messages", "@original"]:
                interaction = self.interactions.get(token.removeprefix("token-"))
                return self._delete(interaction.original if interaction else None)
        return None

    def _follow_up(self, interaction: Interaction | None, data: Json) -> Json:
        assert interaction, "a follow-up to no interaction"
        return self._keep(data, interaction.channel, interaction.user).payload()

    def _callback(self, interaction: Interaction | None, body: Json) -> Answer:
        if interaction is None:
            return 404, {"message": "Unknown interaction", "code": 10062}
        if interaction.answered is not None:
            self.faults.append("a second response to one interaction")
            return 400, {"message": "Interaction has already been acknowledged.", "code": 40060}
        interaction.answered = time.monotonic()
        if interaction.answered - interaction.created > _DEADLINE:
            self.faults.append("a response after three seconds")
        return self._respond(interaction, body)

    def _respond(self, interaction: Interaction, body: Json) -> Answer:
        data = body.get("data") or {}
        if body["type"] == _COMPLETION:
            self._check_choices(data["choices"])
        elif body["type"] == _FORM:
            self._check_form(data)
        elif body["type"] == _DEFERRED_UPDATE:
            interaction.original = interaction.pressed
        elif body["type"] == _DEFERRED:
            interaction.original = self._keep(data, interaction.channel, interaction.user)
        elif refused := self._refuse(data):
            return refused
        elif body["type"] == _UPDATE:
            self._change(interaction.pressed, data)
            interaction.original = interaction.pressed
        else:
            interaction.original = self._keep(data, interaction.channel, interaction.user)
        told = interaction.original.id if interaction.original else None
        return 200, {"interaction": {"id": "1", "type": 2, "response_message_id": told}}

    def _keep(self, data: Json, channel: str, owner: str | None = None) -> Shown:
        shown = Shown(self.next_id(), channel, data, owner)
        self.messages[shown.id] = shown
        return shown

    def _keep_once(self, data: Json, channel: str) -> Shown:
        """Keep a message, unless it is there already: one that is sent again has the same nonce."""
        nonce = data["nonce"] if data.get("enforce_nonce") else None
        kept = (one for one in self.messages.values() if one.channel == channel and one.data.get("nonce") == nonce)
        known = next(kept, None) if nonce else None
        return known or self._keep(data, channel)

    def _refuse_reply(self, data: Json, channel: str) -> Answer | None:
        if channel in self.without_history and "message_reference" in data:
            return 400, {"message": "Cannot reply without permission to read message history", "code": 160002}
        if len(data.get("nonce") or "") > _NONCE:
            self.faults.append("a nonce that is too long")
        return None

    def _change(self, shown: Shown | None, data: Json) -> Answer:
        if shown is None or shown.deleted:
            return 404, {"message": "Unknown Message", "code": 10008}
        shown.data = shown.data | {name: value for name, value in data.items() if name != "flags"}
        return 200, shown.payload()

    def _delete(self, shown: Shown | None) -> Answer:
        if shown is None or shown.deleted:
            return 404, {"message": "Unknown Message", "code": 10008}
        shown.deleted = True
        return 204, None

    def _check_choices(self, choices: list[Json]) -> None:
        lengths = [units(choice[part]) for choice in choices for part in ("name", "value")]
        if len(choices) > CHOICES or not all(1 <= length <= 100 for length in lengths):
            self.faults.append("choices beyond Discord's limits")

    def _check_form(self, form: Json) -> None:
        lengths = [units(form["title"]), *(units(row["label"]) for row in form["components"])]
        if not all(1 <= length <= _TITLE for length in lengths) or not 1 <= units(form["custom_id"]) <= 100:
            self.faults.append("a form beyond Discord's limits")

    def _refuse(self, data: Json) -> Answer | None:
        """Return Discord's refusal of a message, or None; a message that could ping is a fault of the bot."""
        if (data.get("allowed_mentions") or {}).get("parse") != []:
            self.faults.append("a message without allowed_mentions: it could ping everybody")
        if not (data.get("content") or data.get("embeds")):
            self.faults.append("an empty message")
            return 400, {"message": "Cannot send an empty message", "code": 50006}
        faults = list(faults_of(data))
        self.faults += faults
        return (400, {"message": "Invalid Form Body", "code": 50035}) if faults else None
