"""What is given to the journal comes back, and nothing more than the operator allows."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import JournalError
from bot.journal import Journal, SentReply, ServerSettings, open_journal
from tests.journal.conftest import KEY, Opened
from tests.journal.rows import EVER, MEMBER, OTHER, question, report, vote

PATIENCE = 10


def test_a_question_comes_back_as_it_was_recorded(journal: Journal) -> None:
    asked = question(text="what treaty was renewed?")
    assert journal.record(asked, MEMBER).result(PATIENCE)
    (kept,) = journal.questions(EVER)
    assert kept.member not in ("", str(MEMBER))
    assert (kept, kept.time.tzinfo) == (question(text=asked.text, time=asked.time, member=kept.member), UTC)


def test_a_question_of_nobody_has_no_member(journal: Journal) -> None:
    assert journal.record(question()).result(PATIENCE)
    assert [kept.member for kept in journal.questions(EVER)] == [""]


def test_the_text_of_a_question_is_kept_only_where_it_may_be(opened: Opened) -> None:
    silent = opened()
    assert silent.record(question(text="what treaty was renewed?")).result(PATIENCE)
    assert [kept.text for kept in silent.questions(EVER)] == [""]


def test_texts_that_were_kept_go_when_they_may_be_kept_no_longer(journal: Journal, opened: Opened) -> None:
    assert journal.record(question(text="what treaty was renewed?")).result(PATIENCE)
    assert journal.flush()
    assert [kept.text for kept in opened().questions(EVER)] == [""]


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "'; DROP TABLE questions; --", "%s %(x)s :y ?", "😀" * 4000])
def test_any_text_can_be_kept(journal: Journal, text: str) -> None:
    assert journal.record(question(text=text), MEMBER).result(PATIENCE)
    assert journal.report(report(text=text), MEMBER).result(PATIENCE)
    assert [kept.text for kept in journal.questions(EVER)] == [text.replace("\0", "").replace("\ud800", "?")]


def test_a_vote_is_changed_also_after_a_change_of_the_key(opened: Opened) -> None:
    before = opened()
    assert before.vote(vote(1, True), MEMBER).result(10)
    assert opened(key=f"{'n' * 32},{KEY}").vote(vote(1, False), MEMBER).result(10)
    assert before.flush()
    assert [cast.helpful for cast in before.votes(EVER)] == [False]


def test_a_member_has_one_vote_on_an_answer_and_may_change_it(journal: Journal) -> None:
    votes = [(vote(1, True), MEMBER), (vote(1, True), OTHER), (vote(2, True), MEMBER), (vote(1, False), MEMBER)]
    stored = [journal.vote(cast, member) for cast, member in votes]
    assert all(row.result(PATIENCE) for row in stored)
    kept = {(cast.answer, cast.helpful) for cast in journal.votes(EVER)}
    assert kept == {(1, True), (1, False), (2, True)}
    assert len(list(journal.votes(EVER))) == 3


def test_the_owners_read_what_a_member_reported(journal: Journal) -> None:
    assert journal.report(report(text="It was 2001, not 2000."), MEMBER).result(PATIENCE)
    (kept,) = journal.reports(EVER)
    assert (kept.text, kept.entry) == ("It was 2001, not 2000.", "treaty-renewed")


def test_what_is_older_than_a_time_is_not_read(journal: Journal) -> None:
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    for hours in range(3):
        journal.record(question(time=long_ago + timedelta(hours=hours)))
    assert journal.flush()
    assert [kept.time.hour for kept in journal.questions(long_ago + timedelta(hours=1))] == [1, 2]


def test_more_questions_than_are_read_at_once_come_in_their_order(journal: Journal) -> None:
    for place in range(2500):
        journal.record(question(entry=f"entry-{place}"))
    assert journal.flush()
    assert [kept.entry for kept in journal.questions(EVER)] == [f"entry-{place}" for place in range(2500)]


def test_a_server_has_the_settings_that_were_chosen_for_it(journal: Journal, opened: Opened) -> None:
    chosen = ServerSettings(7, "es", True, (11, 2**62))
    assert journal.server(7) == ServerSettings(7)
    journal.choose(7, lambda _: ServerSettings(7, "ru"))
    journal.choose(7, lambda _: chosen)
    assert journal.server(7) == opened().server(7) == chosen


def test_a_reply_is_found_by_the_message_that_it_replies_to(journal: Journal, opened: Opened) -> None:
    sent = SentReply(message=2**62, channel=5, reply=6)
    edited = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    assert journal.replied(sent, MEMBER).result(PATIENCE)
    assert journal.replied(SentReply(message=2**62, channel=5, reply=6, edited=edited)).result(PATIENCE)
    [found] = opened().replies_to([2**62, 5])
    assert found == SentReply(message=2**62, channel=5, reply=6, edited=edited)


def test_a_withdrawn_reply_is_found_no_more(journal: Journal) -> None:
    journal.replied(SentReply(message=1, channel=5, reply=6))
    assert journal.withdrawn(1).result(PATIENCE)
    assert journal.replies_to([1]) == ()


def test_a_message_is_claimed_once(journal: Journal) -> None:
    assert [journal.claim(message) for message in (1, 2, 1, 2, 3)] == [True, True, False, False, True]


def test_a_member_is_forgotten_with_every_row_and_nobody_else_is(journal: Journal) -> None:
    for member in (MEMBER, OTHER):
        journal.record(question(), member)
        journal.vote(vote(1, True), member)
        journal.report(report(), member)
        journal.replied(SentReply(message=member, channel=5, reply=6), member)
    assert journal.forget(MEMBER) == 4
    assert journal.forget(MEMBER) == 0
    rows = [*journal.questions(EVER), *journal.votes(EVER), *journal.reports(EVER)]
    assert len(rows) == 3
    assert journal.replies_to([MEMBER]) == ()
    assert journal.replies_to([OTHER])


def test_a_journal_that_is_off_keeps_nothing_and_lets_replies_go_on() -> None:
    with open_journal("off") as journal:
        assert not journal.record(question(), MEMBER).result(PATIENCE)
        assert (journal.claim(1), journal.claim(1), journal.wait(MEMBER, 1, 10.0)) == (True, False, 0.0)
        assert (journal.server(7), journal.replies_to([1]), journal.works()) == (ServerSettings(7), (), False)
        with pytest.raises(JournalError, match="off"):
            journal.choose(7, lambda _: ServerSettings(7, "es"))
        with pytest.raises(JournalError, match="off"):
            journal.forget(MEMBER)
