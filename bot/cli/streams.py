"""The standard streams, whatever the program was started with: one that is closed or full is told in a line, not a traceback."""

import io
import os
import sys
from typing import Any, TextIO

from bot.errors import InputError, OutputError

_STDOUT, _STDERR = 1, 2


def secure_streams() -> None:
    """Make the standard streams fail in words that a person reads, and let a terminal that lacks a character show a “?”.

    A stream that this process was started without is opened, so that no file takes its number and gets what a library
    writes there: writing to a closed output fails still, messages to a closed standard error go nowhere.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)  # takes the lowest number that is free
    if sys.stdout is sys.__stdout__:
        sys.stdout = _secured(sys.stdout, _STDOUT, os.O_RDONLY)
    if sys.stderr is sys.__stderr__:
        sys.stderr = _secured(sys.stderr, _STDERR, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def require_input() -> None:
    """Refuse to go on without a standard input.

    Raises:
        InputError: it is closed.
    """
    if sys.stdin is None:
        raise InputError("standard input: is closed; give it a file or a pipe, or /dev/null")


def _secured(stream: TextIO | None, number: int, if_closed: int) -> TextIO:
    if stream is not None and os.name == "nt":
        return stream  # a console of Windows is no file
    output = io.BufferedWriter(_Output(number if stream else os.open(os.devnull, if_closed), "wb", closefd=False))
    by_line = number == _STDERR or output.raw.isatty()
    return io.TextIOWrapper(output, stream.encoding if stream else "utf-8", line_buffering=by_line)


class _Output(io.FileIO):
    """What is written to; that a reader has gone is left to who writes."""

    def write(self, content: Any, /) -> int:
        """Write as much as can be, and return how many bytes that was.

        Raises:
            BrokenPipeError: the reader has gone.
            OutputError: nothing can be written to standard output. What is written to it from then on goes nowhere.
        """
        try:
            return super().write(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.fileno())
            if self.fileno() == _STDERR:
                return memoryview(content).nbytes
            raise OutputError(f"standard output: cannot be written ({error.strerror}); name another place") from None
