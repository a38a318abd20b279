"""Commands on Discord, through the real process: asking, the menu of a message, places, who sees what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import Answerer
from tests.knowledge_files import LONGEST_ID, write, write_longest
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess, LogSince
from tests.loopback.records import Failure
from tests.loopback.server import LoopbackDiscord

TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"
VOTES = ["Helpful", "Not helpful", "This is wrong"]
PLACES = {
    "server": payloads.SERVER,
    "direct message": payloads.DIRECT,
    "group": payloads.PRIVATE_CHANNEL,
    "server without the bot": payloads.FOREIGN_SERVER,
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_an_answer_is_whole_in_its_text_everywhere(newsroom: LoopbackDiscord, place: payloads.Json) -> None:
    shown = Member.new(newsroom, place).ask("what treaty was renewed?")
    question, answer, quote, source = shown.text.split("\n")
    assert question.startswith("-# Which treaty")
    assert answer.startswith("**")
    assert "Treaty of Good-neighborliness and Friendly Cooperation" in answer
    assert quote.startswith(f"> {TREATY}")
    assert source == "-# TDI, Beijing, 15 December 2021, paragraph 5"
    assert not shown.private
    assert shown.labels == ["In context", "Related", "Why this answer", "Delete", *VOTES]


def test_an_answer_is_shown_to_the_asker_alone_if_they_want_it_so(member: Member) -> None:
    shown = member.ask("what treaty was renewed?", private=True)
    assert shown.private
    assert TREATY in shown.text
    assert "Delete" not in shown.labels, "one's own private message is dismissed, not deleted"


def test_a_quote_is_the_article_byte_for_byte(member: Member, answerer: Answerer) -> None:
    article = answerer.library[0].article.text
    shown = member.ask("how much did china and russia trade?")
    quotes = [line.removeprefix("> ") for line in shown.text.split("\n") if line.startswith("> ")]
    assert quotes
    assert all(quote in article for quote in quotes)
    assert "\u2002" in "".join(quotes), "the article's en spaces are kept"


KINDS = {
    "how long did the meeting last?": "**The article does not say how long",
    "how much did they trade in 2019": "**The article ",
    "anyone up for chess?": "**Off topic.**",
    "🐸🐸": "**Hello.**",
}


@pytest.mark.parametrize(("question", "begins"), KINDS.items())
def test_what_is_no_answer_says_which_kind_it_is_to_the_asker_alone(member: Member, question: str, begins: str) -> None:
    shown = member.ask(question)
    assert shown.private
    assert shown.text.startswith(begins)


def test_a_doubtful_question_offers_what_may_be_meant_to_the_asker_alone(member: Member, doubtful: str) -> None:
    shown = member.ask(doubtful)
    assert shown.private
    assert shown.text.startswith("**I am not sure what you mean.** Did you mean:\n1. ")
    assert shown.labels[0].startswith("1. ")


def test_a_question_off_topic_leads_to_the_topics(member: Member) -> None:
    shown = member.ask("anyone up for chess?")
    assert len(shown.text.split()) <= 45, "one short line, the article's title included"
    assert member.press(shown, "Topics").text.startswith("**The meeting** · page 1")


def test_a_completed_question_that_has_gone_since_says_so(member: Member) -> None:
    shown = member.ask("entry:no-longer-there")
    assert shown.private
    assert "no longer among those I answer" in shown.text


def test_the_article_can_be_named_and_completes_by_its_title(member: Member, answerer: Answerer) -> None:
    [choice] = member.complete("ask", question="what treaty", article="summit", focused="article")
    assert choice["value"] == "xi-putin-summit"
    assert answerer.library[0].article.title.startswith(choice["name"].removesuffix("…"))
    assert TREATY in member.ask("what treaty was renewed?", article=choice["value"]).text


def test_an_article_that_there_is_not_is_said_so(member: Member) -> None:
    assert member.ask("what treaty was renewed?", article="the other one").text.startswith("I have no article called that")
    assert member.use("article", article="the other one").text.startswith("I have no article called that")


def test_any_message_can_be_asked_from_its_menu(member: Member) -> None:
    shown = member.use_on("Ask the article", "does anybody know\nwhat treaty was renewed?")
    assert TREATY in shown.text
    assert TREATY in member.use_on("Ask the article", "", **payloads.forwarded("what treaty was renewed?")).text
    assert "There is no text" in member.use_on("Ask the article", "").text


def test_the_longest_question_discord_lets_through_is_answered(member: Member) -> None:
    shown = member.ask(("what treaty was renewed?\n" * 240)[:6000])
    assert "Something broke" not in shown.text
    assert shown.text


def test_a_user_who_asks_too_often_is_told_how_long_to_wait(member: Member) -> None:
    *answered, refused = member.ask_at_once("what treaty was renewed?", 6)
    assert all(TREATY in shown.text for shown in answered)
    assert refused.private
    assert "ask again in" in refused.text


def test_a_channel_in_which_many_ask_is_slowed_down_for_all(newsroom: LoopbackDiscord) -> None:
    first = Member.new(newsroom)
    members = [Member(newsroom, str(9000 + number), place=first.place) for number in range(4)]
    answered = [shown for one in members for shown in one.ask_at_once("what treaty was renewed?", 5)]
    assert all(TREATY in shown.text for shown in answered)
    assert "ask again in" in first.ask("what treaty was renewed?").text
    assert TREATY in Member.new(newsroom).ask("what treaty was renewed?").text, "other channels are not"


def test_an_interaction_that_discord_sends_twice_is_answered_once(member: Member, newsroom: LoopbackDiscord) -> None:
    data = {"id": "1", "name": "about", "type": 1, "options": []}
    told = newsroom.interact(2, data, place=member.place, who=member.id, locale="en-US", permissions="0")
    newsroom.response_to(told)
    newsroom.dispatch("INTERACTION_CREATE", told)
    member.use("about")
    callbacks = [request for request in newsroom.requests if f"/{told['id']}/" in request.path]
    assert len(callbacks) == 1


def test_a_command_that_is_no_more_points_to_ask(member: Member, newsroom: LoopbackDiscord) -> None:
    data = {"id": "1", "name": "question", "type": 1, "options": []}
    told = newsroom.interact(2, data, place=member.place, who=member.id, locale="ru", permissions="0")
    assert "/ask" in newsroom.response_to(told).body["data"]["content"]


def test_the_longest_texts_pass_through_discord(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    process = start(write_longest(tmp_path))
    reader = Member.new(discord)
    assert len(reader.complete("ask", question="", focused="question")) == 25
    shown = reader.ask(f"entry:{LONGEST_ID}")
    assert len(shown.text) > 1500
    assert shown.labels[-1 - len(VOTES)] == "Source"
    assert "Passage 2 of 4" in reader.press(reader.press(shown, "In context"), "Next").text
    assert reader.press(shown, "Related").controls
    assert reader.use("topics").controls
    assert process.stop()[0] == 0


def test_a_thread_is_a_place_to_ask_in(newsroom: LoopbackDiscord) -> None:
    thread = payloads.thread(newsroom.next_id())
    place = payloads.SERVER | {"channel_id": thread["id"], "channel": thread}
    shown = Member.new(newsroom, place).ask("what treaty was renewed?")
    assert TREATY in shown.text
    assert not shown.private


def test_what_breaks_is_reported_with_an_id_that_the_log_has_too(
    member: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    # a client with an older list of commands: the option that this one needs is not there
    data = {"id": "1", "name": "ask", "type": 1, "options": []}
    sent = newsroom.interact(2, data, place=member.place, who=member.id, locale="en-US", permissions="0")
    shown = newsroom.response_to(sent).body["data"]
    assert shown["content"].startswith("**Something broke**")
    assert shown["flags"] & 64
    log.wait_for_failure(f"[{shown['content'].rpartition(' ')[2]}]")


@pytest.mark.parametrize(("status", "code"), [(0, 0), (400, 50035), (403, 50001), (404, 10015)])
def test_a_response_that_does_not_get_through_is_one_line_and_no_second_try(
    member: Member, newsroom: LoopbackDiscord, log: LogSince, status: int, code: int
) -> None:
    newsroom.rest.failing.append(Failure("POST", "/interactions", status, times=1, code=code))
    data = {"id": "1", "name": "about", "type": 1, "options": []}
    told = newsroom.interact(2, data, place=member.place, who=member.id, locale="en-US", permissions="0")
    log.wait_for("A reply could not be delivered [")
    member.use("about")
    assert sum(f"/{told['id']}/" in request.path for request in newsroom.requests) == 1
    assert len(log.complaints) == 1


def test_a_failure_that_cannot_be_told_is_logged_once(member: Member, newsroom: LoopbackDiscord, log: LogSince) -> None:
    newsroom.rest.failing.append(Failure("POST", "/interactions", 0))
    data = {"id": "1", "name": "ask", "type": 1, "options": []}  # the option that it needs is not there
    newsroom.interact(2, data, place=member.place, who=member.id, locale="en-US", permissions="0")
    log.wait_for_failure("A question could not be answered [")
    newsroom.wait_until(lambda: not newsroom.rest.failing[0].times)
    member.use("about")
    assert len(log.complaints) == 1


def test_the_article_that_is_asked_can_be_chosen_among_several(
    discord: LoopbackDiscord, start: Callable[..., BotProcess], tmp_path: Path
) -> None:
    write(tmp_path)
    (tmp_path / "harbour.txt").write_text("The harbour opened in 1901. It closed in 2003.\n", encoding="utf-8")
    process = start(tmp_path)
    reader = Member.new(discord)
    choices = reader.complete("article", article="", focused="article")
    assert {choice["value"] for choice in choices} == {"bridge", "harbour"}
    assert "The mayor opened the new bridge" in reader.ask("who opened the bridge?").text
    assert "The mayor opened the new bridge" in reader.ask("who opened the bridge?", article="bridge").text
    assert "> The mayor" not in reader.ask("who opened the bridge?", article="harbour").text
    names = [choice["name"] for choice in reader.complete("ask", question="", article="bridge", focused="question")]
    assert names == ["Who opened the bridge?", "When did the old bridge fall?"]
    assert "> Rome, 3 May 2020" in reader.use("article", article="bridge").text
    shown = reader.press(reader.ask("who opened the bridge?", article="bridge"), "In context")
    assert "▶ **The mayor opened the new bridge" in shown.text
    assert process.stop()[0] == 0
