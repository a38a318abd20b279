"""What is pressed under a reply, through the real process: before and after a restart, by one and by another."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import Answerer
from tests.knowledge_files import write
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.process import BotProcess, LogSince
from tests.loopback.records import Request
from tests.loopback.server import LoopbackDiscord

TREATY = "The two sides officially declared the renewal of the Treaty of Good-neighborliness and Friendly Cooperation"


def test_in_context_shows_the_paragraph_with_the_passage_marked_between_its_neighbours(
    member: Member, answerer: Answerer
) -> None:
    shown = member.press(member.ask("what treaty was renewed?"), "In context")
    assert shown.private
    assert "paragraph 5 of 17" in shown.text
    before, marked, after = shown.text.split("\n\n")
    assert f"▶ **{TREATY}" in marked
    assert "He stated that China-Russia relations" in before
    assert "> Xi Jinping emphasized the immense potential" in after
    article = answerer.library[0].article.text
    assert marked.removeprefix("> ").replace("▶ **", "").replace("** ◀", "") in article


def test_related_offers_nearby_questions_and_answers_the_chosen_one(member: Member) -> None:
    shown = member.press(member.ask("what treaty was renewed?"), "Related")
    [control] = shown.controls
    questions = [option["label"] for option in control["options"]]
    assert shown.private
    assert 1 <= len(questions) <= 10
    assert "Which treaty did China and Russia renew?" not in questions, "that one was just answered"
    chosen = member.choose(shown, "Choose a question", questions[0])
    assert chosen.private
    assert chosen.text.startswith(f"-# {questions[0]}")


def test_why_tells_the_evidence_in_plain_words(member: Member) -> None:
    shown = member.press(member.ask("wich treaty got renewed: by whom?"), "Why this answer")
    assert shown.private
    assert "approved wording" in shown.text
    assert "treaty" in shown.text
    assert "character by character" in shown.text


def test_why_says_that_it_cannot_carry_a_long_question(member: Member) -> None:
    shown = member.press(member.ask("what treaty was renewed? " * 5), "Why this answer")
    assert "yours was too long" in shown.text


def test_a_doubt_is_answered_in_place_by_choosing(member: Member, doubtful: str) -> None:
    doubt = member.ask(doubtful)
    question = doubt.labels[0].removeprefix("1. ")
    chosen = member.press(doubt, doubt.labels[0])
    assert chosen.id == doubt.id
    assert chosen.private
    assert chosen.text.startswith(f"-# {question}")
    assert "Related" in chosen.labels


def test_in_a_channel_the_asker_chooses_in_place_and_others_get_their_own_copy(newsroom: LoopbackDiscord, doubtful: str) -> None:
    asker = Member.new(newsroom, payloads.DIRECT)
    id = newsroom.say(doubtful, channel=payloads.DM, author=payloads.user(asker.id))
    doubt = newsroom.reply_to(id)
    first = doubt.labels[0]
    assert doubt.labels[-1] == "Delete"
    copy = Member.new(newsroom).press(doubt, first)
    assert copy.id != doubt.id
    assert copy.private
    assert doubt.text.startswith("**I am not sure what you mean.**"), "the asker's message stays as it was"
    assert asker.press(doubt, first).id == doubt.id
    assert doubt.text.startswith("-# ")
    assert "Delete" in doubt.labels


MODERATOR = str(1 << 13)


def test_the_asker_deletes_the_reply_and_others_are_refused(newsroom: LoopbackDiscord) -> None:
    asker = Member.new(newsroom)
    shown = asker.ask("what treaty was renewed?")
    refusal = Member.new(newsroom).press(shown, "Delete")
    assert refusal.private
    assert refusal.text.startswith("Only the one who asked")
    assert not shown.deleted
    assert asker.press(shown, "Delete") is shown
    newsroom.wait_until(lambda: shown.deleted)


def test_who_may_manage_messages_deletes_any_reply(newsroom: LoopbackDiscord) -> None:
    shown = Member.new(newsroom).ask("what treaty was renewed?")
    Member.new(newsroom, permissions=MODERATOR).press(shown, "Delete")
    newsroom.wait_until(lambda: shown.deleted)


def test_a_press_that_discord_sends_twice_is_answered_once(member: Member, newsroom: LoopbackDiscord) -> None:
    shown = member.ask("what treaty was renewed?")
    told = member.send_press(shown, "In context")
    newsroom.response_to(told)
    newsroom.dispatch("INTERACTION_CREATE", told)
    member.press(shown, "Related")
    assert sum(f"/{told['id']}/" in request.path for request in newsroom.requests) == 1


def test_a_button_of_an_older_version_says_so(member: Member) -> None:
    shown = member.ask("what treaty was renewed?")
    for custom_id in ("vote:up", "context:b31b69a9:0-9:x:", "topics:x:on", "read:b31b69a9", "related"):
        shown.controls[0]["custom_id"] = custom_id
        told = member.press(shown, "In context").text
        assert told.startswith("This button comes from an older version" if custom_id != "related" else "This question is no")


@pytest.mark.parametrize("place", ["9-3", "0-999999", "banana", "1-2.3"])
def test_a_place_that_the_article_does_not_have_says_so(member: Member, place: str) -> None:
    shown = member.ask("what treaty was renewed?")
    shown.controls[0]["custom_id"] = f"context:b31b69a9:{place}:0:"
    assert "article has changed" in member.press(shown, "In context").text


def test_every_button_works_after_a_restart(
    member: Member, discord: LoopbackDiscord, start: Callable[..., BotProcess], doubtful: str
) -> None:
    answer, doubt = member.ask("what treaty was renewed?"), member.ask(doubtful)
    topics, article = member.use("topics"), member.use("article")
    related = member.press(answer, "Related")
    process = start()  # another process, which knows only what the buttons hold
    asker = replace(member, discord=discord)
    assert TREATY in asker.press(answer, "In context").text
    assert asker.press(answer, "Related").controls[0]["options"] == related.controls[0]["options"]
    assert "approved wording" in asker.press(answer, "Why this answer").text
    assert asker.press(doubt, doubt.labels[0]).text.startswith("-# ")
    assert "page 2" in asker.press(topics, "Next").text
    assert "page 2" in asker.press(article, "Next").text
    assert asker.choose(related, "Choose a question", related.controls[0]["options"][0]["label"]).text
    asker.press(answer, "Delete")
    discord.wait_until(lambda: answer.deleted)
    assert process.stop()[0] == 0


def test_buttons_of_an_entry_that_has_gone_since_say_so(
    member: Member, discord: LoopbackDiscord, start: Callable[..., BotProcess], doubtful: str, tmp_path: Path
) -> None:
    answer, doubt, article = member.ask("what treaty was renewed?"), member.ask(doubtful), member.use("article")
    process = start(write(tmp_path))
    asker = replace(member, discord=discord)
    assert "article has changed" in asker.press(answer, "In context").text
    assert "no longer among those" in asker.press(answer, "Related").text
    assert "no longer among those" in asker.press(answer, "Why this answer").text
    assert "article has changed" in asker.press(article, "Next").text
    assert "no longer among those" in asker.press(doubt, doubt.labels[0]).text
    assert process.stop()[0] == 0


def test_a_press_that_breaks_is_reported_with_an_id_that_the_log_has_too(
    member: Member, newsroom: LoopbackDiscord, log: LogSince
) -> None:
    shown = member.ask("what treaty was renewed?")
    before = len(newsroom.requests)
    newsroom.rest.forbidden.add("webhooks")
    member.press(shown, "Delete")
    newsroom.wait_until(lambda: any(follows_up(made) for made in newsroom.requests[before:]))
    body = next(made.body for made in newsroom.requests[before:] if follows_up(made))
    assert body["content"].startswith("**Something broke**")
    assert body["flags"] & 64
    log.wait_for(f"[{body['content'].rpartition(' ')[2]}]")
    assert len(log.complaints) == 1


def follows_up(made: Request) -> bool:
    return made.method == "POST" and made.path.startswith("/webhooks")
