"""What Discord sends: users, servers, messages and interactions as JSON, with every field discord.py reads."""

from typing import Any

Json = dict[str, Any]

BOT, APPLICATION, OWNER, MEMBER, OTHER = "100", "101", "102", "103", "104"
GUILD, CHANNEL, DM, GROUP, FOREIGN = "200", "201", "202", "203", "300"
TIME = "2026-01-01T00:00:00.000000+00:00"
PERMISSIONS = str(0x7FFFFFFFFFFF)
PLAIN_PERMISSIONS = str(0x7FFFFFFFFFFF & ~(1 << 13) & ~(1 << 3))  # neither Manage Messages nor Administrator


def user(id: str, *, bot: bool = False) -> Json:
    return {"id": id, "username": f"user{id}", "discriminator": "0", "avatar": None, "global_name": None, "bot": bot}


def member(id: str) -> Json:
    return {
        "user": user(id),
        "roles": [],
        "flags": 0,
        "joined_at": TIME,
        "deaf": False,
        "mute": False,
        "permissions": PERMISSIONS,
    }


def application() -> Json:
    return {
        "id": APPLICATION, "name": "On Record", "description": "", "icon": None, "bot_public": True,
        "bot_require_code_grant": False, "owner": user(OWNER), "verify_key": "00", "flags": 0, "tags": [],
    }  # fmt: skip


def guild() -> Json:
    return {
        "id": GUILD, "name": "newsroom", "owner_id": OWNER, "member_count": 3, "unavailable": False, "features": [],
        "roles": [{"id": GUILD, "name": "@everyone", "permissions": PERMISSIONS, "position": 0, "color": 0, "hoist": False,
                   "managed": False, "mentionable": False, "flags": 0}],
        "channels": [{"id": CHANNEL, "type": 0, "name": "general", "position": 0, "permission_overwrites": []}],
        "members": [{"user": user(BOT, bot=True), "roles": [], "flags": 0, "joined_at": TIME}],
        "emojis": [], "stickers": [], "voice_states": [], "threads": [], "presences": [], "stage_instances": [],
        "guild_scheduled_events": [], "soundboard_sounds": [],
    }  # fmt: skip


def message(id: str, text: str, *, author: Json, channel: str = CHANNEL, **more: Any) -> Json:
    told: Json = {
        "id": id, "type": 0, "content": text, "author": author, "channel_id": channel, "timestamp": TIME,
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "components": [], "pinned": False, "flags": 0,
    }  # fmt: skip
    if channel == CHANNEL:
        told |= {"guild_id": GUILD, "member": {"roles": [], "flags": 0, "joined_at": TIME, "deaf": False, "mute": False}}
    return told | more


def thread(id: str) -> Json:
    """Return a thread of the server's channel."""
    kept = {"archived": False, "auto_archive_duration": 1440, "archive_timestamp": TIME, "locked": False}
    return {
        "id": id, "parent_id": CHANNEL, "guild_id": GUILD, "type": 11, "name": "a thread", "owner_id": MEMBER,
        "thread_metadata": kept, "message_count": 0, "member_count": 1, "rate_limit_per_user": 0, "flags": 0,
    }  # fmt: skip


def forwarded(text: str) -> Json:
    """Return the fields of a message that forwards another one, with this text."""
    snapshot = {"type": 0, "content": text, "embeds": [], "attachments": [], "timestamp": TIME, "edited_timestamp": None,
                "flags": 0, "mentions": [], "mention_roles": [], "components": []}  # fmt: skip
    return {
        "message_reference": {"type": 1, "message_id": "55", "channel_id": "56"}, "message_snapshots": [{"message": snapshot}],
        "flags": 1 << 14,
    }  # fmt: skip


SERVER: Json = {
    "guild_id": GUILD, "guild": {"id": GUILD, "features": [], "locale": "en-US"}, "guild_locale": "en-US", "context": 0,
    "channel_id": CHANNEL, "channel": {"id": CHANNEL, "type": 0, "name": "general", "position": 0},
    "authorizing_integration_owners": {"0": GUILD},
}  # fmt: skip
DIRECT: Json = {
    "channel_id": DM, "channel": {"id": DM, "type": 1}, "context": 1, "authorizing_integration_owners": {"0": "0"},
}  # fmt: skip
PRIVATE_CHANNEL: Json = {
    "channel_id": GROUP, "channel": {"id": GROUP, "type": 3, "recipients": [user(OTHER)], "owner_id": OTHER, "name": None},
    "context": 2, "authorizing_integration_owners": {"1": MEMBER},
}  # fmt: skip
FOREIGN_SERVER: Json = SERVER | {
    "guild_id": FOREIGN, "guild": {"id": FOREIGN, "features": [], "locale": "en-US"}, "channel_id": "301",
    "channel": {"id": "301", "type": 0, "name": "elsewhere", "position": 0}, "authorizing_integration_owners": {"1": MEMBER},
}  # fmt: skip
"""Where interactions come from: a server with the bot, its direct messages, a group, a server that it was never invited to."""


def interaction(id: str, token: str, kind: int, data: Json, *, place: Json, who: str, locale: str, permissions: str) -> Json:
    """Return an interaction: kind 2 is a command, 3 a press, 4 an autocompletion."""
    author: Json = {"member": member(who) | {"permissions": permissions}} if "guild_id" in place else {"user": user(who)}
    return {
        "id": id, "application_id": APPLICATION, "token": token, "version": 1, "type": kind, "locale": locale,
        "attachment_size_limit": 10_000_000, "app_permissions": PERMISSIONS, "entitlements": [], "data": data,
    } | place | author  # fmt: skip
