"""A bot as a process on one core, and what it uses and counts."""

import os
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from bot.settings import cache_folder
from tests.loopback.process import BotProcess, wait_until
from tests.loopback.rest import TOKEN
from tests.loopback.server import LoopbackDiscord

ECHO = "tests.benchmarks.echo_bot"
"""The module of the bare bot."""
_CORES = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
_BOTS = {max(_CORES)} if _CORES else set()
_PATIENCE = 2.0  # seconds for the bot to tell its numbers


@contextmanager
def _on(cores: set[int]) -> Iterator[None]:
    """Let what the block starts, threads and processes, keep to these cores, where the system lets us choose."""
    if not cores:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def loopback(port: int = 0) -> Iterator[LoopbackDiscord]:
    """Run a loopback Discord, on other cores than the bot's where there are others."""
    discord = LoopbackDiscord()
    with _on(_CORES - _BOTS or _CORES):
        discord.start(port)
        try:
            yield discord
        finally:
            discord.stop()


def start(module: str, home: Path, base: str, **variables: str) -> BotProcess:
    """Start a bot on one core."""
    cache = os.environ.get("XDG_CACHE_HOME", str(cache_folder().parent))
    with _on(_BOTS):
        return BotProcess.start(
            home, module, **{"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": base, "XDG_CACHE_HOME": cache, **variables}
        )


@contextmanager
def running(module: str, discord: LoopbackDiscord, home: Path, **variables: str) -> Iterator[BotProcess]:
    """Run a bot that is connected to the loopback Discord."""
    process = connected(module, discord, home, **variables)
    try:
        yield process
    finally:
        process.stop()


def connected(module: str, discord: LoopbackDiscord, home: Path, **variables: str) -> BotProcess:
    """Start a bot and wait until it is connected to the loopback Discord."""
    before = discord.identifies
    process = start(module, home, discord.base, **variables)
    try:
        wait_until(lambda: discord.identifies > before or process.process.poll() is not None)
        assert process.process.poll() is None, "it ended"
    except AssertionError as error:
        _, log = process.stop()
        raise AssertionError(f"the bot did not connect ({error}): {log}") from None
    return process


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


def journal_rows(port: int) -> tuple[int, int]:
    """Return how many rows of the journal a bot says are kept and lost, at the port where it serves its numbers."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=_PATIENCE) as answer:
        families = list(text_string_to_metric_families(answer.read().decode()))
    [rows] = [family for family in families if family.name == "onrecord_journal_rows"]
    fates = {sample.labels["fate"]: int(sample.value) for sample in rows.samples}
    return fates["kept"], fates["lost"]
