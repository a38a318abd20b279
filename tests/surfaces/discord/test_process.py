"""The bot process on a loopback Discord: what members and operators meet."""

import signal
from pathlib import Path

import pytest

from bot.answering import Answerer
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess
from tests.loopback.schema import OpenApi
from tests.loopback.server import TOKEN, LoopbackDiscord

TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"


def test_every_direct_message_is_a_question(bot: BotProcess, discord: LoopbackDiscord) -> None:
    id = discord.say("what treaty was renewed?", channel=payloads.DM)
    assert TREATY in discord.reply_to(id).text


@pytest.mark.parametrize("mention", [f"<@{payloads.BOT}>", f"<@!{payloads.BOT}>"])
def test_a_mention_in_a_server_is_a_question(bot: BotProcess, discord: LoopbackDiscord, mention: str) -> None:
    id = discord.say(f"{mention} what treaty was renewed?", mentions=[payloads.user(payloads.BOT, bot=True)])
    reply = discord.reply_to(id)
    assert TREATY in reply.text
    assert reply.data["allowed_mentions"]["replied_user"] is False


def test_a_bare_mention_is_told_what_can_be_asked(bot: BotProcess, discord: LoopbackDiscord) -> None:
    id = discord.say(f"<@{payloads.BOT}>", mentions=[payloads.user(payloads.BOT, bot=True)])
    assert "You can ask about the meeting" in discord.reply_to(id).text


def test_a_reply_to_the_bot_is_a_question(bot: BotProcess, discord: LoopbackDiscord) -> None:
    mine = payloads.message("900", "an earlier answer", author=payloads.user(payloads.BOT, bot=True))
    reference = {"message_id": "900", "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD, "type": 0}
    id = discord.say("and what treaty was renewed?", type=19, message_reference=reference, referenced_message=mine)
    assert TREATY in discord.reply_to(id).text


def test_chatter_bots_webhooks_everyone_and_system_messages_are_left_alone(bot: BotProcess, discord: LoopbackDiscord) -> None:
    me = payloads.user(payloads.BOT, bot=True)
    discord.say("what treaty was renewed?")
    discord.say(f"<@{payloads.BOT}> what treaty was renewed?", author=payloads.user(payloads.OTHER, bot=True), mentions=[me])
    discord.say(f"<@{payloads.BOT}> what treaty was renewed?", webhook_id="950", mentions=[me])
    discord.say("@everyone what treaty was renewed?", mention_everyone=True)
    discord.say("", type=7)
    last = discord.say("what treaty was renewed?", channel=payloads.DM)
    discord.reply_to(last)
    sent = [request for request in discord.requests if request.path.endswith("/messages")]
    assert len(sent) == 1, "only the direct message, the last of all, was answered"


HOSTILE = {
    "empty": " ",
    "emoji": "🐸🐸🐸",
    "control characters": "what\x00\x07 treaty\x1b[31m was renewed?",
    "right-to-left marks": "\u202ewhat treaty was renewed?\u202c",
    "markdown": "**what** `treaty` ||was|| ~~renewed~~? [x](https://example.org)",
    "mentions": "@everyone @here <@&203> what treaty was renewed?",
    "format strings": "{} {0} %s %(x)s what treaty was renewed?",
    "long": "what treaty was renewed? " * 160,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_gets_one_sane_reply(bot: BotProcess, discord: LoopbackDiscord, text: str) -> None:
    id = discord.say(text, channel=payloads.DM)
    content = discord.reply_to(id).text
    assert content
    assert "Something broke" not in content
    assert "@everyone" not in content


def test_commands_are_sent_when_they_changed_and_only_then(discord: LoopbackDiscord, answerer: Answerer, home: Path) -> None:
    for puts in (1, 1):
        process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base)
        before = discord.identifies
        discord.wait_until(lambda before=before: discord.identifies > before)  # type: ignore[misc]
        assert process.stop()[0] == 0
        assert sum(request.method == "PUT" for request in discord.requests) == puts
    names = {command["name"] for command in discord.commands}
    assert names == {"ask", "topics", "article", "about", "knowledge", "Ask the article"}
    discord.commands = [{**command, "description": "an older one"} for command in discord.commands]
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base)
    discord.wait_until(lambda: sum(request.method == "PUT" for request in discord.requests) == 2)
    discord.wait_until(lambda: discord.identifies > 2)
    assert process.stop()[0] == 0


def test_a_cut_connection_is_resumed_on_the_same_server_and_nothing_is_lost(bot: BotProcess, discord: LoopbackDiscord) -> None:
    discord.cut(4000)
    id = discord.say("what treaty was renewed?", channel=payloads.DM)
    discord.wait_until(lambda: discord.resumes == 1)
    assert TREATY in discord.reply_to(id).text
    assert discord.identifies == 1


def test_an_invalid_session_is_identified_anew_on_the_same_server(bot: BotProcess, discord: LoopbackDiscord) -> None:
    discord.send_op(9, False)
    discord.wait_until(lambda: discord.identifies == 2)
    id = discord.say("what treaty was renewed?", channel=payloads.DM)
    assert TREATY in discord.reply_to(id).text


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_bot_cleanly(discord: LoopbackDiscord, answerer: Answerer, home: Path, name: signal.Signals) -> None:
    process = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base)
    discord.wait_until(lambda: discord.identifies == 1)
    code, log = process.stop(name)
    assert code == 0
    assert log.splitlines()[-1].endswith("Stopped.")


@pytest.mark.parametrize("way", ["command", "message"])
def test_a_reply_under_way_is_finished_before_the_bot_stops(bot: BotProcess, discord: LoopbackDiscord, way: str) -> None:
    discord.delay = 0.5
    if way == "command":
        Member(discord).ask("what treaty was renewed?")
    else:
        discord.reply_to(discord.say("what treaty was renewed?", channel=payloads.DM))
    code, log = bot.stop()
    assert code == 0
    assert "Traceback" not in log
    assert "not finished" not in log


def last_line(log: str) -> str:
    *progress, line = log.strip().splitlines()
    assert not [one for one in progress if " INFO " not in one]
    return line


def test_a_refused_token_is_one_clear_line(discord: LoopbackDiscord, home: Path) -> None:
    process = BotProcess.start(home, DISCORD_TOKEN="wrong", DISCORD_API_URL=discord.base)
    code, log = process.end()
    assert code == 2
    assert last_line(log).startswith("DISCORD_TOKEN: Discord refuses this token")
    assert "wrong" not in log


def test_an_unreachable_discord_is_one_clear_line(home: Path) -> None:
    code, log = BotProcess.start(home, DISCORD_TOKEN=TOKEN, DISCORD_API_URL="http://127.0.0.1:9").end()
    assert code == 2
    assert last_line(log).startswith("Discord cannot be used at http://127.0.0.1:9/api/v10")


def test_a_missing_token_is_one_clear_line(home: Path) -> None:
    code, log = BotProcess.start(home).end()
    assert code == 2
    assert last_line(log) == "DISCORD_TOKEN: not set; copy the bot's token from the developer portal into .env"


def test_request_bodies_were_checked_against_discords_own_document(openapi: OpenApi | None) -> None:
    if openapi is None:
        pytest.skip("Discord's OpenAPI document was not given; name it with --discord-openapi PATH")
    assert openapi.faults("POST", "/channels/1/messages", {"content": "x", "tts": "not a truth value"})
