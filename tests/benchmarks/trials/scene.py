"""A bot at work: on a loopback Discord, under a steady load, with a journal; and what became of it at the end."""

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from bot.journal.storage.engine import engine_of
from bot.journal.storage.tables import questions, replies, reports, votes
from tests.benchmarks.load.process import journal_rows, loopback, running
from tests.benchmarks.load.requests import ask, complete, message_with_buttons, press, write
from tests.benchmarks.load.traffic import Tally, Traffic, total
from tests.loopback.process import BotProcess, free_port
from tests.loopback.server import LoopbackDiscord

KEY = "of-the-trials-and-of-nothing-else"
_NO_MORE: Mapping[str, str] = {}
_IN_TIME = 10.0  # seconds
_SHOWN = 5  # lines of a log that is too long
_CALM = 1.0  # seconds of load before the first event and after the last one


class SkippedError(Exception):
    """A trial cannot be made here; the text says why."""


@dataclass(frozen=True)
class Setting:
    """How the trials are made.

    Attributes:
        asked: what the members ask.
        rate: events a second.
        times: how often what is short goes wrong.
        outage: seconds for which what lasts goes wrong.
        unreachable: seconds for which Discord cannot be reached at the start.
        kills: how often the process is killed.
    """

    asked: Sequence[str]
    rate: float = 20.0
    times: int = 20
    outage: float = 60.0
    unreachable: float = 120.0
    kills: int = 100


@dataclass(frozen=True)
class Outcome:
    """What a trial measured, and where the bot fell short; nowhere is a pass."""

    figures: str
    faults: Sequence[str]


@dataclass(frozen=True)
class Scene:
    """A bot at work.

    Attributes:
        journal: the address of its journal.
        port: where it serves its numbers.
    """

    discord: LoopbackDiscord
    process: BotProcess
    traffic: Traffic
    journal: str
    port: int

    def outcome(self, events: int, refused: int = 0) -> Outcome:
        """End the load and the bot, and say what became of both.

        Args:
            events: how often something went wrong: as many lines of the log are allowed.
            refused: how many first responses Discord would not take.
        """
        time.sleep(_CALM)
        tally = total(self.traffic.end())
        kept, lost = journal_rows(self.port)
        code, log = self.process.stop()
        lines = complaints(log)
        figures = f"{tally.due} sent, {tally.lost} unanswered, slowest {max(tally.times, default=0):.0f} ms; "
        figures += f"{len(lines)} lines of log; journal: {kept} rows kept, {lost} lost"
        faults = [*_unanswered(tally, refused), *_unwell(code, lines, events), *sorted(set(self.discord.faults))]
        if lost or stored(self.journal) < kept:
            faults.append(f"the journal holds {stored(self.journal)} of {kept} rows that it kept, and lost {lost}")
        return Outcome(figures, faults)


@contextmanager
def at_work(setting: Setting, variables: Mapping[str, str] = _NO_MORE) -> Iterator[Scene]:
    """Let a bot work for as long as the block runs; its journal is in a new SQLite file where the variables name none."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, loopback() as discord:
        own = {"JOURNAL_URL": f"sqlite:///{folder}/journal/journal.sqlite", "JOURNAL_KEY": KEY, "HTTP_PORT": str(port)}
        environment = {**own, **variables}
        with running("bot", discord, Path(folder), **environment) as process:
            traffic = mixed(discord, setting)
            traffic.begin()
            time.sleep(_CALM)
            try:
                yield Scene(discord, process, traffic, environment["JOURNAL_URL"], port)
            finally:
                traffic.abandon()


def mixed(discord: LoopbackDiscord, setting: Setting) -> Traffic:
    """Return traffic of all kinds."""
    buttons = press(message_with_buttons(discord, setting.asked[0]))
    asked, completed = ("/ask", ask(setting.asked)), ("completion", complete(setting.asked))
    return Traffic(discord, [asked, completed, ("button", buttons), ("message", write(setting.asked))], setting.rate)


def complaints(log: str) -> list[str]:
    """Return the lines of a log that tell of something wrong, those of tracebacks too."""
    return [line for line in log.splitlines() if " INFO " not in line]


def stored(address: str) -> int:
    """Return how many rows of members a journal holds."""
    engine = engine_of(address)
    try:
        with engine.connect() as connection:
            tables = (questions, votes, reports, replies)
            return sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
    finally:
        engine.dispose()


def _unanswered(tally: Tally, refused: int) -> Iterator[str]:
    if tally.lost > refused:
        yield f"{tally.lost} of {tally.due} unanswered; Discord refused {refused}"
    if max(tally.times, default=0.0) > 1000 * _IN_TIME:  # of interactions the loopback Discord says so sooner
        yield f"a first response came only after {max(tally.times) / 1000:.1f} s"


def _unwell(code: int, lines: Sequence[str], events: int) -> Iterator[str]:
    if code:
        yield f"the process ended with {code}"
    if len(lines) > events:
        yield "\n    ".join([f"{len(lines)} lines of log for {events} events, the first of them:", *lines[:_SHOWN]])
