"""Makes the README's pictures from real replies: `python -m tests.pictures` writes them into tests/pictures/.

reply.svg is the terminal's; desk.png, report.png and discord-*.png are photographed in a Chromium, which must be on this machine.
"""

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser
from rich.console import Console

from bot.answering import Answerer
from bot.curation.check import check, write_report
from bot.knowledge import load
from bot.settings import cache_folder
from bot.surfaces.terminal import Terminal
from tests.pictures.browser import blank, chromium, started
from tests.pictures.discord_page import page
from tests.pictures.exchanges import buttons, conversation, kinds

QUESTIONS = ("what treaty was renewed?", "who came with Putin?", "why did trade fall?")
_FOLDER = Path(__file__).parent
TWICE = ("what treaty was renewed?", "what treaty was renewed in 2019?")
_DISCORD, _REPORT, _DESK = 760, 1180, 1400  # pixels
_POINTED_AT = 12  # the sentence whose entries the report's picture shows


def main() -> None:
    """Ask the questions and write the pictures."""
    answerer = Answerer(load(Path("knowledge")), cache_folder())
    _terminal(answerer)
    executable = chromium()
    if executable is None:
        sys.exit("the other pictures: not made, because there is no Chromium here; install one, such as Debian's chromium")
    with started(executable) as browser:
        _discord(answerer, browser)
        _report(browser)
        _desk(browser)


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


def _discord(answerer: Answerer, browser: Browser) -> None:
    shown = blank(browser, _DISCORD)
    made = {"replies": kinds(answerer), "buttons": buttons(answerer), "conversation": conversation(answerer)}
    for name, exchanges in made.items():
        shown.set_content(page(exchanges, _DISCORD))
        shown.locator("main").screenshot(path=_FOLDER / f"discord-{name}.png")


def _report(browser: Browser) -> None:
    """Check the shipped knowledge and photograph the report's article."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        write_report(check(Path("knowledge"), cache_folder(), len), file)
        shown = blank(browser, _REPORT, height=720)
        shown.set_content(file.read_text(encoding="utf-8"))
        shown.locator(".sentence").nth(_POINTED_AT).focus()
        shown.wait_for_timeout(500)  # smooth scrolling
        shown.screenshot(path=_FOLDER / "report.png")


def _desk(browser: Browser) -> None:
    """Ask the desk a question in two wordings."""
    command = [sys.executable, "-m", "bot", "desk", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        address = desk.stdout.readline().split()[4] if desk.stdout else ""
        shown = browser.new_page(viewport={"width": _DESK, "height": 820})
        shown.goto(f"{address}of/xi-putin-summit/ask?{urlencode(dict(zip(('q', 'other'), TWICE, strict=True)))}")
        shown.locator(".lit mark").scroll_into_view_if_needed()
        shown.screenshot(path=_FOLDER / "desk.png")
        desk.terminate()


if __name__ == "__main__":
    main()
