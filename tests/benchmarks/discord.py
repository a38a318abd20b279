"""How fast the Discord bot answers, beside a bare discord.py bot that only echoes, over the same loopback Discord.

    python -m tests.benchmarks.discord [--seconds 10] [--rate 200] [--all 100000]

Both bots run one after the other, each as a process of its own on one core (where the system lets us choose), and get
the same interactions at the same moments, each from another user in another channel. A response is timed from the
moment the loopback Discord sends the interaction to the moment it has the answer. Memory is the process's resident
set, and the processor's time is what the process used for each interaction; where there is no /proc they are nan. The
table is printed as Markdown.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import click

from bot.answering import Answerer
from bot.knowledge import load
from bot.settings import cache_folder
from tests.loopback import payloads
from tests.loopback.payloads import Json
from tests.loopback.process import REPO, BotProcess
from tests.loopback.records import Shown
from tests.loopback.rest import TOKEN
from tests.loopback.server import LoopbackDiscord

_COMMAND, _PRESS, _COMPLETION = 2, 3, 4
_PATIENCE = 10.0  # seconds for the last answers to come in
_BATCH = 2000  # interactions between two readings of the memory
Make = Callable[[int], tuple[int, Json, Shown | None]]


@dataclass(frozen=True)
class Run:
    """What one bot did with one kind of interaction.

    Attributes:
        times: milliseconds to each first response.
        lost: how many were never answered.
        cpu: milliseconds of the processor for each.
        memory: megabytes at each reading.
    """

    name: str
    times: Sequence[float]
    lost: int
    cpu: float
    memory: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p99(self) -> float:
        return sorted(self.times)[int(0.99 * len(self.times))]


def ask(questions: Sequence[str]) -> Make:
    """Return a maker of /ask interactions, one question after another."""
    given = cycle(questions)

    def make(_: int) -> tuple[int, Json, None]:
        options = [{"name": "question", "type": 3, "value": next(given)}]
        return _COMMAND, {"id": "1", "name": "ask", "type": 1, "options": options}, None

    return make


def complete(questions: Sequence[str]) -> Make:
    """Return a maker of autocompletions, each of a question's first half."""
    given = cycle(questions)

    def make(_: int) -> tuple[int, Json, None]:
        question = next(given)
        typed = {"name": "question", "type": 3, "value": question[: len(question) // 2], "focused": True}
        return _COMPLETION, {"id": "1", "name": "ask", "type": 1, "options": [typed]}, None

    return make


def press(shown: Shown) -> Make:
    """Return a maker of presses on the buttons of one message that change nothing."""
    ids = cycle([control["custom_id"] for control in shown.controls if not control["custom_id"].startswith("delete")])

    def make(_: int) -> tuple[int, Json, Shown]:
        return _PRESS, {"custom_id": next(ids), "component_type": 2}, shown

    return make


async def drive(discord: LoopbackDiscord, make: Make, count: int, rate: float) -> tuple[list[float], int]:
    """Send interactions at a fixed rate, whatever becomes of them; return the answers' times and how many are missing."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    sent: list[str] = []
    for number in range(count):
        await asyncio.sleep(max(begun + number / rate - loop.time(), 0))
        kind, data, pressed = make(number)
        user, channel = str(10_000_000 + discord.identifies * 1_000_000 + number), str(20_000_000 + number)
        place = payloads.SERVER | {"channel_id": channel, "channel": payloads.SERVER["channel"] | {"id": channel}}
        told = discord.begin(kind, data, place=place, who=user, locale="en-US", permissions="0", pressed=pressed)
        sent.append(told["id"])
        await discord.send("INTERACTION_CREATE", told)
    interactions = [discord.rest.interactions[id] for id in sent]
    late = loop.time() + _PATIENCE
    while loop.time() < late and any(one.answered is None for one in interactions):
        await asyncio.sleep(0.05)
    times = [1000 * (one.answered - one.created) for one in interactions if one.answered is not None]
    return times, count - len(times)


def memory(process: BotProcess) -> float:
    """Return a process's resident set in megabytes; nan where /proc does not tell."""
    status = Path(f"/proc/{process.process.pid}/status")
    if not status.exists():
        return float("nan")
    [line] = [line for line in status.read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def processor(process: BotProcess) -> float:
    """Return the milliseconds of the processor that a process has used; nan where /proc does not tell."""
    stat = Path(f"/proc/{process.process.pid}/stat")
    if not stat.exists():
        return float("nan")
    fields = stat.read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # user and system time: proc(5)


@contextmanager
def running(module: str, discord: LoopbackDiscord, home: Path) -> Iterator[BotProcess]:
    """Run a bot on the loopback Discord, on one core of its own."""
    before = discord.identifies
    cache = os.environ.get("XDG_CACHE_HOME", str(cache_folder().parent))
    process = BotProcess.start(home, module, DISCORD_TOKEN=TOKEN, DISCORD_API_URL=discord.base, XDG_CACHE_HOME=cache)
    try:
        discord.wait_until(lambda: discord.identifies > before)
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(process.process.pid, {max(os.sched_getaffinity(0))})
        yield process
    finally:
        process.stop()


def measure(name: str, discord: LoopbackDiscord, process: BotProcess, make: Make, count: int, rate: float) -> Run:
    """Measure one bot with one kind of interaction, after a short warm-up that is not counted."""
    discord.submit(drive(discord, make, 50, rate)).result()
    times: list[float] = []
    lost, seen, used = 0, [memory(process)], processor(process)
    with click.progressbar(length=count, label=name, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        while bar.pos < count:
            batch = min(_BATCH, count - bar.pos)
            found, missing = discord.submit(drive(discord, make, batch, rate)).result()
            times += found
            lost += missing
            seen.append(memory(process))
            discord.forget()
            bar.update(batch)
    return Run(name, times, lost, (processor(process) - used) / count, seen)


def runs(questions: Sequence[str], count: int, rate: float) -> Iterator[Run]:
    """Yield the runs of both bots."""
    with tempfile.TemporaryDirectory() as home:
        discord = LoopbackDiscord()
        discord.start()
        with running("tests.benchmarks.echo_bot", discord, Path(home)) as process:
            yield measure("bare bot, /ask", discord, process, ask(questions), count, rate)
        with running("bot", discord, Path(home)) as process:
            yield measure("On Record, /ask", discord, process, ask(questions), count, rate)
            yield measure("On Record, autocompletion", discord, process, complete(questions), count, rate)
            yield measure("On Record, buttons", discord, process, press(_message(discord, questions[0])), count, rate)
        discord.stop()


def _message(discord: LoopbackDiscord, question: str) -> Shown:
    """Return a message of the bot with buttons."""
    kind, data, _ = ask([question])(0)
    told = discord.interact(kind, data, place=payloads.SERVER, who="1", locale="en-US", permissions="0")
    discord.response_to(told)
    original: Any = discord.rest.interactions[told["id"]].original
    return Shown(original.id, original.channel, original.data)


def row(run: Run, bare: Run) -> str:
    """Return a run as a row of the table."""
    return (
        f"| {run.name} | {len(run.times):,} | {run.median:.1f} ({run.median / bare.median:.1f}x) | "
        f"{run.p99:.1f} ({run.p99 / bare.p99:.1f}x) | {run.lost} | {run.cpu:.1f} | {run.memory[0]:.0f} → {run.memory[-1]:.0f} |"
    )


def main() -> None:
    """Run both bots and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="of each measurement (default 10)")
    parser.add_argument("--rate", type=float, default=200, help="interactions a second (default 200)")
    parser.add_argument("--all", type=int, help="this many interactions of each kind, such as 100000, in place of --seconds")
    options = parser.parse_args()
    answerer = Answerer(load(REPO / "knowledge"), cache_folder())  # its index is in the cache from now on
    asked = [phrasing for entry in answerer.library[0].entries for phrasing in entry.phrasings if entry.answered]
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
