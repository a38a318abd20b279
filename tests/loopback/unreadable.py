"""Events that discord.py cannot read: each with its name, its data, and what reading it raises."""

from tests.loopback import payloads

QUESTION = "what treaty was renewed, marmalade?"
_SAID = payloads.message("70", QUESTION, author=payloads.user(payloads.MEMBER))
_COMMAND = payloads.interaction(
    "71", "token-71", 2, {"id": "1", "name": "about", "type": 1},
    place=payloads.SERVER, who=payloads.MEMBER, locale="en-US", permissions="0",
)  # fmt: skip
UNREADABLE: dict[str, tuple[str, payloads.Json | None, str]] = {
    "a message of no server": ("MESSAGE_CREATE", _SAID | {"guild_id": None}, "TypeError"),
    "a message with no thread": ("MESSAGE_CREATE", _SAID | {"thread": None}, "TypeError"),
    "a message whose id is a text": ("MESSAGE_CREATE", _SAID | {"id": QUESTION}, "ValueError"),
    "a part of an edited message": ("MESSAGE_UPDATE", {"id": "70", "channel_id": payloads.CHANNEL}, "KeyError"),
    "a member with whole roles": ("MESSAGE_CREATE", _SAID | {"member": {"roles": [{"id": "1"}], "flags": 0}}, "TypeError"),
    "a server with a channel without a place": (
        "GUILD_CREATE", payloads.guild() | {"channels": [{"id": "1", "type": 0, "name": "x"}]}, "KeyError"),
    "a command without a token": (
        "INTERACTION_CREATE", {name: value for name, value in _COMMAND.items() if name != "token"}, "KeyError"),
    "no data at all": ("MESSAGE_DELETE", None, "TypeError"),
}  # fmt: skip
