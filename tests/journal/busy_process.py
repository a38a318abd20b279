"""A process that gives one question after another to the journal, and prints the number of each that is stored for good.

Started as `python -m tests.journal.busy_process ADDRESS KEY FIRST`, and killed.
"""

import os
import sys
from concurrent.futures import Future
from functools import partial
from itertools import count

from bot.journal import open_journal
from tests.journal.rows import question

_AHEAD = 1000  # questions given before it waits for them


def tell(number: int, stored: "Future[bool]") -> None:
    if stored.result():
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    address, key, first = sys.argv[1:]
    with open_journal(address, key=key) as journal:
        for number in count(int(first)):
            journal.record(question(entry=str(number))).add_done_callback(partial(tell, number))
            if number % _AHEAD == 0:
                journal.flush()
