"""Replies for a terminal: colour and width as the terminal has them, plain text in a pipe."""

import io
import sys

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot import knowledge
from bot.answering import Answer, Answerer, NoAnswer, Passage, Reply, Suggestion, Suggestions
from bot.surfaces.source import CLOSEST, offered, source_line

_WIDEST = 100  # columns; longer lines are hard to read
_INDENT = 2


class Terminal:
    """Shows replies on standard output."""

    def __init__(self, answerer: Answerer, console: Console | None = None) -> None:
        self._answerer = answerer
        self._console = console or _standard_output()

    def show(self, reply: Reply) -> None:
        """Show what the reply says, its passages and their place in the article."""
        match reply:
            case Answer(entry=entry):
                self._line(entry.answer, "bold")
                self._passages(entry.passages)
            case Suggestions(suggestions=suggestions):
                self._line("I am not sure what you ask. Did you mean:", "bold yellow")
                self._questions(suggestions)
            case Passage() | NoAnswer():
                self._line(CLOSEST if isinstance(reply, Passage) else reply.note, "bold yellow")
                self._passages(reply.passages)
                if reply.suggestions:
                    self._line("The article does answer:", "")
                    self._questions(reply.suggestions)

    def explain(self, reply: Reply) -> None:
        """Show why the reply is what it is."""
        for label, value in _explained(reply):
            self._console.print(Text(f"{label:<12}", style="cyan"), Text(value), sep="", soft_wrap=True)

    def topics(self, topics: dict[str, list[str]]) -> None:
        """Show the questions that can be asked, by topic."""
        for topic, questions in topics.items():
            self._line(topic, "bold")
            for question in questions:
                self._indented(f"• {question}", "")

    def line(self, text: str) -> None:
        """Show one plain line."""
        self._line(text, "")

    def _line(self, text: str, style: str) -> None:
        self._console.print(Text(text, style=style))

    def _indented(self, text: str, style: str) -> None:
        """Show a text that is indented on every line it wraps to; a pipe gets it on one line."""
        if self._console.is_terminal:
            self._console.print(Padding(Text(text, style=style), (0, 0, 0, _INDENT)))
        else:
            self._line(" " * _INDENT + text, style)

    def _passages(self, passages: tuple[knowledge.Passage, ...]) -> None:
        for passage in passages:
            self._indented(f"“{passage.quote}”", "italic")
            self._indented(f"— {source_line(self._answerer.article(passage), passage)}", "dim")

    def _questions(self, suggestions: tuple[Suggestion, ...]) -> None:
        for suggestion in suggestions:
            self._indented(f"• {offered(suggestion)}", "")


def _standard_output() -> Console:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack curly quotes
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty(), emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def _explained(reply: Reply) -> list[tuple[str, str]]:
    reason = reply.reason
    what = "is about this" if isinstance(reply, Passage) else "answers this"
    nearest = "the closest passage" if isinstance(reply, Passage) else "the nearest entry"
    lines = [("confidence", f"{reply.confidence:.2f} that {nearest} {what}; from {reason.threshold:.2f} it is said")]
    if reason.evidence:
        found = reason.evidence
        lines += [
            ("phrasing", found.phrasing),
            ("matched", ", ".join(f"{match.word} ({match.how})" for match in found.matched) or "no word"),
            ("missing", ", ".join(found.missing) or "no word"),
            ("similarity", ", ".join(f"{name} {share:+.2f}" for name, share in found.similarity.items())),
        ]
    lines += [("guard", f"{guard.name}: {', '.join(guard.words)}") for guard in reason.guards]
    if reason.runner_up:
        lines.append(("runner-up", f"{reason.runner_up.entry} ({reason.runner_up.score:.2f})"))
    return lines
