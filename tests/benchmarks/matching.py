"""Measures the matcher beside its peers on intent data sets, in one run.

    python -m tests.benchmarks.matching --data FOLDER [--out FOLDER] [--seeds 0 1 2] [--only CLINC150 k=10]

FOLDER holds clinc150.json and banking77_train.csv. The questions are CLINC150's validation split and 30 held-back
questions an intent of BANKING77's training split: data to tune on, never a test split. `acc1` and `acc3`: the right
intent is first, among the first three. `auroc`: questions of an intent against questions of none, by the best score.
`rec5`: answered and right at the threshold that lets 5 % of the questions of no intent through, ties counting against.
Needs the dependency group `benchmarks`.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.curation.evaluate import auroc
from tests.benchmarks.intents import Task, banking, clinc
from tests.benchmarks.peers import PEERS, Ask, Ranked, memory
from tests.benchmarks.plots import bars

_OUTSIDE_ANSWERED = 0.05
_FOR_MEMORY = 50  # questions asked where memory is measured


@dataclass(frozen=True, slots=True)
class Result:
    """What one matcher did on one task: shares in %, times in seconds a question, memory in bytes."""

    task: str
    matcher: str
    acc1: float
    acc3: float
    auroc: float
    rec5: float
    build: float
    median: float
    p99: float
    memory: float


def tasks(folder: Path, seed: int) -> Iterator[Task]:
    """Yield every task of one seed."""
    for k in (1, 3, 5, 10, 20, None):
        yield clinc(folder, k, seed)
    yield clinc(folder, 10, seed, typos=True)
    yield clinc(folder, None, seed, typos=True)
    for k in (1, 3, 5, 10):
        yield banking(folder, k, seed)


def measure(name: str, task: Task, folder: Path) -> Result:
    """Build one matcher, ask it every question of a task, and judge."""
    start = time.perf_counter()
    ask = PEERS[name](task.phrasings)
    built = time.perf_counter() - start
    asked, times = _timed(ask, [question for question, _ in task.questions])
    outside, _ = _timed(ask, task.outside)
    right = np.array([bool(found) and found[0][0] == intent for found, (_, intent) in zip(asked, task.questions, strict=True)])
    third = [intent in dict(found) for found, (_, intent) in zip(asked, task.questions, strict=True)]
    inside, out = np.array([_top(found) for found in asked]), np.array([_top(found) for found in outside])
    return Result(
        task=task.name, matcher=name, acc1=100 * right.mean(), acc3=100 * float(np.mean(third)),
        auroc=100 * (auroc(inside.tolist(), out.tolist()) or np.nan), rec5=100 * _rec5(inside, right, out),
        build=built, median=statistics.median(times), p99=float(np.quantile(times, 0.99)),
        memory=memory(name, task.phrasings, [question for question, _ in task.questions[:_FOR_MEMORY]], folder),
    )  # fmt: skip


def _timed(ask: Ask, questions: Sequence[str]) -> tuple[list[Ranked], list[float]]:
    found, times = [], []
    for question in questions:
        start = time.perf_counter()
        found.append(ask(question))
        times.append(time.perf_counter() - start)
    return found, times


def _top(found: Ranked) -> float:
    return found[0][1] if found else 0.0


def _rec5(inside: np.ndarray, right: np.ndarray, outside: np.ndarray) -> float:
    if not len(outside):
        return float("nan")
    threshold = np.sort(outside)[::-1][int(_OUTSIDE_ANSWERED * len(outside))]
    return float((right & (inside > threshold)).mean())


def averaged(results: Sequence[Result]) -> list[Result]:
    """Return the mean of each matcher on each task over the seeds, in the order of the first."""
    groups: dict[tuple[str, str], list[Result]] = {}
    for result in results:
        groups.setdefault((result.task, result.matcher), []).append(result)
    figures = ("acc1", "acc3", "auroc", "rec5", "build", "median", "p99", "memory")
    return [
        Result(task, matcher, **{figure: statistics.mean(getattr(one, figure) for one in group) for figure in figures})
        for (task, matcher), group in groups.items()
    ]


def table(results: Sequence[Result], seeds: Sequence[int]) -> str:
    """Return one Markdown table of all results."""
    lines = [
        f"Validation data; means over the seeds {', '.join(map(str, seeds))}.\n",
        "| task | matcher | acc1 | acc3 | auroc | rec5 | build s | median µs | p99 µs | memory MB |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for one in results:
        shares = " | ".join("" if np.isnan(share) else f"{share:.1f}" for share in (one.acc1, one.acc3, one.auroc, one.rec5))
        times = f"{one.build:.2f} | {one.median * 1e6:.0f} | {one.p99 * 1e6:.0f} | {one.memory / 1e6:.0f}"
        lines.append(f"| {one.task} | {one.matcher} | {shares} | {times} |")
    return "\n".join(lines) + "\n"


def draw(results: Sequence[Result], folder: Path) -> None:
    """Draw accuracy by task, and time a question, as pictures."""
    figures: dict[str, Callable[[Result], float]] = {
        "accuracy": lambda one: one.acc1,
        "auroc": lambda one: one.auroc,
        "rec5": lambda one: one.rec5,
        "microseconds a question": lambda one: one.median * 1e6,
    }
    for title, figure in figures.items():
        values = {(one.task, one.matcher): figure(one) for one in results if not np.isnan(figure(one))}
        if values:
            bars(title, values, folder / f"{title.replace(' ', '-')}.svg", log=title.endswith("question"))


def main() -> None:
    """Measure, print the table, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the data sets")
    parser.add_argument("--out", type=Path, help="a folder for the table and the plots")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--only", nargs="+", default=[], help="tasks whose name holds these words")
    parser.add_argument("--matchers", nargs="+", default=list(PEERS), choices=list(PEERS), metavar="NAME")
    options = parser.parse_args()
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in options.seeds:
            for task in (task for task in tasks(options.data, seed) if " ".join(options.only) in task.name):
                for name in options.matchers:
                    print(f"seed {seed}: {task.name}: {name}", file=sys.stderr)
                    results.append(measure(name, task, Path(folder)))
    found = averaged(results)
    print(table(found, options.seeds))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "matching.md").write_text(table(found, options.seeds), encoding="utf-8")
        draw(found, options.out)


if __name__ == "__main__":
    main()
