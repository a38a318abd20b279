"""Replies for a terminal: colour and width as the terminal has them, plain text in a pipe."""

import io
import sys

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bot.answering import (
    Answer,
    Answerer,
    ClosestPassages,
    Outcome,
    Suggestion,
    Suggestions,
    opened,
    passages_of,
    points_of,
    suggestions_of,
)
from bot.knowledge import Passage
from bot.language import harmless
from bot.matching import Evidence
from bot.surfaces.source import source_line
from bot.surfaces.wording import ALSO_LEFT, DID_YOU_MEAN, DOES_ANSWER, UNDERSTOOD_AS, answer_text, note, offered

_WIDEST = 100  # columns; longer lines are hard to read
_INDENT = 2


class Terminal:
    """Shows replies on standard output."""

    def __init__(self, answerer: Answerer, console: Console | None = None) -> None:
        self._answerer = answerer
        self._console = console or _standard_output()

    def show(self, reply: Outcome) -> None:
        """Show what the reply says, its passages and their place in the article, and the questions it offers."""
        if reply.understood_as:
            self._line(UNDERSTOOD_AS.format(question=reply.understood_as), "dim")
        match reply:
            case Answer():
                self._line(opened(reply) if points_of(reply) else answer_text(reply), "bold")
            case Suggestions():
                self._line(DID_YOU_MEAN, "bold yellow")
            case _:
                self._line(note(reply) or "", "bold yellow")
        self._passages(passages_of(reply), points_of(reply))
        for question in reply.left if isinstance(reply, Answer) else ():
            self.line(ALSO_LEFT.format(question=question))
        if suggestions_of(reply) and not isinstance(reply, Suggestions):
            self.line(DOES_ANSWER)
        self._questions(suggestions_of(reply))

    def explain(self, reply: Outcome) -> None:
        """Show why the reply is what it is."""
        for label, value in _explained(reply):
            self._console.print(Text(f"{label:<12}", style="cyan"), Text(harmless(value)), sep="", soft_wrap=True)

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
        self._console.print(Text(harmless(text), style=style))

    def _indented(self, text: str, style: str) -> None:
        """Show a text that is indented on every line it wraps to; a pipe gets it on one line."""
        if self._console.is_terminal:
            self._console.print(Padding(Text(harmless(text), style=style), (0, 0, 0, _INDENT)))
        else:
            self._line(" " * _INDENT + text, style)

    def _passages(self, passages: tuple[Passage, ...], points: tuple[str, ...]) -> None:
        for passage, point in zip(passages, points or [""] * len(passages), strict=True):
            article = self._answerer.article(passage)
            if point:
                self._indented(f"• {point}", "")
            self._indented(f"“{article.shown(passage)}”", "italic")
            self._indented(f"— {source_line(article, passage)}", "dim")

    def _questions(self, suggestions: tuple[Suggestion, ...]) -> None:
        for suggestion in suggestions:
            self._indented(f"• {offered(suggestion)}", "")


def _standard_output() -> Console:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack curly quotes
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty(), emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def _explained(reply: Outcome) -> list[tuple[str, str]]:
    """Return the lines that explain a reply, each with its label."""
    reason = reply.reason
    lines = [("confidence", f"{reply.confidence:.2f} that {_claim(reply)}; from {reason.threshold:.2f} it is said")]
    if reason.evidence:
        lines += _matched(reason.evidence)
    lines += [("guard", f"{guard.name}: {', '.join(guard.words)}") for guard in reason.guards]
    if reason.runner_up:
        lines.append(("runner-up", f"{reason.runner_up.entry} ({reason.runner_up.score:.2f})"))
    return lines


def _claim(reply: Outcome) -> str:
    passages = isinstance(reply, ClosestPassages)
    return "the closest passage is about this" if passages else "the nearest entry answers this"


def _matched(found: Evidence) -> list[tuple[str, str]]:
    return [
        ("phrasing", found.phrasing),
        ("matched", ", ".join(f"{match.word} ({match.how})" for match in found.matched) or "no word"),
        ("missing", ", ".join(found.missing) or "no word"),
        ("similarity", ", ".join(f"{name} {share:+.2f}" for name, share in found.similarity.items())),
    ]
