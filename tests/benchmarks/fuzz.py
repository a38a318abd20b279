"""Fuzzes what reads files, questions and presses: any exception but the documented errors is a crash, kept as an input to replay.

    python -m tests.benchmarks.fuzz [--minutes 1 | --inputs N] [--only yaml …] [--seed 1] [--keep FOLDER]
    python -m tests.benchmarks.fuzz --atheris yaml [-- -max_total_time=60]     # needs the package atheris

Inputs are made from sound ones by changes that keep most of their structure (`tests/fuzzing/mutate.py`); what is fuzzed, and what
must hold, stands in `tests/fuzzing/targets.py`. The targets take turns, each as long as the others. An input that takes longer than
two seconds of the processor is told as slow, and is no crash; one that takes a minute is given up. What is kept in `tests/data/fuzz`
the tests replay.
"""

import argparse
import importlib
import random
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.fuzzing.mutate import mutated
from tests.fuzzing.targets import TARGETS

CORPUS = Path(__file__).parents[1] / "data" / "fuzz"
TURN = 2.0  # seconds
SLOW, HANGS = 2.0, 60  # seconds


@dataclass
class Tally:
    """What became of one target's inputs."""

    inputs: int = 0
    slowest: float = 0.0
    slow: int = 0
    crashes: dict[str, str] = field(default_factory=dict)


def run(name: str, text: str, tally: Tally) -> None:
    """Give a target one input; a crash is kept by its place, the first input that led there."""
    begun = time.process_time()
    try:
        TARGETS[name][0](text)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {frame.filename}:{frame.lineno}"
        if place not in tally.crashes:
            tally.crashes[place] = text
            traceback.print_exc()
    took = time.process_time() - begun
    tally.inputs += 1
    tally.slowest = max(tally.slowest, took)
    if took > SLOW:
        tally.slow += 1
        print(f"slow: {name} took {took:.1f} s for {text[:200]!r}", flush=True)


def take_turns(names: Sequence[str], chance: random.Random, goes_on: Callable[[], bool], tallies: dict[str, Tally]) -> None:
    """Fuzz the targets in turn until that is enough."""
    while goes_on():
        for name in names:
            seeds = [*TARGETS[name][1], *kept(name)]
            late = time.monotonic() + TURN
            while time.monotonic() < late and goes_on():
                signal.alarm(HANGS)
                run(name, mutated(chance, seeds), tallies[name])
    signal.alarm(0)


def kept(name: str) -> list[str]:
    """Return the inputs that are kept for a target."""
    return [path.read_bytes().decode("utf-8", "surrogatepass") for path in sorted(CORPUS.glob(f"{name}-*.txt"))]


def given_up(*_: Any) -> None:
    raise TimeoutError(f"no end after {HANGS} s")


def with_atheris(name: str, arguments: Sequence[str]) -> None:
    """Let atheris, which sees what code an input reaches, fuzz one target; it ends the process."""
    atheris: Any = importlib.import_module("atheris")
    atheris.instrument_all()
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for number, text in enumerate([*TARGETS[name][1], *kept(name)]):
        (folder / str(number)).write_bytes(text.encode("utf-8", "replace"))
    options = [str(folder), f"-artifact_prefix={folder}/", *arguments]
    atheris.Setup([sys.argv[0], *options], lambda data: TARGETS[name][0](data.decode("utf-8", "replace")))
    atheris.Fuzz()


def main() -> None:
    """Fuzz, and print a table; exit code 1 if anything crashed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--inputs", type=int, help="so many in all, in place of a time")
    parser.add_argument("--only", nargs="+", choices=TARGETS, default=list(TARGETS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=CORPUS, help="where crashes are kept")
    parser.add_argument("--atheris", choices=TARGETS)
    parser.add_argument("arguments", nargs="*", help="of atheris")
    asked = parser.parse_args()
    if asked.atheris:
        with_atheris(asked.atheris, asked.arguments)
    tallies = {name: Tally() for name in asked.only}
    late = time.monotonic() + 60 * asked.minutes
    signal.signal(signal.SIGALRM, given_up)

    def goes_on() -> bool:
        enough: bool = sum(one.inputs for one in tallies.values()) >= asked.inputs if asked.inputs else time.monotonic() >= late
        return not enough

    take_turns(asked.only, random.Random(asked.seed), goes_on, tallies)
    report(tallies, asked.keep)


def report(tallies: dict[str, Tally], folder: Path) -> None:
    """Print what ran, keep what crashed, and end with exit code 1 if anything did."""
    for name, tally in tallies.items():
        print(
            f"{name:<10} {tally.inputs:>10,} inputs, slowest {tally.slowest:.2f} s, {tally.slow} slow, {len(tally.crashes)} crashes"
        )
        for place, text in tally.crashes.items():
            content = text.encode("utf-8", "surrogatepass")
            path = folder / f"{name}-{sha256(content).hexdigest()[:8]}.txt"
            path.write_bytes(content)
            print(f"    {place}: {path}")
    if any(tally.crashes for tally in tallies.values()):
        sys.exit(1)


if __name__ == "__main__":
    main()
