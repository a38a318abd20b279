"""What is kept of questions on Discord, through the real process: rows of a real SQLite file, and replies after a restart."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.journal import open_journal
from bot.knowledge import load
from bot.matching import SCORER
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess
from tests.loopback.server import LoopbackDiscord
from tests.surfaces.discord.keeping.journalled import Journalled

QUESTION = "who opened the bridge?"
OPENED = "The mayor opened the new bridge"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def test_a_question_is_kept_with_what_became_of_it_and_without_its_words(keeping: Journalled) -> None:
    process = keeping.run()
    member = Member.new(keeping.discord)
    member.ask(QUESTION)
    [row] = keeping.rows("questions")
    assert (row["outcome"], row["entry"], row["surface"]) == ("answer", "opened-by", "slash")
    assert row["knowledge"] == load(keeping.knowledge)[0].digest
    assert (row["guild"], row["scorer"], row["text"]) == (int(payloads.GUILD), SCORER, "")
    assert 0.5 < row["confidence"] <= 1.0
    assert row["latency"] > 0
    assert len(row["member"]) == 64
    assert member.id not in row["member"]
    assert process.stop()[0] == 0


def test_every_way_of_asking_is_kept_under_its_name(keeping: Journalled) -> None:
    process = keeping.run()
    member, writer = Member.new(keeping.discord), Member.new(keeping.discord, payloads.DIRECT)
    guest = Member(keeping.discord, keeping.discord.next_id())
    me = payloads.user(payloads.BOT, bot=True)
    mine = payloads.message("900", "an earlier answer", author=me)
    reference = {"message_id": "900", "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD, "type": 0}
    member.ask(QUESTION)
    member.use_on("Ask the article", QUESTION)
    keeping.discord.reply_to(guest.write(f"<@{payloads.BOT}> {QUESTION}", mentions=[me]))
    keeping.discord.reply_to(guest.write(QUESTION, type=19, message_reference=reference, referenced_message=mine))
    id = writer.write("best ramen?")
    reply = keeping.discord.reply_to(id)
    writer.edit(id, QUESTION)
    keeping.discord.wait_until(lambda: OPENED in reply.text)
    topics = member.use("topics")
    member.choose(topics, "Choose a question to read its answer", "Who opened the bridge?")
    rows = keeping.rows("questions", 7)
    assert [row["surface"] for row in rows] == ["slash", "menu", "mention", "reply", "direct", "edit", "choice"]
    assert {row["entry"] for row in rows if row["surface"] != "direct"} == {"opened-by"}
    assert {row["guild"] for row in rows if row["surface"] in ("direct", "edit")} == {None}
    assert process.stop()[0] == 0


def test_words_are_kept_where_the_operator_wants_them(keeping: Journalled) -> None:
    process = keeping.run(JOURNAL_QUESTIONS="on")
    Member.new(keeping.discord).ask(QUESTION)
    assert [row["text"] for row in keeping.rows("questions")] == [QUESTION]
    assert process.stop()[0] == 0


def test_what_waits_is_stored_before_the_bot_ends(keeping: Journalled) -> None:
    process = keeping.run()
    member = Member.new(keeping.discord)
    for _ in range(5):
        member.ask(QUESTION)
    assert process.stop()[0] == 0
    with open_journal(keeping.address) as journal:
        assert len(list(journal.questions(LONG_AGO))) == 5


def test_without_a_journal_replies_go_on(keeping: Journalled) -> None:
    process = keeping.run(JOURNAL_URL="off")
    assert OPENED in Member.new(keeping.discord).ask(QUESTION).text
    writer = Member.new(keeping.discord, payloads.DIRECT)
    id = writer.write("best ramen?")
    reply = keeping.discord.reply_to(id)
    writer.edit(id, QUESTION)
    keeping.discord.wait_until(lambda: OPENED in reply.text)
    writer.delete(id)
    keeping.discord.wait_until(lambda: reply.deleted)
    assert process.stop()[0] == 0


def test_a_journal_that_is_locked_costs_no_reply(keeping: Journalled) -> None:
    process = keeping.run()
    process.wait_for_log("Ready as")
    with sqlite3.connect(keeping.address.removeprefix("sqlite:///"), isolation_level=None) as locked:
        locked.execute("BEGIN EXCLUSIVE")
        assert OPENED in Member.new(keeping.discord).ask(QUESTION).text
        locked.execute("ROLLBACK")
    assert keeping.rows("questions")
    assert process.stop()[0] == 0


def test_a_journal_that_cannot_be_opened_is_one_line(discord: LoopbackDiscord, home: Path, tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").write_text("no database, but a long enough text" * 100, encoding="utf-8")
    variables = {"DISCORD_TOKEN": "x", "DISCORD_API_URL": discord.base, "JOURNAL_URL": f"sqlite:///{tmp_path}/journal.sqlite"}
    code, log = BotProcess.start(home, **variables).end()
    assert code == 2
    [line] = log.splitlines()
    assert "journal.sqlite" in line


@pytest.mark.parametrize("place", [payloads.SERVER, payloads.DIRECT], ids=["server", "direct message"])
def test_after_a_restart_a_reply_still_follows_its_message(keeping: Journalled, place: payloads.Json) -> None:
    first = keeping.run()
    writer = Member(keeping.discord, keeping.discord.next_id(), place=place)
    mentions = {"mentions": [payloads.user(payloads.BOT, bot=True)]}
    id = writer.write(f"<@{payloads.BOT}> best ramen?", **mentions)
    other = writer.write(f"<@{payloads.BOT}> {QUESTION}", **mentions)
    reply, second_reply = keeping.discord.reply_to(id), keeping.discord.reply_to(other)
    assert first.stop()[0] == 0
    second = keeping.run()
    second.wait_for_log("Ready as")
    writer.edit(id, f"<@{payloads.BOT}> {QUESTION}", **mentions)
    keeping.discord.wait_until(lambda: OPENED in reply.text)
    assert len(keeping.discord.replies_to(id)) == 1
    writer.delete(id)
    writer.delete(other, "77")
    keeping.discord.wait_until(lambda: reply.deleted and second_reply.deleted)
    assert second.stop()[0] == 0


def test_an_edit_from_before_the_answer_changes_nothing_after_a_restart(keeping: Journalled) -> None:
    first = keeping.run()
    writer = Member.new(keeping.discord, payloads.DIRECT)
    answered = "2026-01-01T00:05:00.000000+00:00"
    id = writer.write(QUESTION, edited_timestamp=answered)
    keeping.discord.reply_to(id)
    assert first.stop()[0] == 0
    second = keeping.run()
    second.wait_for_log("Ready as")
    writer.edit(id, "best ramen?", edited_timestamp=answered)
    keeping.discord.reply_to(writer.write(QUESTION))
    assert not writer.requests("PATCH")
    assert second.stop()[0] == 0
