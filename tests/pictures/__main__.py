"""Makes the README's pictures from real replies: `python -m tests.pictures` writes them into tests/pictures/.

reply.svg is the terminal's; discord-*.png are Discord's, and need a Chromium on this machine.
"""

import io
import re
import sys
from pathlib import Path

from rich.console import Console

from bot.answering import Answerer
from bot.knowledge import load
from bot.settings import cache_folder
from bot.surfaces.terminal import Terminal
from tests.pictures.browser import browser_page, chromium
from tests.pictures.discord_page import page
from tests.pictures.exchanges import buttons, kinds

QUESTIONS = ("what treaty was renewed?", "who came with Putin?", "why did trade fall?")
_FOLDER = Path(__file__).parent
_WIDTH = 760


def main() -> None:
    """Ask the questions and write the pictures."""
    answerer = Answerer(load(Path("knowledge")), cache_folder())
    _terminal(answerer)
    executable = chromium()
    if executable is None:
        sys.exit("discord-*.png: not made, because there is no Chromium here; install one, such as Debian's chromium")
    with browser_page(executable, _WIDTH) as shown:
        for name, exchanges in (("discord-replies", kinds(answerer)), ("discord-buttons", buttons(answerer))):
            shown.set_content(page(exchanges, _WIDTH))
            shown.locator("main").screenshot(path=_FOLDER / f"{name}.png")


def _terminal(answerer: Answerer) -> None:
    console = Console(record=True, width=96, file=io.StringIO(), force_terminal=True, highlight=False)
    terminal = Terminal(answerer, console)
    for question in QUESTIONS:
        console.print(f"[green]$[/green] onrecord ask {question}")
        terminal.show(answerer.answer(question))
        console.print()
    svg = console.export_svg(title="On Record")
    local = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # a picture fetches no fonts
    (_FOLDER / "reply.svg").write_text(local, encoding="utf-8")


if __name__ == "__main__":
    main()
