"""What the Discord bot does when things go wrong under load: trials, each with a verdict.

    python -m tests.benchmarks.faults [--quick] [--only NAME …] [--kills 100] [--unreachable 120]

Each trial runs the bot with a journal on a loopback Discord, under a steady load of mixed interactions and messages, and
lets one thing go wrong. Passed is: every question that reached the bot got its first response in time, but for those that
Discord refused for good; the process went on; the log has at most one line an event; no row of the journal was lost. One
line a trial is printed, with its figures; the exit code is 1 where one fails.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping

import click

from tests.benchmarks.load.requests import shipped_questions
from tests.benchmarks.trials import clock, connection, kills, knowledge, refusals, storage
from tests.benchmarks.trials.scene import Outcome, Setting, SkippedError

TRIALS: Mapping[str, Callable[[Setting], Outcome]] = {
    "gateway-drops": connection.drops,
    "invalid-sessions": connection.invalid_sessions,
    "malformed-events": connection.malformed_events,
    "unreachable": connection.unreachable,
    "server-errors": refusals.server_errors,
    "rate-limits": refusals.rate_limits,
    "forbidden": refusals.forbidden,
    "journal-locked": storage.locked,
    "journal-gone": storage.folder_gone,
    "postgresql-stopped": storage.stopped,
    "disk-full": storage.full_disk,
    "clock-jumps": clock.jumps,
    "knowledge-rubbish": knowledge.rubbish,
    "kills": kills.kills,
}
_QUICK = {"times": 3, "outage": 4.0, "unreachable": 4.0, "kills": 2}
_LONGEST = 500  # characters of a complaint


def passes(name: str, setting: Setting) -> bool:
    """Run a trial, print its verdict, and return whether it passed or was skipped."""
    begun = time.monotonic()
    try:
        outcome = TRIALS[name](setting)
    except SkippedError as reason:
        print(f"{name}: skipped: {reason}", flush=True)
        return True
    except (AssertionError, OSError) as complaint:  # it was waited for in vain, or the bot can no longer be reached
        outcome = Outcome("not finished", [f"{type(complaint).__name__}: {complaint}"[:_LONGEST]])
    verdict = "FAILED" if outcome.faults else "passed"
    print(f"{name}: {verdict} in {time.monotonic() - begun:.0f} s: {outcome.figures}", flush=True)
    for fault in outcome.faults:
        print(f"    {fault}", flush=True)
    return not outcome.faults


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=TRIALS, default=list(TRIALS), metavar="NAME", help=", ".join(TRIALS))
    parser.add_argument("--quick", action="store_true", help="two minutes or three in place of twenty")
    parser.add_argument("--kills", type=int, help="how often the process is killed (default 100; quick: 2)")
    parser.add_argument("--unreachable", type=float, help="seconds without Discord at the start (default 120; quick: 4)")
    return parser.parse_args()


def main() -> None:
    """Run the trials, and tell with the exit code whether all passed."""
    options = _options()
    given = {"kills": options.kills, "unreachable": options.unreachable}
    lengths = (_QUICK if options.quick else {}) | {name: value for name, value in given.items() if value is not None}
    setting = Setting(shipped_questions(), **lengths)
    with click.progressbar(
        options.only, file=sys.stderr, hidden=not sys.stderr.isatty(), item_show_func=lambda name: name
    ) as names:
        passed = [passes(name, setting) for name in names]
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
