"""Topics, article, about and status on Discord, through the real process."""

import pytest

from bot import __version__
from bot.answering import Answerer, topics
from bot.knowledge import figures_of
from bot.surfaces.discord.controller import Controller
from bot.surfaces.discord.i18n.catalogue import LANGUAGES, language
from bot.surfaces.discord.pages.kept import Keeping, what_is_kept
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.server import LoopbackDiscord


def test_the_topics_list_every_answered_question_page_by_page(member: Member, answerer: Answerer) -> None:
    shown = member.use("topics")
    assert shown.private
    seen: list[str] = []
    while True:
        seen += [line.removeprefix("- ") for line in shown.text.split("\n")[1:]]
        on = next(control for control in shown.controls if control.get("label") == "Next")
        if on.get("disabled"):
            break
        assert member.press(shown, "Next").id == shown.id, "pages are turned in place"
    grouped = [entry.question for entries in topics(answerer.library).values() for entry in entries]
    assert [line.replace("\\", "") for line in seen] == grouped


def test_a_topic_is_jumped_to_and_a_question_chosen(member: Member) -> None:
    shown = member.use("topics")
    assert member.choose(shown, "Go to a topic", "The treaty").text.startswith("**The treaty**")
    chosen = member.choose(shown, "Choose a question to read its answer", "Which treaty did China and Russia renew?")
    assert chosen.text.startswith("-# Which treaty did China and Russia renew?")
    assert shown.text.startswith("**The treaty**"), "the topics stay open"


def test_the_article_is_read_page_by_page_unchanged(member: Member, answerer: Answerer) -> None:
    article = answerer.library[0].article
    shown = member.use("article")
    assert shown.private
    assert shown.text.endswith("-# TDI, Beijing, 15 December 2021")
    lines: list[str] = []
    while True:
        lines += [line.removeprefix("> ") for line in shown.text.split("\n") if line.startswith("> ")]
        on = next(control for control in shown.controls if control.get("label") == "Next")
        if on.get("disabled"):
            break
        member.press(shown, "Next")
    assert lines == [line for line in article.text.split("\n") if line.strip()]


def test_about_tells_what_is_kept_and_which_knowledge_it_is(member: Member, answerer: Answerer) -> None:
    shown = member.use("about")
    assert shown.private
    assert __version__ in shown.text
    assert answerer.library[0].digest[:12] in shown.text
    assert "for 30 days: of each question what became of it" in shown.text
    assert "The words of questions are not kept." in shown.text
    found = figures_of(answerer.library[0])
    assert found, (
        "the shipped figures are of another version: python -m bot evaluate --keep tests/benchmarks/questions/held_out.jsonl"
    )
    assert f"of {found.answerable} questions that the article answers I answered {found.right} right" in shown.text


@pytest.mark.parametrize("code", LANGUAGES)
def test_about_is_whole_in_every_language_however_much_is_kept(answerer: Answerer, code: str) -> None:
    spoken = language(code)
    told = Controller(answerer, Keeping(3650, texts=True)).about(spoken).text
    assert what_is_kept(Keeping(3650, texts=True), spoken) in told
    assert answerer.library[0].digest[:12] in told


def test_the_status_is_for_the_owners_of_the_bot(newsroom: LoopbackDiscord, answerer: Answerer) -> None:
    owner = Member(newsroom, payloads.OWNER)
    entries = answerer.library[0].entries
    shown = owner.use("knowledge", "status")
    assert shown.private
    assert f"{sum(entry.answered for entry in entries)} answered" in shown.text
    refusal = Member.new(newsroom, permissions=payloads.PERMISSIONS).use("knowledge", "status")
    assert refusal.text == "This is for the owners of the bot."


def test_members_are_offered_only_what_is_theirs(newsroom: LoopbackDiscord) -> None:
    commands = {command["name"]: command for command in newsroom.commands}
    administrator = str(1 << 3)
    assert {name for name, command in commands.items() if command["default_member_permissions"] == administrator} == {"knowledge"}
    assert commands["settings"]["default_member_permissions"] == str(1 << 5), "for those who may manage the server"
    assert commands["knowledge"]["contexts"] == commands["settings"]["contexts"] == [0]
    for name in ("ask", "topics", "article", "about", "forget", "Ask the article"):
        assert commands[name]["contexts"] == [0, 1, 2], "servers, direct messages, private channels"
        assert commands[name]["integration_types"] == [0, 1], "installed to a server or to a user"
