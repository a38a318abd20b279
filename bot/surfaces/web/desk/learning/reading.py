"""The journal read for one article, and in a plain sentence why there is nothing to see."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.curation.learn import Asked, Filters, summarise
from bot.journal import Journal
from bot.surfaces.web.desk.learning.ours import Ours
from bot.surfaces.web.desk.shelf import Opened

OFF = (
    "The journal is off, so nothing that is asked is kept. Take JOURNAL_URL=off out of the settings of the bot and of the desk,"
    " and start both again."
)
NO_WORDS = (
    "The journal does not keep the words of questions, so they cannot be shown or learned from. Set JOURNAL_QUESTIONS=on for the"
    " bot, tell your members so, and start it again."
)
EMPTY = "Nothing was asked in these days that is kept. Look further back, or wait until somebody asks."
FILTERED = "Nothing fits all these filters. Loosen one of them."


@dataclass(frozen=True, slots=True)
class Reading:
    """What a journal holds about one article.

    Attributes:
        asked: what passes the filters.
        untold: how many of its questions may be about another article.
        outcomes, surfaces, entries: what can be filtered by.
    """

    asked: Asked
    untold: int
    outcomes: tuple[str, ...]
    surfaces: tuple[str, ...]
    entries: tuple[str, ...]

    @property
    def silence(self) -> str:
        """Why there is nothing, or not all, to see; empty where there is."""
        if not self.asked.questions:
            return FILTERED if self.outcomes else EMPTY
        return "" if self.asked.with_text else NO_WORDS


def read_for(
    opened: Opened, foreign: Sequence[str] | None, open_journal: Callable[[], Journal], filters: Filters
) -> Reading | None:
    """Return what the journal holds about an article; None where the journal is off.

    Args:
        opened: the article with its entries.
        foreign: the ids of the entries of the other articles that the bot may know; None where there is no other.
        open_journal: opens the journal.
        filters: what is let through.

    Raises:
        JournalError: it cannot be opened or read.
    """
    with open_journal() as journal:
        return _read(opened, foreign, journal, filters) if journal.keeps else None


def _read(opened: Opened, foreign: Sequence[str] | None, journal: Journal, filters: Filters) -> Reading:
    until = datetime.now(UTC)
    since = until - timedelta(days=filters.days)
    questions = tuple(journal.questions(since))
    knowledge = opened.knowledge
    own = (entry.id for entry in (*knowledge.entries, *knowledge.drafts))
    ours = Ours.among(questions, knowledge.article.name, own, foreign or ())
    kept = ours.keep(questions)
    return Reading(
        asked=summarise(kept, ours.keep(journal.votes(since)), ours.keep(journal.reports(since)), filters, until),
        untold=sum(ours.tell(one) is None for one in kept if filters.lets(one)) if foreign is not None else 0,
        outcomes=tuple(sorted({one.outcome for one in kept})),
        surfaces=tuple(sorted({one.surface for one in kept})),
        entries=tuple(sorted({one.entry for one in kept if one.entry})),
    )
