"""How fast the Discord bot answers, beside a bare discord.py bot that only echoes, over the same loopback Discord.

    python -m tests.benchmarks.discord [--seconds 10] [--rate 200] [--all 100000]

Both bots run one after the other, each as a process of its own on one core (where the system lets us choose), and get
the same interactions at the same moments, each from another user in another channel. A response is timed from the
moment the loopback Discord sends the interaction to the moment it has the answer. Memory is the process's resident
set, and the processor's time is what the process used for each interaction; where there is no /proc they are nan. The
table is printed as Markdown.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from tests.benchmarks.load.process import ECHO, loopback, memory, processor, running
from tests.benchmarks.load.requests import Make, ask, complete, message_with_buttons, press, shipped_questions
from tests.benchmarks.load.traffic import Tally, Traffic, total
from tests.loopback.process import BotProcess
from tests.loopback.server import LoopbackDiscord

_BATCH = 2000  # interactions between two readings of the memory
_WARM_UP = 50  # interactions that are not counted


@dataclass(frozen=True)
class Run:
    """What one bot did with one kind of interaction.

    Attributes:
        tally: what became of the interactions.
        cpu: milliseconds of the processor for each.
        memory: megabytes at each reading.
    """

    name: str
    tally: Tally
    cpu: float
    memory: Sequence[float]


def measure(name: str, discord: LoopbackDiscord, process: BotProcess, make: Make, count: int, rate: float) -> Run:
    """Measure one bot with one kind of interaction, after a short warm-up that is not counted."""
    traffic = Traffic(discord, [(name, make)], rate)
    traffic.send(_WARM_UP)
    tally, seen, used = Tally(), [memory(process)], processor(process)
    with click.progressbar(length=count, label=name, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        while bar.pos < count:
            batch = min(_BATCH, count - bar.pos)
            tally.add(total(traffic.send(batch)))
            seen.append(memory(process))
            discord.forget()
            bar.update(batch)
    return Run(name, tally, (processor(process) - used) / count, seen)


def runs(questions: Sequence[str], count: int, rate: float) -> Iterator[Run]:
    """Yield the runs of both bots."""
    with tempfile.TemporaryDirectory() as folder, loopback() as discord:
        home = Path(folder)
        with running(ECHO, discord, home) as process:
            yield measure("bare bot, /ask", discord, process, ask(questions), count, rate)
        with running("bot", discord, home) as process:
            yield measure("On Record, /ask", discord, process, ask(questions), count, rate)
            yield measure("On Record, autocompletion", discord, process, complete(questions), count, rate)
            buttons = press(message_with_buttons(discord, questions[0]))
            yield measure("On Record, buttons", discord, process, buttons, count, rate)


def row(run: Run, bare: Run) -> str:
    """Return a run as a row of the table."""
    own, other = run.tally, bare.tally
    return (
        f"| {run.name} | {len(own.times):,} | {own.median:.1f} ({own.median / other.median:.1f}x) | "
        f"{own.p99:.1f} ({own.p99 / other.p99:.1f}x) | {own.lost} | {run.cpu:.1f} | {run.memory[0]:.0f} → {run.memory[-1]:.0f} |"
    )


def main() -> None:
    """Run both bots and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="of each measurement (default 10)")
    parser.add_argument("--rate", type=float, default=200, help="interactions a second (default 200)")
    parser.add_argument("--all", type=int, help="this many interactions of each kind, such as 100000, in place of --seconds")
    options = parser.parse_args()
    asked = shipped_questions()
    print(f"{options.rate:g} interactions a second; first response and processor in ms, memory in MB\n")
    print(
        "| bot, interaction | answered | median | p99 | lost | processor each | memory |\n|---|---|---|---|---|---|---|",
        flush=True,
    )
    bare: Run | None = None
    for run in runs(asked, options.all or int(options.seconds * options.rate), options.rate):
        bare = bare or run
        print(row(run, bare), flush=True)


if __name__ == "__main__":
    main()
