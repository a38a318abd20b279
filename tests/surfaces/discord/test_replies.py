"""Replies to messages on their way, through the real process: where Discord refuses a part of them or asks for patience."""

import pytest

from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import LogSince
from tests.loopback.records import Failure, Shown
from tests.loopback.server import LoopbackDiscord

QUESTION = "what treaty was renewed?"
TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"
MODERATOR = str(1 << 13)


def test_where_the_history_may_not_be_read_the_answer_comes_without_a_reference(
    writer: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    newsroom.rest.without_history.add(writer.channel)
    id = writer.write(QUESTION)
    newsroom.wait_until(lambda: bool(answers(newsroom, writer)))
    [answer] = answers(newsroom, writer)
    assert TREATY in answer.text
    writer.edit(id, "how long did the meeting last?")
    newsroom.wait_until(lambda: "how long" in answer.text)
    writer.delete(id)
    newsroom.wait_until(lambda: answer.deleted)
    assert not log.complaints


def answers(newsroom: LoopbackDiscord, writer: Member) -> list[Shown]:
    return [shown for shown in newsroom.rest.messages.values() if shown.channel == writer.channel]


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
def test_a_message_for_which_discord_asks_for_patience_gets_there(
    writer: Member, newsroom: LoopbackDiscord, log: LogSince, method: str
) -> None:
    newsroom.rest.failing.append(Failure(method, f"/channels/{writer.channel}/messages", 429, times=2))
    id = writer.write("best ramen?")
    reply = newsroom.reply_to(id)
    writer.edit(id, QUESTION)
    newsroom.wait_until(lambda: TREATY in reply.text)
    writer.delete(id)
    newsroom.wait_until(lambda: reply.deleted)
    assert not newsroom.rest.failing[0].times
    assert not log.complaints


def test_an_interaction_for_which_discord_asks_for_patience_is_answered(
    member: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    newsroom.rest.failing.append(Failure("POST", "/interactions", 429))
    data = {"id": "1", "name": "about", "type": 1, "options": []}
    told = newsroom.interact(2, data, place=member.place, who=member.id, locale="en-US", permissions="0")
    newsroom.wait_until(lambda: newsroom.rest.interactions[told["id"]].original is not None)
    shown = newsroom.rest.interactions[told["id"]].original
    assert shown
    assert "On Record" in shown.text
    assert not log.complaints


def test_deleting_through_an_interaction_is_patient_too(member: Member, newsroom: LoopbackDiscord, log: LogSince) -> None:
    shown = member.ask(QUESTION)
    newsroom.rest.failing.append(Failure("DELETE", "/webhooks", 429, times=2))
    member.press(shown, "Delete")
    newsroom.wait_until(lambda: shown.deleted)
    assert not log.complaints


def test_a_moderator_deletes_the_reply_to_a_message_and_others_are_refused(newsroom: LoopbackDiscord) -> None:
    asker = Member(newsroom, newsroom.next_id())
    me = payloads.user(payloads.BOT, bot=True)
    reply = newsroom.reply_to(asker.write(f"<@{payloads.BOT}> {QUESTION}", mentions=[me]))
    assert Member(newsroom, newsroom.next_id()).press(reply, "Delete").text.startswith("Only the one who asked")
    assert not reply.deleted
    Member(newsroom, newsroom.next_id(), permissions=MODERATOR).press(reply, "Delete")
    newsroom.wait_until(lambda: reply.deleted)
