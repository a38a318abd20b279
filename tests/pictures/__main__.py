"""Renders a reply as the terminal shows it: `python -m tests.pictures` writes tests/pictures/reply.svg."""

import io
import re
from pathlib import Path

from rich.console import Console

from bot.answering import Answerer
from bot.knowledge import load
from bot.settings import cache_folder
from bot.surfaces.terminal import Terminal

QUESTIONS = ("what treaty was renewed?", "who came with Putin?", "why did trade fall?")


def main() -> None:
    """Ask the questions and write the picture."""
    answerer = Answerer(load(Path("knowledge")), cache_folder())
    console = Console(record=True, width=96, file=io.StringIO(), force_terminal=True, highlight=False)
    terminal = Terminal(answerer, console)
    for question in QUESTIONS:
        console.print(f"[green]$[/green] onrecord ask {question}")
        terminal.show(answerer.answer(question))
        console.print()
    svg = console.export_svg(title="On Record")
    local = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # a picture fetches no fonts
    Path(__file__).with_name("reply.svg").write_text(local, encoding="utf-8")


if __name__ == "__main__":
    main()
