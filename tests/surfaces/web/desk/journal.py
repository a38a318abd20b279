"""A journal of some weeks about the ferry, with what nobody should ever have typed among it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.journal import Report, Vote, open_journal
from tests.journal.rows import question

HOSTILE = (
    "<img src=x onerror=alert(1)> who paid for it",
    "<script>document.title='broken'</script> how big is the terminal",
    "{{ 7*7 }} when does the terminal open",
    '=HYPERLINK("http://evil.example") who built the terminal',
    "+1 for the ferry",
    "-2+3 boats",
    "@SUM(1) how fast is the ferry",
)
OPEN = (
    "who paid for the new terminal",
    "who financed the terminal",
    "is there parking at the terminal",
    "can i park my car at the terminal",
    "what does a ticket to almada set you back",
    *HOSTILE,
)
ANSWERED = (("how much did the terminal cost", "terminal-cost"), ("what happened to the old pier", "old-pier"))
TOTAL = 200
UNSURE = ("unclear", "suggestions", "passage")


def kept_in(place: Path, *, texts: bool = True, total: int = TOTAL) -> str:
    """Make a journal of so many questions at a place, two in three without an answer, and return its address."""
    address, now = f"sqlite:///{place / 'journal.sqlite'}", datetime.now(UTC)
    with open_journal(address, texts=texts) as journal:
        for number in range(total):
            text, entry = ANSWERED[number % 2] if number % 3 == 0 else (OPEN[number * 2 // 3 % len(OPEN)], None)
            journal.record(
                question(
                    text=text,
                    outcome="answer" if entry else UNSURE[number // 3 % 3],
                    entry=entry,
                    confidence=0.95 if entry else 0.2,
                    runner_ups=(),
                    surface=("slash", "mention")[number % 2],
                    latency=2.5 if number % 50 == 0 else 0.02,
                    time=now - timedelta(hours=2 * number),
                ),
                number,
            )
        if total:
            for number in range(9):
                helpful = number % 3 == 0
                journal.vote(Vote(answer=number, entry="terminal-cost", helpful=helpful, knowledge="0f", guild=7), number)
            wrong = "<b>It was 2015</b> {{ 1 }}"
            journal.report(Report(answer=1, entry="old-pier", text=wrong, knowledge="0f", guild=7), 1)
        assert journal.flush()
    return address
