"""The chat: ask one question after another, with the line editing and history of the terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

from bot.answering import Answerer, Exchange, Outcome, exchange, topics
from bot.surfaces.terminal.render import Terminal
from bot.surfaces.wording import NO_TOPICS

_PROMPT = "ask> "
_HELP = "Type a question. :why explains the last reply, :topics lists what you can ask, :help says this again, :quit leaves."
_LEAVING = frozenset({"quit", "exit", "bye", "q"})
_HELPING = frozenset({"help", "h", "?"})


def converse(answerer: Answerer, read: Callable[[str], str]) -> None:
    """Answer line by line, each after the one before it, until one that leaves or the end of input.

    Args:
        answerer: gives the replies.
        read: gives the next line for a prompt; it may raise EOFError, and KeyboardInterrupt for a line that is given up.
    """
    terminal = Terminal(answerer)
    terminal.line(_HELP)
    last: Outcome | None = None
    before: Exchange | None = None
    for line in _lines(read):
        match _command(line):
            case "why":
                _why(terminal, last)
            case "topics":
                _topics(terminal, answerer)
            case "help":
                terminal.line(_HELP)
            case _:
                last = answerer.answer(line, before=before)
                before = exchange(last, before)
                terminal.show(last)


def _command(line: str) -> str:
    """Return the command that a line is: after a colon any, of which an unknown one asks for help; without one, `help`."""
    word = line.casefold()
    if word in _HELPING or word.removeprefix(":") in _HELPING:
        return "help"
    if not word.startswith(":"):
        return ""
    return word[1:] if word[1:] in ("why", "topics") else "help"


def _lines(read: Callable[[str], str]) -> Iterator[str]:
    """Yield each line that has something on it; Ctrl+C gives a line up, and twice in a row leaves."""
    given_up = False
    while True:
        try:
            line = read(_PROMPT).strip()
        except EOFError:
            return
        except KeyboardInterrupt:
            if given_up:
                return
            given_up = True
            continue
        given_up = False
        if line.casefold().removeprefix(":") in _LEAVING:
            return
        if line:
            yield line


def _topics(terminal: Terminal, answerer: Answerer) -> None:
    found = topics(answerer.library)
    terminal.topics({topic: [entry.question for entry in entries] for topic, entries in found.items()})
    if not found:
        terminal.line(NO_TOPICS)


def _why(terminal: Terminal, last: Outcome | None) -> None:
    if last is None:
        terminal.line("Ask something first; then :why explains the reply.")
    else:
        terminal.explain(last)


def terminal_reader() -> Callable[[str], str]:
    """Return `input` with line editing and history, where the platform has them; without a prompt where nobody types."""
    if not sys.stdin.isatty():
        return lambda _: input()
    with suppress(ImportError):
        import readline  # noqa: F401  # importing it is what gives input() its line editing

    def read(prompt: str) -> str:
        try:
            return input(prompt)
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")  # the next line begins below the one that was left
            raise

    return read
