"""What was asked, summarised from a real journal."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.curation.learn import Filters, read_asked
from bot.journal import Journal, Report, Vote
from tests.curation.learn.conftest import UNTIL, Record

_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)


def message_at(time: datetime) -> int:
    """Return the id of a message that Discord would give at a time."""
    return int((time - _EPOCH) / timedelta(milliseconds=1)) << 22


def test_several_hundred_questions_are_counted_by_day_outcome_and_entry(journal: Journal, record: Record) -> None:
    for day in range(20):
        record("when does it open", 10, days=day, outcome="answer", entry="opening")
        record("who built it", 5, days=day)
    asked = read_asked(journal, Filters(), UNTIL)
    assert len(asked.questions) == 300
    assert [(name, share.count) for name, share in asked.outcomes] == [("answer", 200), ("unclear", 100)]
    assert [day.outcomes for day in asked.days] == [{"answer": 10, "unclear": 5}] * 20
    assert [(use.entry, use.asked) for use in asked.entries] == [("opening", 200)]


def test_days_without_a_question_are_among_the_days(journal: Journal, record: Record) -> None:
    record("when does it open", days=5)
    record("when does it open", days=0)
    assert [sum(day.outcomes.values()) for day in read_asked(journal, Filters(), UNTIL).days] == [1, 0, 0, 0, 0, 1]


def test_the_same_text_asked_thirty_times_is_one_line_with_its_count(journal: Journal, record: Record) -> None:
    record("who built it", 20)
    record("Who built  it??", 10)
    [found] = read_asked(journal, Filters(), UNTIL).unanswered
    assert (found.text, found.count, found.outcomes) == ("who built it", 30, ("unclear",))


@pytest.mark.parametrize(
    ("outcome", "confidence", "is_open"),
    [
        ("answer", 0.5, False),
        ("suggestions", 0.9, True),
        ("passage", 0.9, True),
        ("not_said", 0.6, True),
        ("not_said", 0.95, False),
        ("off_topic", 0.99, False),
        ("off_topic", 0.62, True),
        ("about", 0.1, False),
    ],
)
def test_questions_without_an_answer_are_those_nothing_sure_was_said_to(
    journal: Journal, record: Record, outcome: str, confidence: float, is_open: bool
) -> None:
    record("who built it", outcome=outcome, confidence=confidence)
    assert bool(read_asked(journal, Filters(), UNTIL).unanswered) is is_open


def test_a_question_whose_answer_was_voted_down_has_none_that_stands(journal: Journal, record: Record) -> None:
    for text, days in (("who built it", 2.0), ("what did it cost", 1.0)):
        record(text, days=days, outcome="answer", entry="cost", guild=7)
    sent = message_at(UNTIL - timedelta(days=1) + timedelta(seconds=2))
    journal.vote(Vote(answer=sent, entry="cost", helpful=False, knowledge="0", guild=7, time=UNTIL), 1)
    assert journal.flush()
    assert [found.text for found in read_asked(journal, Filters(), UNTIL).unanswered] == ["what did it cost"]


def test_one_vote_against_an_answer_is_outweighed_by_one_for_it(journal: Journal, record: Record) -> None:
    record("what did it cost", outcome="answer", entry="cost", guild=7)
    sent = message_at(UNTIL - timedelta(days=1))
    for member, helpful in ((1, False), (2, True)):
        journal.vote(Vote(answer=sent, entry="cost", helpful=helpful, knowledge="0", guild=7, time=UNTIL), member)
    assert journal.flush()
    assert not read_asked(journal, Filters(), UNTIL).unanswered


def test_entries_are_badly_voted_in_the_order_of_what_is_sure(journal: Journal) -> None:
    for answer in range(30):
        journal.vote(Vote(answer=answer, entry="often", helpful=answer % 2 == 0, knowledge="0", guild=7, time=UNTIL), 1)
    journal.vote(Vote(answer=99, entry="once", helpful=False, knowledge="0", guild=7, time=UNTIL), 1)
    assert journal.flush()
    found = read_asked(journal, Filters(), UNTIL).badly_voted
    assert [(use.entry, use.unhelpful.count, use.unhelpful.total) for use in found] == [("often", 15, 30), ("once", 1, 1)]


def test_reports_are_told_the_latest_first(journal: Journal) -> None:
    for text, days in (("old", 3), ("new", 1)):
        time = UNTIL - timedelta(days=days)
        journal.report(Report(answer=1, entry="cost", text=text, knowledge="0", guild=None, time=time), 1)
    assert journal.flush()
    assert [report.text for report in read_asked(journal, Filters(), UNTIL).reports] == ["new", "old"]


def test_latency_tells_what_most_replies_took_and_which_were_slow(journal: Journal, record: Record) -> None:
    record("quick", 98, latency=0.01)
    record("slow", 2, latency=3.0)
    asked = read_asked(journal, Filters(), UNTIL)
    assert (asked.latency.half, asked.latency.all) == (0.01, 3.0)
    assert [question.text for question in asked.slow] == ["slow", "slow"]


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(days=3), {"b"}),
        (Filters(outcome="answer"), {"a"}),
        (Filters(surface="slash"), {"b"}),
        (Filters(entry="cost"), {"a"}),
        (Filters(containing="B"), {"b"}),
    ],
)
def test_filters_let_through_what_fits(journal: Journal, record: Record, filters: Filters, kept: set[str]) -> None:
    record("a", days=5, outcome="answer", entry="cost", surface="direct")
    record("b", days=2, surface="slash")
    assert {question.text for question in read_asked(journal, filters, UNTIL).questions} == kept


def test_an_empty_journal_is_summarised_too(journal: Journal) -> None:
    asked = read_asked(journal, Filters(), UNTIL)
    assert (asked.questions, asked.outcomes, asked.entries, asked.with_text) == ((), (), (), 0)
    assert len(asked.days) == 1
