"""The verb journal, as an operator types it."""

from pathlib import Path

from bot.journal import Report, Vote, open_journal
from tests.command_line import onrecord
from tests.journal.rows import question

MEMBER = 80351110224678912


def test_owners_read_what_became_of_questions_and_what_was_reported(tmp_path: Path) -> None:
    with open_journal(f"sqlite:///{tmp_path / 'data' / 'onrecord' / 'journal.sqlite'}") as journal:
        journal.record(question(), MEMBER)
        journal.vote(Vote(answer=1, entry="terminal-cost", knowledge="0" * 64, guild=None, helpful=False), MEMBER)
        journal.report(
            Report(answer=1, entry="terminal-cost", knowledge="0" * 64, guild=None, text="It cost more.\x1b[2J"), MEMBER
        )
    done = onrecord(tmp_path, "journal")
    assert (done.returncode, done.stderr) == (0, "")
    assert "not helpful" in done.stdout
    assert "terminal-cost: It cost more.\\x1b[2J" in done.stdout
    assert "\x1b" not in done.stdout
