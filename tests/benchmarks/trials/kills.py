"""The process, killed under load: its journal opens again, holds what was told to be stored, and the bot is soon back."""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from urllib.error import URLError

from bot.errors import JournalError
from bot.journal import open_journal
from tests.benchmarks.load.process import ECHO, connected, journal_rows, loopback, running
from tests.benchmarks.load.requests import ask, complete, message_with_buttons, press
from tests.benchmarks.load.traffic import Traffic
from tests.benchmarks.trials.scene import KEY, Outcome, Setting, complaints, stored
from tests.loopback.process import BotProcess, free_port
from tests.loopback.server import LoopbackDiscord

_BARE_STARTS = 3
_TIMES, _MORE = 6.0, 2.0  # of a bare bot's time until it is ready, and seconds
_LIVES = (0.3, 0.7, 1.2, 1.9)  # seconds from being ready to being killed


@dataclass
class _Lives:
    """The lives of one bot, each ended by a kill, with one journal."""

    discord: LoopbackDiscord
    home: Path
    port: int = field(default_factory=free_port)
    starts: list[float] = field(default_factory=list)
    kept: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def journal(self) -> str:
        return f"sqlite:///{self.home}/journal.sqlite"

    def begin(self) -> BotProcess:
        """Start the bot and wait until it is ready."""
        begun = time.monotonic()
        told = {"HTTP_PORT": str(self.port), "JOURNAL_URL": self.journal, "JOURNAL_KEY": KEY}
        process = connected("bot", self.discord, self.home, **told)
        self.starts.append(time.monotonic() - begun)
        return process

    def end(self, process: BotProcess, traffic: Traffic, seconds: float) -> None:
        """Load the bot for so long, kill it, and look into its journal."""
        before, kept, late = stored(self.journal), 0, time.monotonic() + seconds
        traffic.begin()
        while time.monotonic() < late:
            kept = _told(self.port, kept)
        process.process.kill()
        _, log = process.end()
        traffic.abandon()
        self.kept += kept
        self.faults += [f"the log tells: {line}" for line in complaints(log)]
        self.faults += _damage(self.journal, before + kept)


def kills(setting: Setting) -> Outcome:
    """Kill the process again and again, and start it anew."""
    with tempfile.TemporaryDirectory() as folder, loopback() as discord:
        home = Path(folder)
        bar = _TIMES * _bare(discord, home) + _MORE
        lives = _Lives(discord, home)
        first = lives.begin()
        traffic = _stored_at_once(discord, setting)
        first.stop()
        for seconds in islice(cycle(_LIVES), setting.kills):
            lives.end(lives.begin(), traffic, seconds)
        code, _ = lives.begin().stop()
    slow = [f"{max(lives.starts):.1f} s until it was ready; the bar is {bar:.1f}"] if max(lives.starts) > bar else []
    ended = [f"at last the process ended with {code}"] if code else []
    figures = f"{setting.kills} kills, {lives.kept} rows acknowledged; ready after {statistics.median(lives.starts):.1f} s, "
    return Outcome(f"{figures}at most {max(lives.starts):.1f} (the bar is {bar:.1f})", [*lives.faults, *slow, *ended])


def _bare(discord: LoopbackDiscord, home: Path) -> float:
    """Return the seconds until a bare bot is ready."""
    taken = []
    for _ in range(_BARE_STARTS):
        begun = time.monotonic()
        with running(ECHO, discord, home):
            taken.append(time.monotonic() - begun)
    return statistics.median(taken)


def _stored_at_once(discord: LoopbackDiscord, setting: Setting) -> Traffic:
    """Return traffic of which every row that is stored adds one to the journal."""
    buttons = press(message_with_buttons(discord, setting.asked[0]))
    mix = [("/ask", ask(setting.asked)), ("button", buttons), ("completion", complete(setting.asked))]
    return Traffic(discord, mix, setting.rate)


def _told(port: int, before: int) -> int:
    """Return how many rows the bot says are stored; what it said before, where it does not say."""
    try:
        return journal_rows(port)[0]
    except URLError:
        return before


def _damage(address: str, rows: int) -> Iterator[str]:
    try:
        open_journal(address, key=KEY).close()
    except JournalError as error:
        yield f"the journal does not open: {error}"
        return
    if stored(address) < rows:
        yield f"the journal holds {stored(address)} of {rows} rows that were acknowledged"
