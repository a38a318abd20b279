"""Whether the Discord bot keeps up and stays small: mixed interactions and messages at a steady rate, with a journal on.

    python -m tests.benchmarks.soak [--rate 150] [--seconds 600]

A bare bot that only echoes gets the same rate first, for a tenth of the time. Each bot runs on one core and the loopback
Discord on another, where there are two. A response is timed from the moment an event is sent to the moment the loopback
Discord has the first answer. The tables are printed as Markdown; the exit code is 1 where a bar is missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.benchmarks.load.process import ECHO, journal_rows, loopback, memory, running
from tests.benchmarks.load.requests import Make, ask, complete, message_with_buttons, press, shipped_questions, write
from tests.benchmarks.load.traffic import Tally, Traffic, total
from tests.loopback.process import BotProcess, free_port
from tests.loopback.server import LoopbackDiscord

_BATCH = 10.0  # seconds between two readings of the memory
_WARM = 60.0  # seconds after which the memory is to stay as it is
_WARM_UP = 50  # events that are not counted
_MEDIAN, _P99 = 15.0, 150.0  # milliseconds
_GROWTH = 5.0  # percent
_RATIO = 5.0  # to the bare bot's median


@dataclass
class Soak:
    """What became of a bot under load.

    Attributes:
        tallies: what became of the events, by their kind.
        memory: seconds since the start, and megabytes, at each reading.
        kept, missing: rows of the journal that are stored, and that are not.
        faults: what the bot did that Discord does not allow.
    """

    tallies: dict[str, Tally] = field(default_factory=dict)
    memory: list[tuple[float, float]] = field(default_factory=list)
    kept: int = 0
    missing: int = 0
    faults: Sequence[str] = ()

    @property
    def settled(self) -> float:
        """Megabytes after the first minute, or where it is shorter, after a tenth of the time."""
        warm = min(_WARM, self.memory[-1][0] / 10)
        return next(megabytes for seconds, megabytes in self.memory if seconds >= warm)

    @property
    def growth(self) -> float:
        """Percent by which the memory grew from then on."""
        return 100 * (self.memory[-1][1] / self.settled - 1)

    def count(self, tallies: dict[str, Tally]) -> None:
        """Count what became of a batch."""
        for kind, tally in tallies.items():
            self.tallies.setdefault(kind, Tally()).add(tally)


def soak(
    name: str, discord: LoopbackDiscord, process: BotProcess, mix: Sequence[tuple[str, Make]], seconds: float, rate: float
) -> Soak:
    """Load a bot, after a short warm-up that is not counted."""
    traffic = Traffic(discord, mix, rate)
    traffic.send(_WARM_UP)
    done, found, events = 0, Soak(), int(seconds * rate)
    with click.progressbar(length=events, label=name, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        while done < events:
            batch = min(int(_BATCH * rate), events - done)
            found.count(traffic.send(batch))
            discord.forget()
            done += batch
            found.memory.append((done / rate, memory(process)))
            bar.update(batch)
    return found


def bare(discord: LoopbackDiscord, home: Path, questions: Sequence[str], seconds: float, rate: float) -> Soak:
    """Load a bare bot with what it can answer."""
    mix = [("/ask", ask(questions)), ("completion", complete(questions))]
    with running(ECHO, discord, home) as process:
        return soak("bare bot", discord, process, mix, seconds, rate)


def on_record(discord: LoopbackDiscord, home: Path, questions: Sequence[str], seconds: float, rate: float) -> Soak:
    """Load the bot with everything, and see what its journal has kept."""
    port = free_port()
    with running("bot", discord, home, HTTP_PORT=str(port), JOURNAL_QUESTIONS="on") as process:
        buttons = press(message_with_buttons(discord, questions[0]))
        asked, completed, written = ("/ask", ask(questions)), ("completion", complete(questions)), ("message", write(questions))
        pressed = ("button", buttons)
        mix = [asked, completed, asked, pressed, completed, asked, written, completed, asked, pressed]
        found = soak("On Record", discord, process, mix, seconds, rate)
        found.kept, found.missing = journal_rows(port)
    found.faults = discord.faults
    return found


def misses(own: Soak, other: Soak) -> Iterator[str]:
    """Yield the bars that are missed, each as a line."""
    for kind, tally in own.tallies.items():
        yield from _slow(kind, tally)
    for kind, tally in other.tallies.items():
        if not own.tallies[kind].median <= _RATIO * tally.median:
            yield f"{kind}: {own.tallies[kind].median / tally.median:.1f}x the bare bot's median; the bar is {_RATIO:g}x"
    if not own.growth < _GROWTH:
        yield f"memory: grew by {own.growth:.1f} %; the bar is {_GROWTH:g}"
    if own.missing:
        yield f"journal: {own.missing} rows lost"
    yield from sorted(set(own.faults))


def _slow(kind: str, tally: Tally) -> Iterator[str]:
    if tally.lost:
        yield f"{kind}: {tally.lost} lost"
    if not tally.median < _MEDIAN:
        yield f"{kind}: a median of {tally.median:.1f} ms; the bar is {_MEDIAN:g}"
    if not tally.p99 < _P99:
        yield f"{kind}: a 99th percentile of {tally.p99:.1f} ms; the bar is {_P99:g}"


def table(own: Soak, other: Soak) -> Iterator[str]:
    """Yield the lines of both tables."""
    yield "| bot, event | sent | answered | lost | p50 | p99 |\n|---|---|---|---|---|---|"
    for name, found in (("bare bot", other), ("On Record", own)):
        yield from (_row(f"{name}, {kind}", tally) for kind, tally in found.tallies.items())
    yield _row("On Record, all", total(own.tallies))
    yield "\n| what | figure |\n|---|---|"
    for kind, tally in other.tallies.items():
        yield f"| median of {kind} beside the bare bot's | {own.tallies[kind].median / tally.median:.1f}x |"
    yield f"| memory after the first minute and at the end | {own.settled:.0f} → {own.memory[-1][1]:.0f} MB ({own.growth:+.1f} %) |"
    yield f"| journal rows kept, lost | {own.kept:,}, {own.missing} |"


def _row(name: str, tally: Tally) -> str:
    return f"| {name} | {tally.due:,} | {len(tally.times):,} | {tally.lost} | {tally.median:.1f} | {tally.p99:.1f} |"


def main() -> None:
    """Load both bots, print the tables, and tell with the exit code whether every bar is reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=150, help="events a second (default 150)")
    parser.add_argument("--seconds", type=float, default=600, help="how long (default 600)")
    options = parser.parse_args()
    questions = shipped_questions()
    print(f"{options.rate:g} events a second for {options.seconds:g} s; first response in ms\n", flush=True)
    with tempfile.TemporaryDirectory() as folder, loopback() as discord:
        other = bare(discord, Path(folder), questions, options.seconds / 10, options.rate)
        own = on_record(discord, Path(folder), questions, options.seconds, options.rate)
    print("\n".join(table(own, other)))
    missed = list(misses(own, other))
    print("", *missed, sep="\n")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
