"""Messages to the bot, through the real process: which are questions, and what follows edits, deletions, replays, haste."""

import re

import pytest

from bot.surfaces.discord.connection.rate_limit import USER_ASKS
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import LogSince
from tests.loopback.records import Failure
from tests.loopback.server import LoopbackDiscord

QUESTION = "what treaty was renewed?"
VOTES = ["Helpful", "Not helpful", "This is wrong"]
TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"


def test_every_direct_message_is_a_question(writer: Member, newsroom: LoopbackDiscord) -> None:
    assert TREATY in newsroom.reply_to(writer.write(QUESTION)).text


@pytest.fixture
def guest(newsroom: LoopbackDiscord) -> Member:
    """A user who writes in the channel of the server that everybody shares."""
    return Member(newsroom, newsroom.next_id())


@pytest.mark.parametrize("mention", [f"<@{payloads.BOT}>", f"<@!{payloads.BOT}>"])
def test_a_mention_in_a_server_is_a_question(guest: Member, newsroom: LoopbackDiscord, mention: str) -> None:
    reply = newsroom.reply_to(guest.write(f"{mention} {QUESTION}", mentions=[payloads.user(payloads.BOT, bot=True)]))
    assert TREATY in reply.text
    assert reply.data["allowed_mentions"]["replied_user"] is False


def test_a_bare_mention_is_answered_with_what_can_be_asked(guest: Member, newsroom: LoopbackDiscord) -> None:
    id = guest.write(f"<@{payloads.BOT}>", mentions=[payloads.user(payloads.BOT, bot=True)])
    assert "You can ask about the meeting" in newsroom.reply_to(id).text


