"""Messages to the bot over time, through the real process: edits, deletions, replays, haste, slowness, failures."""

import re
from collections.abc import Callable
from typing import Any

from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess
from tests.loopback.server import LoopbackDiscord

TREATY = "Treaty of Good-neighborliness and Friendly Cooperation"
LATER = "2026-01-01T00:01:00.000000+00:00"


def edit(discord: LoopbackDiscord, id: str, text: str, **fields: Any) -> None:
    fields = {"channel": payloads.DM, "author": payloads.user(payloads.MEMBER), "edited_timestamp": LATER} | fields
    discord.dispatch("MESSAGE_UPDATE", payloads.message(id, text, **fields))


def direct(discord: LoopbackDiscord, text: str) -> str:
    return discord.say(text, channel=payloads.DM)


def test_an_edited_question_is_answered_anew_in_the_same_reply(bot: BotProcess, discord: LoopbackDiscord) -> None:
    id = direct(discord, "best ramen?")
    reply = discord.reply_to(id)
    assert "Off topic" in reply.text
    edit(discord, id, "what treaty was renewed?")
    discord.wait_until(lambda: TREATY in reply.text)
    assert reply.labels == ["In context", "Related", "Why this answer", "Delete"]
    assert len(discord.replies_to(id)) == 1


def test_what_discord_adds_to_a_message_is_no_edit(bot: BotProcess, discord: LoopbackDiscord) -> None:
    id = direct(discord, "what treaty was renewed?")
    discord.reply_to(id)
    edit(discord, id, "what treaty was renewed?", edited_timestamp=None, embeds=[{"type": "link", "url": "https://example.org"}])
    discord.reply_to(direct(discord, "what treaty was renewed?"))
    assert not [request for request in discord.requests if request.method == "PATCH"]


def test_an_edit_of_a_message_that_was_never_answered_is_left_alone(bot: BotProcess, discord: LoopbackDiscord) -> None:
    edit(discord, "77", "what treaty was renewed?")
    discord.reply_to(direct(discord, "what treaty was renewed?"))
    assert not discord.replies_to("77")


def test_a_deleted_question_takes_its_reply_along(bot: BotProcess, discord: LoopbackDiscord) -> None:
    first, second, third = (direct(discord, "what treaty was renewed?") for _ in range(3))
    replies = [discord.reply_to(id) for id in (first, second, third)]
    discord.dispatch("MESSAGE_DELETE", {"id": first, "channel_id": payloads.DM})
    discord.dispatch("MESSAGE_DELETE_BULK", {"ids": [second], "channel_id": payloads.DM})
    discord.wait_until(lambda: replies[0].deleted and replies[1].deleted)
    assert not replies[2].deleted
    told = payloads.message(first, "what treaty was renewed?", author=payloads.user(payloads.MEMBER), channel=payloads.DM)
    discord.dispatch("MESSAGE_CREATE", told)
    discord.reply_to(direct(discord, "what treaty was renewed?"))
    assert len(discord.replies_to(first)) == 1, "one that was deleted is not answered again"


def test_a_question_deleted_while_it_is_answered_leaves_no_reply(bot: BotProcess, discord: LoopbackDiscord) -> None:
    discord.delay = 0.3
    id = direct(discord, "what treaty was renewed?")
    discord.dispatch("MESSAGE_DELETE", {"id": id, "channel_id": payloads.DM})
    reply = discord.reply_to(id)
    discord.wait_until(lambda: reply.deleted)


def test_a_message_that_discord_sends_twice_gets_one_reply(bot: BotProcess, discord: LoopbackDiscord) -> None:
    told = payloads.message("4242", "what treaty was renewed?", author=payloads.user(payloads.MEMBER), channel=payloads.DM)
    for _ in range(2):
        discord.dispatch("MESSAGE_CREATE", told)
    discord.reply_to("4242")
    discord.cut(4000)
    discord.wait_until(lambda: discord.resumes == 1)
    discord.dispatch("MESSAGE_CREATE", told)
    discord.reply_to(direct(discord, "what treaty was renewed?"))
    assert len(discord.replies_to("4242")) == 1


def test_one_who_asks_too_often_in_messages_is_told_once(bot: BotProcess, discord: LoopbackDiscord) -> None:
    ids = [direct(discord, "what treaty was renewed?") for _ in range(9)]
    other = discord.say("what treaty was renewed?", channel="299", author=payloads.user(payloads.OTHER))
    assert TREATY in discord.reply_to(other).text, "nobody else has to wait"
    discord.wait_until(lambda: sum(len(discord.replies_to(id)) for id in ids) >= 6)
    texts = [reply.text for id in ids for reply in discord.replies_to(id)]
    assert sum(TREATY in text for text in texts) == 5
    [told] = [text for text in texts if TREATY not in text]
    assert re.search(r"ask again in \d+ second", told)


def test_typing_is_shown_only_where_a_reply_takes_long(bot: BotProcess, discord: LoopbackDiscord) -> None:
    discord.reply_to(direct(discord, "what treaty was renewed?"))
    assert not [request for request in discord.requests if request.path.endswith("/typing")]
    discord.delay = 1.0
    direct(discord, "what treaty was renewed?")
    discord.wait_for(lambda request: request.path.endswith("/typing"))


def test_a_channel_where_the_bot_may_not_write_is_named_in_the_log(bot: BotProcess, discord: LoopbackDiscord) -> None:
    discord.rest.forbidden.add(payloads.DM)
    direct(discord, "what treaty was renewed?")
    discord.wait_for(lambda request: request.status == 403)
    code, log = bot.stop()
    assert code == 0
    assert f"May not write in channel {payloads.DM}" in log
    assert "treaty" not in log, "no log line holds what people ask"


def test_no_log_line_holds_a_question_at_any_level(discord: LoopbackDiscord, start: Callable[..., BotProcess]) -> None:
    process = start(LOG_LEVEL="DEBUG")
    asker = Member(discord)
    asker.press(asker.ask("what treaty was renewed, marmalade?"), "Why this answer")
    asker.complete("ask", question="marmalade", focused="question")
    discord.reply_to(direct(discord, "marmalade, anyone?"))
    discord.rest.forbidden.add("webhooks")
    asker.press(asker.ask("what treaty was renewed, marmalade?"), "Delete")
    discord.wait_for(lambda request: request.method == "POST" and request.path.startswith("/webhooks"))
    code, log = process.stop()
    assert code == 0
    assert "could not be answered" in log
    assert "marmalade" not in log
