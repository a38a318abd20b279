"""Renders pictures for the README: `python -m tests.pictures` writes reply.svg and report.png beside this file."""

import io
import re
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console

from bot.answering import Answerer
from bot.curation.checks import check
from bot.curation.report import write_report
from bot.knowledge import load
from bot.settings import cache_folder
from bot.surfaces.terminal import Terminal
from tests.test_report import CHROMIUM, FLAGS

QUESTIONS = ("what treaty was renewed?", "who came with Putin?", "why did trade fall?")
POINTED_AT = 12  # the sentence whose entries the picture shows


def reply() -> None:
    """Ask the questions and draw what the terminal shows."""
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


def report() -> None:
    """Check the shipped knowledge and photograph the report's article."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        write_report(check(Path("knowledge"), cache_folder(), len), page_file)
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 720})
        page.goto(page_file.as_uri())
        page.locator(".sentence").nth(POINTED_AT).focus()
        page.wait_for_timeout(500)  # smooth scrolling
        page.screenshot(path=Path(__file__).with_name("report.png"))
        browser.close()


if __name__ == "__main__":
    reply()
    report()
