"""Votes on answers and reports to the owners, through the real process."""

from dataclasses import replace

import pytest

from bot.knowledge import load
from tests.loopback import payloads
from tests.loopback.member import Member
from tests.loopback.records import Shown
from tests.surfaces.discord.keeping.journalled import Journalled

QUESTION = "who opened the bridge?"
VOTES = ["Helpful", "Not helpful", "This is wrong"]


def custom_ids(shown: Shown) -> list[str]:
    return [control["custom_id"] for control in shown.controls[-len(VOTES) :]]


def test_a_vote_is_kept_once_a_member_and_answer_and_can_be_changed(keeping: Journalled) -> None:
    process = keeping.run()
    asker, other = Member.new(keeping.discord), Member.new(keeping.discord)
    answer = asker.ask(QUESTION)
    assert custom_ids(answer) == ["vote:yes:opened-by", "vote:no:opened-by", "wrong:opened-by"]
    thanks = asker.press(answer, "Helpful")
    assert thanks.private
    assert thanks.text.startswith("Thank you.")
    asker.press(answer, "Not helpful")
    other.press(answer, "Helpful")
    rows = keeping.rows("votes", 2)
    assert [(row["answer"], row["entry"], row["guild"]) for row in rows] == [(int(answer.id), "opened-by", 200)] * 2
    assert len({row["member"] for row in rows}) == 2
    assert {row["knowledge"] for row in rows} == {load(keeping.knowledge)[0].digest}
    assert process.stop()[0] == 0
    assert sorted(row["helpful"] for row in keeping.rows("votes", 2)) == [0, 1]


def test_a_note_can_be_judged_and_what_stands_on_no_entry_cannot(keeping: Journalled) -> None:
    process = keeping.run()
    member = Member.new(keeping.discord)
    assert custom_ids(member.ask("who designed the bridge?"))[0] == "vote:yes:architect"
    assert "Helpful" not in member.ask("anyone up for chess?").labels
    topics = member.use("topics")
    chosen = member.choose(topics, "Choose a question to read its answer", "Who opened the bridge?")
    assert chosen.labels[-len(VOTES) :] == VOTES
    assert process.stop()[0] == 0


def test_what_is_wrong_reaches_the_owners_in_the_members_words(keeping: Journalled) -> None:
    process = keeping.run()
    member = Member.new(keeping.discord)
    answer = member.ask(QUESTION)
    thanks = member.fill_in(answer, "This is wrong", "It was the @everyone {0}\n of the council.")
    assert thanks.private
    assert thanks.text == "Thank you. The owners of this bot can read it."
    [row] = keeping.rows("reports")
    assert row["text"] == "It was the @everyone {0} of the council."
    assert (row["answer"], row["entry"]) == (int(answer.id), "opened-by")
    assert "council" not in process.stop()[1]


def test_one_who_reports_too_often_is_asked_to_wait(keeping: Journalled) -> None:
    process = keeping.run()
    member = Member.new(keeping.discord)
    answer = member.ask(QUESTION)
    said = [member.fill_in(answer, "This is wrong", "no").text for _ in range(5)]
    assert [text.startswith("Thank you.") for text in said] == [True] * 4 + [False]
    assert "ask again in" in said[-1]
    assert process.stop()[0] == 0


def test_votes_and_forms_outlive_a_restart(keeping: Journalled) -> None:
    first = keeping.run()
    member = Member.new(keeping.discord)
    answer = member.ask(QUESTION)
    assert first.stop()[0] == 0
    second = keeping.run()
    second.wait_for_log("Ready as")
    member.press(answer, "Helpful")
    member.fill_in(answer, "This is wrong", "it is not")
    assert keeping.rows("votes")
    assert keeping.rows("reports")
    assert second.stop()[0] == 0


@pytest.mark.parametrize("place", [payloads.SERVER, payloads.DIRECT], ids=["server", "direct message"])
def test_without_a_journal_nothing_is_asked_of_readers(keeping: Journalled, place: payloads.Json) -> None:
    first = keeping.run()
    member = Member.new(keeping.discord, place)
    judged = member.ask(QUESTION)
    assert judged.labels[-len(VOTES) :] == VOTES
    assert first.stop()[0] == 0
    second = keeping.run(JOURNAL_URL="off")
    second.wait_for_log("Ready as")
    assert member.ask(QUESTION).labels == judged.labels[: -len(VOTES)]
    for label in VOTES:
        assert "no longer be judged" in member.press(judged, label).text
    assert second.stop()[0] == 0


def test_a_reader_is_asked_in_their_language(keeping: Journalled) -> None:
    process = keeping.run()
    reader = replace(Member.new(keeping.discord), locale="ru")
    answer = reader.ask(QUESTION)
    assert answer.labels[-len(VOTES) :] == ["Полезно", "Не полезно", "Это неверно"]
    assert reader.press(answer, "Полезно").text.startswith("Спасибо.")
    assert reader.fill_in(answer, "Это неверно", "нет").text.startswith("Спасибо.")
    assert process.stop()[0] == 0
