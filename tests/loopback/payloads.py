"""What Discord sends: users, servers, messages and interactions as JSON, with every field discord.py reads."""

from typing import Any

Json = dict[str, Any]

BOT, APPLICATION, OWNER, MEMBER, OTHER = "100", "101", "102", "103", "104"
GUILD, CHANNEL, DM = "200", "201", "202"
TIME = "2026-01-01T00:00:00.000000+00:00"
PERMISSIONS = str(0x7FFFFFFFFFFF)


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


def slash(id: str, token: str, question: str, *, dm: bool = False) -> Json:
    place: Json = (
        {"channel": {"id": DM, "type": 1}, "channel_id": DM, "user": user(MEMBER), "context": 1}
        if dm
        else {
            "guild_id": GUILD, "guild": {"id": GUILD, "features": [], "locale": "en-US"}, "guild_locale": "en-US",
            "channel_id": CHANNEL,
            "channel": {"id": CHANNEL, "type": 0, "name": "general", "position": 0}, "member": member(MEMBER), "context": 0,
        }
    )  # fmt: skip
    return {
        "id": id, "application_id": APPLICATION, "token": token, "version": 1, "type": 2, "attachment_size_limit": 10_000_000,
        "locale": "en-US", "app_permissions": PERMISSIONS, "entitlements": [], "authorizing_integration_owners": {"0": GUILD},
        "data": {"id": "500", "name": "ask", "type": 1, "options": [{"name": "question", "type": 3, "value": question}]},
        **place,
    }  # fmt: skip
