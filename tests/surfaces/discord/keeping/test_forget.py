"""What a member is told of what is kept of them, and how it is erased, through the real process."""

import pytest

from bot.surfaces.discord.i18n.catalogue import LANGUAGES, language
from bot.surfaces.discord.pages.kept import Keeping, what_is_kept
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.surfaces.discord.keeping.journalled import Journalled

QUESTION = "who opened the bridge?"
ERASE = "Erase what is kept of me"


def test_a_member_erases_what_is_kept_of_them_and_of_nobody_else(keeping: Journalled) -> None:
    process = keeping.run(JOURNAL_QUESTIONS="on")
    member, other = Member.new(keeping.discord), Member.new(keeping.discord)
    for one in (member, other):
        one.press(one.ask(QUESTION), "Helpful")
    keeping.rows("votes", 2)
    page = member.use("forget")
    assert page.private
    assert "The words of questions are kept too." in page.text
    assert len(keeping.rows("questions", 2)) == 2, "nothing is erased before it is confirmed"
    member.press(page, ERASE)
    keeping.discord.wait_until(lambda: "Erased: 2 rows" in page.text)
    assert not page.controls
    [left] = keeping.rows("questions")
    [vote] = keeping.rows("votes")
    assert left["member"] == vote["member"]
    assert process.stop()[0] == 0


def test_what_is_remembered_in_memory_is_forgotten_too(keeping: Journalled) -> None:
    process = keeping.run()
    writer = Member.new(keeping.discord, payloads.DIRECT)
    keeping.discord.reply_to(writer.write("when did the old bridge fall?"))
    page = writer.use("forget")
    writer.press(page, ERASE)
    keeping.discord.wait_until(lambda: "Nothing is kept" in page.text)
    assert "Understood as: " not in keeping.discord.reply_to(writer.write("and who opened it?")).text
    assert process.stop()[0] == 0


def test_without_a_journal_there_is_only_memory_to_erase(keeping: Journalled) -> None:
    process = keeping.run(JOURNAL_URL="off")
    member = Member.new(keeping.discord)
    page = member.use("forget")
    assert "There is no journal" in page.text
    assert "no question, no vote, no user" in page.text
    member.press(page, ERASE)
    keeping.discord.wait_until(lambda: "Erased: 0 rows" in page.text)
    assert "no question, no vote, no user" in member.use("about").text
    assert process.stop()[0] == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_kept_is_told_as_the_operator_set_it(code: str) -> None:
    spoken = language(code)
    off, on = spoken.say("kept-no-words"), spoken.say("kept-words")
    assert "45" in what_is_kept(Keeping(45), spoken)
    assert off in what_is_kept(Keeping(45), spoken)
    assert on in what_is_kept(Keeping(45, texts=True), spoken)
    nothing = what_is_kept(Keeping(), spoken)
    assert nothing.startswith(spoken.say("kept-nothing"))
    assert off not in nothing
    assert on not in nothing
