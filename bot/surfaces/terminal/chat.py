"""The chat: ask one question after another, with the line editing and history of the terminal."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from bot.answering import Answerer, Outcome, topics
from bot.surfaces.terminal.render import Terminal
from bot.surfaces.wording import NO_TOPICS

_PROMPT = "ask> "
_HELP = "Type a question. :why explains the last reply, :topics lists what you can ask, :quit leaves."


def converse(answerer: Answerer, read: Callable[[str], str]) -> None:
    """Answer line by line until `:quit` or the end of input; `read` gives the next line for a prompt."""
    terminal = Terminal(answerer)
    terminal.line(_HELP)
    last: Outcome | None = None
    for line in _lines(read):
        match line:
            case ":why":
                _why(terminal, last)
            case ":topics":
                _topics(terminal, answerer)
            case command if command.startswith(":"):
                terminal.line(_HELP)
            case question:
                last = answerer.answer(question)
                terminal.show(last)


def _lines(read: Callable[[str], str]) -> Iterator[str]:
    while True:
        try:
            line = read(_PROMPT).strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line == ":quit":
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
    """Return `input` with line editing and history, where the platform has them."""
    with suppress(ImportError):
        import readline  # noqa: F401  # importing it is what gives input() its line editing
    return input
