"""The verbs of the command line that learn from the journal: suggest, journal report.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.shared import CURATED, Verb, answerer_from

if TYPE_CHECKING:
    from bot.answering import Answerer
    from bot.curation.learn import Asked, Filters, Lesson
    from bot.settings import Settings

DAYS = click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True, help="How far back to look.")


@click.command(cls=Verb)
@CURATED
@DAYS
def suggest(knowledge: Path | None, days: int) -> None:
    """Go through what was asked without an answer, and teach it: as a wording, an unanswered entry or a new answer.

    The journal must keep the texts of questions (JOURNAL_QUESTIONS=on). Nothing is learned without you.
    """
    from bot.curation.edit import single_manuscript
    from bot.curation.learn import Filters
    from bot.settings import environment, knowledge_path, read_settings
    from bot.surfaces.terminal.learning import show_lessons

    settings = read_settings(environment())
    manuscript = single_manuscript(knowledge_path(knowledge))
    asked = asked_of(settings, Filters(days=days))
    show_lessons(asked, _lessons(asked, answerer_from(settings, [manuscript.knowledge]), settings))


def asked_of(settings: "Settings", filters: "Filters") -> "Asked":
    """Return what the journal of the settings holds.

    Raises:
        JournalError: it cannot be opened or read.
    """
    from bot.curation.learn import read_asked
    from bot.journal import open_journal

    logging.getLogger("bot").addHandler(logging.NullHandler())  # what goes wrong is told once, by the error
    with open_journal(settings.journal_address, key=settings.journal_key, texts=True) as journal:
        return read_asked(journal, filters, datetime.now(UTC))


def _lessons(asked: "Asked", answerer: "Answerer", settings: "Settings") -> "tuple[Lesson, ...]":
    from bot.curation.learn import group, lessons
    from bot.language import load_pack
    from bot.matching import load_encoder
    from bot.settings import cache_folder

    pack, encoder = load_pack(answerer.library[0].article.language), load_encoder(settings.encoder, cache_folder())
    steps, hidden = 2 * len(asked.unanswered), not sys.stderr.isatty()
    with click.progressbar(length=steps, label="reading what was asked", file=sys.stderr, hidden=hidden) as bar:
        groups = group(asked.unanswered, pack, encoder, lambda: bar.update(1))
        return lessons(groups, answerer, lambda: bar.update(1))
