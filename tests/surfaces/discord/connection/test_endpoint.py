"""The line to Discord, through the real process: lost connections are taken up again, on the server they were on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.knowledge_files import write
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess
from tests.loopback.records import Failure
from tests.loopback.server import LoopbackDiscord

OPENED = "The mayor opened the new bridge"
TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"


def test_a_cut_connection_is_resumed_on_the_same_server_and_nothing_is_lost(writer: Member, newsroom: LoopbackDiscord) -> None:
    identifies, resumes = newsroom.identifies, newsroom.resumes
    newsroom.cut(4000)
    id = writer.write("what treaty was renewed?")
    newsroom.wait_until(lambda: newsroom.resumes == resumes + 1)
    assert TREATY in newsroom.reply_to(id).text
    assert newsroom.identifies == identifies


def test_an_invalid_session_is_identified_anew_on_the_same_server(writer: Member, newsroom: LoopbackDiscord) -> None:
    identifies = newsroom.identifies
    newsroom.send_op(9, False)  # discord.py then waits five seconds, as Discord asks
    newsroom.wait_until(lambda: newsroom.identifies == identifies + 1)
    assert TREATY in newsroom.reply_to(writer.write("what treaty was renewed?")).text


def test_what_a_resumed_connection_tells_again_is_answered_once(
    member: Member, writer: Member, newsroom: LoopbackDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {"id": "1", "name": "about", "type": 1, "options": []}
    told = newsroom.interact(2, data, place=member.place, who=member.id, locale="en-US", permissions="0")
    newsroom.response_to(told)
    id = writer.write("what treaty was renewed?")
    reply = newsroom.reply_to(id)
    writer.edit(id, "how long did the meeting last?")
    newsroom.wait_until(lambda: "how long" in reply.text)
    monkeypatch.setattr(newsroom, "replays", 3)
    resumes = newsroom.resumes
    newsroom.cut(4000)
    newsroom.wait_until(lambda: newsroom.resumes > resumes)
    newsroom.reply_to(writer.write("what treaty was renewed?"))
    assert len(newsroom.replies_to(id)) == 1
    assert len(writer.requests("PATCH")) == 1
    assert sum(f"/{told['id']}/" in made.path for made in newsroom.requests) == 1


def test_a_bot_on_two_shards_answers_on_both_and_resumes_each(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    discord.rest.shards = 2
    process = start(write(tmp_path))
    process.wait_for_log("Ready as")
    assert discord.identifies == 2
    guild = str(3 << 22)  # of the second shard
    mention = f"<@{payloads.BOT}> who opened the bridge?"
    for cut in (True, False):
        there = Member(discord, discord.next_id(), place=payloads.SERVER | {"channel_id": discord.next_id()})
        told = {"roles": [], "flags": 0, "joined_at": payloads.TIME, "deaf": False, "mute": False}
        assert OPENED in discord.reply_to(there.write(mention, guild_id=guild, member=told)).text
        assert OPENED in discord.reply_to(Member.new(discord, payloads.DIRECT).write("who opened the bridge?")).text
        if cut:
            discord.cut(4000)
            discord.wait_until(lambda: discord.resumes == 2)
    assert process.stop()[0] == 0
    assert discord.identifies == 2


def test_a_start_at_which_discord_asks_for_patience_on_every_route_succeeds(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    routes = [("GET", "/users"), ("GET", "/oauth2"), ("GET", "/gateway"), ("GET", "/applications"), ("PUT", "/applications")]
    discord.rest.failing += [Failure(method, path, 429, times=2) for method, path in routes]
    process = start(write(tmp_path))
    process.wait_for_log("Ready as")
    assert not any(failure.times for failure in discord.rest.failing)
    assert OPENED in Member.new(discord).ask("who opened the bridge?").text
    assert process.stop()[0] == 0