def test_a_reply_to_the_bot_is_a_question(guest: Member, newsroom: LoopbackDiscord) -> None:
    mine = payloads.message("900", "an earlier answer", author=payloads.user(payloads.BOT, bot=True))
    reference = {"message_id": "900", "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD, "type": 0}
    id = guest.write(f"and {QUESTION}", type=19, message_reference=reference, referenced_message=mine)
    assert TREATY in newsroom.reply_to(id).text


@pytest.mark.parametrize("known", [True, False], ids=["told of", "not told of"])
def test_a_question_in_a_thread_is_answered_there(newsroom: LoopbackDiscord, known: bool) -> None:
    thread = payloads.thread(newsroom.next_id())
    if known:
        newsroom.dispatch("THREAD_CREATE", thread)
    asker = Member(newsroom, newsroom.next_id(), place=payloads.SERVER | {"channel_id": thread["id"]})
    told = {"roles": [], "flags": 0, "joined_at": payloads.TIME, "deaf": False, "mute": False}
    id = asker.write(f"<@{payloads.BOT}> {QUESTION}", guild_id=payloads.GUILD, member=told)
    reply = newsroom.reply_to(id)
    assert TREATY in reply.text
    assert reply.channel == thread["id"]


def test_a_message_that_is_forwarded_to_the_bot_is_a_question(writer: Member, newsroom: LoopbackDiscord) -> None:
    assert TREATY in newsroom.reply_to(writer.write("", **payloads.forwarded(QUESTION))).text


def test_a_message_that_is_forwarded_in_a_server_is_left_alone(guest: Member, writer: Member, newsroom: LoopbackDiscord) -> None:
    id = guest.write("", **payloads.forwarded(QUESTION))
    newsroom.reply_to(writer.write(QUESTION))
    assert not newsroom.replies_to(id)


def test_chatter_bots_webhooks_everyone_and_system_messages_are_left_alone(
    guest: Member, writer: Member, newsroom: LoopbackDiscord
) -> None:
    me = payloads.user(payloads.BOT, bot=True)
    left_alone = [
        guest.write(QUESTION),
        guest.write(f"<@{payloads.BOT}> {QUESTION}", author=payloads.user(payloads.OTHER, bot=True), mentions=[me]),
        guest.write(f"<@{payloads.BOT}> {QUESTION}", webhook_id="950", mentions=[me]),
        guest.write(f"@everyone {QUESTION}", mention_everyone=True),
        guest.write("", type=7),
    ]
    newsroom.reply_to(writer.write(QUESTION))
    assert not [reply for id in left_alone for reply in newsroom.replies_to(id)]


DRESSED = {
    "an address before it": f"https://example.org/2019 {QUESTION}",
    "an address behind it": f"{QUESTION} <https://example.org/ramen>",
    "a masked link": f"[{QUESTION}](https://example.org/ramen)",
    "a masked word": "what [treaty](<https://example.org/ramen>) was renewed?",
    "a quote before it": f"> best ramen in town?\n{QUESTION}",
    "nothing but a quote": f"> {QUESTION}",
    "a block of code": f"```\n{QUESTION}\n```",
    "code": f"`{QUESTION}`",
    "a spoiler": f"||{QUESTION}||",
    "emoji of a server": f"<a:ramen:123456789012345678> {QUESTION} <:ramen:123456789012345678>",
    "mentions": f"<@123456789012345678> {QUESTION} <#123456789012345678> <t:1639526400:R> </ramen:123456789012345678>",
    "bold and the like": "**what** *treaty* was __renewed__?",
}


@pytest.mark.parametrize("text", DRESSED.values(), ids=DRESSED.keys())
def test_what_stands_around_a_question_is_no_part_of_it(newsroom: LoopbackDiscord, text: str) -> None:
    assert TREATY in newsroom.reply_to(Member.new(newsroom, payloads.DIRECT).write(text)).text


@pytest.mark.parametrize("text", ["https://example.org/ramen", "<:ramen:123456789012345678>", "||<https://example.org>||"])
def test_an_address_or_an_emoji_alone_asks_nothing(writer: Member, newsroom: LoopbackDiscord, text: str) -> None:
    assert newsroom.reply_to(writer.write(text)).text.startswith("**Hello.**")


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
def test_any_text_gets_one_sane_reply(writer: Member, newsroom: LoopbackDiscord, text: str) -> None:
    content = newsroom.reply_to(writer.write(text)).text
    assert content
    assert "Something broke" not in content
    assert "@everyone" not in content


def test_an_edited_question_is_answered_anew_in_the_same_reply(writer: Member, newsroom: LoopbackDiscord) -> None:
    id = writer.write("best ramen?")
    reply = newsroom.reply_to(id)
    assert "Off topic" in reply.text
    writer.edit(id, QUESTION)
    newsroom.wait_until(lambda: TREATY in reply.text)
    assert reply.labels == ["In context", "Related", "Why this answer", "Delete", *VOTES]
    assert len(newsroom.replies_to(id)) == 1


def test_of_edits_in_haste_the_last_text_is_answered(writer: Member, newsroom: LoopbackDiscord) -> None:
    id = writer.write("anyone up for chess?")
    for second in range(1, 8):
        writer.edit(id, "how long did the meeting last?", edited_timestamp=edited_at(second))
    writer.edit(id, QUESTION, edited_timestamp=edited_at(8))
    reply = newsroom.reply_to(id)
    newsroom.wait_until(lambda: TREATY in reply.text)
    assert len(newsroom.replies_to(id)) == 1


def test_one_who_edits_too_often_waits_and_keeps_the_answer_meanwhile(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.delay = 0.05
    id = writer.write("anyone up for chess?")
    reply = newsroom.reply_to(id)
    for second in range(1, USER_ASKS):
        writer.edit(id, "how long did the meeting last?", edited_timestamp=edited_at(second))
        newsroom.wait_until(lambda second=second: len(writer.requests("PATCH")) == second)  # type: ignore[misc]
    for second in range(USER_ASKS, USER_ASKS + 3):
        writer.edit(id, f"{QUESTION} {second}", edited_timestamp=edited_at(second))
    newsroom.wait_until(lambda: TREATY in reply.text)
    assert len(writer.requests("PATCH")) == USER_ASKS, "only the last of the edits that had to wait is answered"
    shown = [made.body["content"] for made in newsroom.requests if made.path.startswith(f"/channels/{writer.channel}/messages")]
    assert not [text for text in shown if "One moment" in text]
    assert len(newsroom.replies_to(id)) == 1


def test_a_question_that_had_to_wait_is_answered_when_it_is_edited(writer: Member, newsroom: LoopbackDiscord) -> None:
    refused = [writer.write(QUESTION) for _ in range(USER_ASKS + 2)][-2:]
    notice = newsroom.reply_to(refused[0])
    assert "One moment" in notice.text
    for id in refused:
        writer.edit(id, QUESTION)
    newsroom.wait_until(lambda: TREATY in notice.text)
    assert TREATY in newsroom.reply_to(refused[1]).text


def test_a_question_that_is_deleted_while_its_edit_waits_leaves_no_reply(writer: Member, newsroom: LoopbackDiscord) -> None:
    ids = [writer.write(QUESTION) for _ in range(USER_ASKS)]
    reply = newsroom.reply_to(ids[-1])
    writer.edit(ids[-1], "how long did the meeting last?")
    writer.delete(ids[-1])
    newsroom.wait_until(lambda: reply.deleted)
    assert not writer.requests("PATCH")


def edited_at(second: int) -> str:
    return f"2026-01-01T00:00:{second:02}.000000+00:00"


@pytest.mark.parametrize(("status", "times"), [(0, 1), (404, 2), (503, 3)])
def test_a_reply_that_fails_for_a_while_is_sent_again(
    writer: Member, newsroom: LoopbackDiscord, log: LogSince, status: int, times: int
) -> None:
    newsroom.rest.failing.append(Failure("POST", f"/channels/{writer.channel}/messages", status, times))
    assert TREATY in newsroom.reply_to(writer.write(QUESTION)).text
    assert not log.complaints


def test_a_reply_whose_arrival_is_not_heard_of_is_there_once(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.rest.failing.append(Failure("POST", f"/channels/{writer.channel}/messages", 0, heard=True))
    id = writer.write(QUESTION)
    newsroom.wait_until(lambda: len(writer.requests("POST")) == 2)
    assert len(newsroom.replies_to(id)) == 1
    writer.edit(id, "how long did the meeting last?")
    newsroom.wait_until(lambda: "how long" in newsroom.reply_to(id).text)


def test_a_reply_that_keeps_failing_is_one_line_and_an_edit_is_answered(
    writer: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    newsroom.rest.failing.append(Failure("POST", f"/channels/{writer.channel}/messages", 503, times=4))
    id = writer.write(QUESTION)
    log.wait_for("DiscordServerError 503")
    [line] = log.complaints
    assert re.search(r"A reply could not be delivered \[[0-9a-f]{6}\]: DiscordServerError 503, code 0$", line)
    writer.edit(id, f"{QUESTION} please")
    assert TREATY in newsroom.reply_to(id).text


def test_a_change_that_fails_for_a_while_is_made_again(writer: Member, newsroom: LoopbackDiscord, log: LogSince) -> None:
    id = writer.write("anyone up for chess?")
    reply = newsroom.reply_to(id)
    newsroom.rest.failing.append(Failure("PATCH", f"/channels/{writer.channel}/messages", 0))
    writer.edit(id, QUESTION)
    newsroom.wait_until(lambda: TREATY in reply.text)
    newsroom.rest.failing.append(Failure("DELETE", f"/channels/{writer.channel}/messages", 503))
    writer.delete(id)
    newsroom.wait_until(lambda: reply.deleted)
    assert not log.complaints


def test_a_reply_that_somebody_deleted_stays_away(writer: Member, newsroom: LoopbackDiscord, log: LogSince) -> None:
    id = writer.write("anyone up for chess?")
    newsroom.reply_to(id).deleted = True
    writer.edit(id, QUESTION)
    log.wait_for("could not follow an edit: NotFound 404, code 10008")
    assert len(writer.requests("PATCH")) == 1
    assert len(newsroom.replies_to(id)) == 1


def test_what_discord_adds_to_a_message_is_no_edit(writer: Member, newsroom: LoopbackDiscord) -> None:
    id = writer.write(QUESTION)
    newsroom.reply_to(id)
    writer.edit(id, QUESTION, edited_timestamp=None, embeds=[{"type": "link", "url": "https://example.org"}])
    newsroom.reply_to(writer.write(QUESTION))
    assert not writer.requests("PATCH")


def test_an_edited_message_that_is_not_ours_is_not_looked_at(writer: Member, newsroom: LoopbackDiscord, log: LogSince) -> None:
    mine = writer.write(QUESTION)
    newsroom.reply_to(mine)
    for id in ("78", mine):
        whole = payloads.message(id, QUESTION, author=payloads.user(writer.id), channel=writer.channel)
        part = {name: value for name, value in whole.items() if name != "author"}
        newsroom.dispatch("MESSAGE_UPDATE", part | {"edited_timestamp": edited_at(1)})
    newsroom.reply_to(writer.write(QUESTION))
    assert not log.complaints
    assert not writer.requests("PATCH")


def test_an_edit_of_a_message_that_was_never_answered_is_left_alone(writer: Member, newsroom: LoopbackDiscord) -> None:
    writer.edit("77", QUESTION)
    newsroom.reply_to(writer.write(QUESTION))
    assert not newsroom.replies_to("77")


def test_a_deleted_question_takes_its_reply_along(writer: Member, newsroom: LoopbackDiscord) -> None:
    asked = [writer.write(QUESTION) for _ in range(4)]
    replies = [newsroom.reply_to(id) for id in asked]
    writer.delete(asked[0])
    writer.delete(asked[1], asked[2])
    newsroom.wait_until(lambda: all(reply.deleted for reply in replies[:3]))
    assert not replies[3].deleted
    again = payloads.message(asked[0], QUESTION, author=payloads.user(writer.id), channel=writer.channel)
    newsroom.dispatch("MESSAGE_CREATE", again)
    newsroom.reply_to(writer.write(QUESTION))
    assert len(newsroom.replies_to(asked[0])) == 1, "one that was deleted is not answered again"


def test_a_question_deleted_while_it_is_answered_leaves_no_reply(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.delay = 0.1
    id = writer.write(QUESTION)
    writer.delete(id)
    reply = newsroom.reply_to(id)
    newsroom.wait_until(lambda: reply.deleted)


def test_a_message_that_discord_sends_twice_gets_one_reply(writer: Member, newsroom: LoopbackDiscord) -> None:
    id, before = newsroom.next_id(), newsroom.resumes
    message = payloads.message(id, QUESTION, author=payloads.user(writer.id), channel=writer.channel)
    for _ in range(2):
        newsroom.dispatch("MESSAGE_CREATE", message)
    newsroom.reply_to(id)
    newsroom.cut(4000)
    newsroom.wait_until(lambda: newsroom.resumes > before)
    newsroom.dispatch("MESSAGE_CREATE", message)
    newsroom.reply_to(writer.write(QUESTION))
    assert len(newsroom.replies_to(id)) == 1


def test_one_who_asks_too_often_in_messages_is_asked_to_wait_once(writer: Member, newsroom: LoopbackDiscord) -> None:
    ids = [writer.write(QUESTION) for _ in range(9)]
    other = Member.new(newsroom, payloads.DIRECT).write(QUESTION)
    assert TREATY in newsroom.reply_to(other).text, "nobody else has to wait"
    newsroom.wait_until(lambda: sum(len(newsroom.replies_to(id)) for id in ids) >= 6)
    texts = [reply.text for id in ids for reply in newsroom.replies_to(id)]
    assert sum(TREATY in text for text in texts) == 5
    [notice] = [text for text in texts if TREATY not in text]
    assert re.search(r"ask again in \d+ second", notice)


def test_typing_is_shown_only_where_a_reply_takes_long(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.reply_to(writer.write(QUESTION))
    assert not writer.requests("POST", "typing")
    newsroom.delay = 1.0
    writer.write(QUESTION)
    newsroom.wait_until(lambda: bool(writer.requests("POST", "typing")))


def test_a_channel_where_the_bot_may_not_write_is_named_in_the_log(
    writer: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    newsroom.rest.forbidden.add(writer.channel)
    writer.write(QUESTION)
    log.wait_for(f"May not write in channel {writer.channel}")
    assert "treaty" not in log.text, "no log line holds what people ask"


def test_no_log_line_holds_a_question_at_any_level(
    member: Member, writer: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    member.press(member.ask("what treaty was renewed, marmalade?"), "Why this answer")
    member.complete("ask", question="marmalade", focused="question")
    newsroom.reply_to(writer.write("marmalade, anyone?"))
    newsroom.rest.forbidden.add("webhooks")
    member.press(member.ask("what treaty was renewed, marmalade?"), "Delete")
    log.wait_for("could not be delivered")
    assert "marmalade" not in log.text


def test_in_a_direct_talk_a_question_may_lean_on_the_one_before(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.reply_to(writer.write(QUESTION))
    assert "Understood as: " in newsroom.reply_to(writer.write("and when?")).text


def test_two_direct_talks_are_never_mixed(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.reply_to(writer.write(QUESTION))
    other = Member.new(newsroom, payloads.DIRECT)
    assert "Understood as: " not in newsroom.reply_to(other.write("and when?")).text


def answer_of_the_bot(id: str, custom_id: str) -> payloads.Json:
    """Return a message of the bot with one button, as it stands in the channel for ever."""
    button = {"type": 2, "style": 2, "label": "Related", "custom_id": custom_id}
    mine = payloads.message(id, "an answer", author=payloads.user(payloads.BOT, bot=True))
    return mine | {"components": [{"type": 1, "components": [button]}]}


@pytest.mark.parametrize(
    ("custom_id", "said"), [("related:treaty-name", "Understood as: "), ("related:gone", "no longer among what I answer")]
)
def test_a_reply_to_an_old_answer_follows_it_up(guest: Member, newsroom: LoopbackDiscord, custom_id: str, said: str) -> None:
    reference = {"message_id": "901", "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD, "type": 0}
    old = answer_of_the_bot("901", custom_id)
    id = guest.write("and when?", type=19, message_reference=reference, referenced_message=old)
    assert said in newsroom.reply_to(id).text


def test_a_reply_to_somebody_else_in_a_direct_talk_follows_nothing(writer: Member, newsroom: LoopbackDiscord) -> None:
    newsroom.reply_to(writer.write(QUESTION))
    theirs = payloads.message("902", "look at this", author=payloads.user(payloads.OTHER))
    reference = {"message_id": "902", "channel_id": payloads.CHANNEL, "type": 0}
    id = writer.write("and when?", type=19, message_reference=reference, referenced_message=theirs)
    assert "Understood as: " not in newsroom.reply_to(id).text
