"""Measures the matcher from 100 to 1,000,000 phrasings beside rapidfuzz and bm25s, in one run.

    python -m tests.benchmarks.scale --data FOLDER [--sizes 100 1500 …] [--out FOLDER]

The phrasings are made: halves of CLINC150's training questions joined anew, ten an entry, so that words and lengths are
those of questions and the meaning is not. The questions are those of the validation split. Needs the dependency group
`benchmarks`. Each size runs in a process of its own, of which the peak memory is told; run it with OPENBLAS_NUM_THREADS=1
for figures of one core.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from bot.matching import Matcher
from tests.benchmarks.peers import bm25s, peak
from tests.benchmarks.plots import lines

_SIZES = (100, 1_500, 10_000, 100_000, 1_000_000)
_AN_ENTRY = 10
_ASKED, _ASKED_SLOW = 400, 30
_SLOW = 100_000  # phrasings from which the slow peers get fewer questions


def made(folder: Path, size: int) -> dict[str, list[str]]:
    """Return `size` distinct phrasings in entries of ten, always the same."""
    rows = json.loads((folder / "clinc150.json").read_text(encoding="utf-8"))["train"]
    halves = [(words[: len(words) // 2], words[len(words) // 2 :]) for words in (text.split() for text, _ in rows)]
    rng = random.Random(0)
    found: dict[str, None] = {}
    while len(found) < size:
        found.setdefault(" ".join((*rng.choice(halves)[0], *rng.choice(halves)[1])))
    texts = list(found)
    return {f"entry-{place}": texts[place : place + _AN_ENTRY] for place in range(0, size, _AN_ENTRY)}


def questions(folder: Path) -> list[str]:
    """Return validation questions in an order that mixes the intents."""
    rows = json.loads((folder / "clinc150.json").read_text(encoding="utf-8"))["val"]
    return [text for text, _ in random.Random(1).sample(rows, _ASKED)]


def measure(data: Path, size: int) -> Iterator[dict[str, Any]]:
    """Yield one row a matcher at one size; times in seconds, memory in bytes (ours alone, measured first)."""
    phrasings, asked = made(data, size), questions(data)
    with tempfile.TemporaryDirectory() as cache:
        matcher, build = _timed(lambda: Matcher(phrasings, cache=Path(cache)))
        memory = peak()
        del matcher
        matcher, load = _timed(lambda: Matcher(phrasings, cache=Path(cache)))
    row = {"size": size, "matcher": "On Record", "build": build, "load": load, "memory": memory}
    yield row | _asked(matcher.rank, asked)
    del matcher
    texts = [text for wordings in phrasings.values() for text in wordings]
    few = asked[: _ASKED_SLOW if size >= _SLOW else None]
    yield {"size": size, "matcher": "rapidfuzz token_sort_ratio"} | _asked(
        lambda question: process.extractOne(question, texts, scorer=fuzz.token_sort_ratio), few
    )
    ask, build = _timed(lambda: bm25s(phrasings))
    yield {"size": size, "matcher": "bm25s", "build": build} | _asked(ask, few)


def _timed(make: Callable[[], Any]) -> tuple[Any, float]:
    start = time.perf_counter()
    return make(), time.perf_counter() - start


def _asked(ask: Callable[[str], Any], asked: Sequence[str]) -> dict[str, float]:
    times = [_timed(partial(ask, question))[1] for question in asked]
    return {"median": statistics.median(times), "p99": float(np.quantile(times, 0.99))}


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Return one Markdown table."""
    told = [
        "| phrasings | matcher | build s | load s | memory MB | median ms | p99 ms | of token_sort's median |",
        "|---" * 8 + "|",
    ]
    slow = {row["size"]: row["median"] for row in rows if row["matcher"].startswith("rapidfuzz")}
    for row in rows:
        cells = [f"{row[name]:.2f}" if name in row else "" for name in ("build", "load")]
        cells += [
            f"{row['memory'] / 1e6:.0f}" if "memory" in row else "",
            f"{row['median'] * 1e3:.2f}",
            f"{row['p99'] * 1e3:.2f}",
        ]
        told.append(f"| {row['size']:,} | {row['matcher']} | {' | '.join(cells)} | {row['median'] / slow[row['size']]:.3f} |")
    return "\n".join(told) + "\n"


def main() -> None:
    """Measure every size in a process of its own, print the table, draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(_SIZES))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(list(measure(options.data, options.one))))
        return
    rows: list[dict[str, Any]] = []
    for size in options.sizes:
        print(f"{size:,} phrasings", file=sys.stderr)
        command = [sys.executable, "-m", "tests.benchmarks.scale", "--data", str(options.data), "--one", str(size)]
        rows += json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    print(table(rows))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "scale.md").write_text(table(rows), encoding="utf-8")
        names = dict.fromkeys(row["matcher"] for row in rows)
        medians = {name: [(row["size"], row["median"] * 1e3) for row in rows if row["matcher"] == name] for name in names}
        lines("Median milliseconds a question", "phrasings", medians, options.out / "scale.svg")


if __name__ == "__main__":
    main()
