"""What every page of the desk can reach."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web

from bot.journal import Journal
from bot.matching import EncoderName
from bot.surfaces.web.desk.entries.done import Done
from bot.surfaces.web.desk.entries.turns import Turns
from bot.surfaces.web.desk.jobs import Jobs
from bot.surfaces.web.desk.learning.bench import Benches
from bot.surfaces.web.desk.probed import Probed
from bot.surfaces.web.desk.shelf import Opened, Shelf


@dataclass(frozen=True)
class Desk:
    """The desk's parts.

    Attributes:
        shelf: the knowledge worked on.
        open_journal: opens the journal; whoever opens it closes it.
        texts: whether the journal keeps the words of questions.
        cache: where indexes are kept.
        encoder: what tells the meaning of texts.
        questions: files of labelled questions, replayed before a change is written.
        jobs: long works under way.
        probed: the last probe of each article, by its name.
        benches: what is gathered to be learned.
        done: the last change to each article's entries, by its name.
        turns: whose entry is looked at while it is typed.
    """

    shelf: Shelf
    open_journal: Callable[[], Journal]
    texts: bool
    cache: Path | None
    encoder: EncoderName
    questions: tuple[Path, ...] = ()
    jobs: Jobs = field(default_factory=Jobs)
    probed: dict[str, Probed] = field(default_factory=dict)
    benches: Benches = field(default_factory=Benches)
    done: dict[str, Done] = field(default_factory=dict)
    turns: Turns = field(default_factory=Turns)


DESK = web.AppKey("desk", Desk)
CSRF = web.AppKey("csrf", str)


def opened(request: web.Request) -> Opened:
    """Return what the address of a page names; call it off the event loop.

    Raises:
        LookupError: nothing is called so.
        KnowledgeError: it has faults.
    """
    return request.app[DESK].shelf.open(request.match_info["name"])
