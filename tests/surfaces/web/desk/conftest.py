"""Fixtures: a desk over a small knowledge file, and pages in a browser."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.loopback.process import REPO
from tests.surfaces.web.desk.journal import kept_in
from tests.surfaces.web.desk.process import DeskProcess
from tests.surfaces.web.desk.repository import git

Open = Callable[..., Page]
Started = Callable[..., DeskProcess]
_REFUSED = re.compile(r"responded with a status of 4(?:04|09|22)")  # the browser tells it, and so does the page


def overflow(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def ferry(place: Path) -> Path:
    """Return a knowledge folder at a place, with the ferry's article."""
    made = place / "knowledge"
    made.mkdir()
    for name in ("ferry.yaml", "ferry.txt"):
        shutil.copy(REPO / "tests" / "data" / name, made)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge folder of our own with the ferry's article."""
    return ferry(tmp_path)


@pytest.fixture(scope="module")
def reading_desk(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """A desk for all tests of a module that change nothing."""
    started = DeskProcess.start(home, ferry(tmp_path_factory.mktemp("desk")))
    yield started
    assert started.stop() == 0


@pytest.fixture
def desk(home: Path, folder: Path) -> Iterator[DeskProcess]:
    """A desk of a test's own, over its own folder."""
    started = DeskProcess.start(home, folder)
    yield started
    if started.process.poll() is None:
        assert started.stop() == 0


@pytest.fixture
def repository(folder: Path) -> Path:
    """The knowledge folder as a git repository of its own, with something else staged in it."""
    git(folder, "init", "--quiet")
    git(folder, "config", "user.name", "Curator")
    git(folder, "config", "user.email", "curator@example.org")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    (folder / "other.md").write_text("something else\n")
    git(folder, "add", "other.md")
    return folder


@pytest.fixture
def start(home: Path, folder: Path, tmp_path: Path) -> Iterator[Started]:
    """Start a desk over the folder, with a journal of two hundred questions."""
    running: list[DeskProcess] = []

    def started(*options: str) -> DeskProcess:
        running.append(DeskProcess.start(home, folder, *options, JOURNAL_URL=kept_in(tmp_path), JOURNAL_QUESTIONS="on"))
        return running[-1]

    yield started
    for desk in running:
        if desk.process.poll() is None:
            assert desk.stop() == 0


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open an address in a window of so many pixels; whatever a page's script complains of fails the test.

    That a change was refused is no complaint of a script: tests look at the response themselves.
    """
    complaints: list[str] = []
    pages: list[Page] = []

    def opened(address: str, width: int = 1400, scheme: str = "light", expected: int = 200) -> Page:
        page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme).new_page()  # type: ignore[arg-type]
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        response = page.goto(address)
        assert response
        assert response.status == expected
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.context.close()
    assert not [one for one in complaints if not _REFUSED.search(one)]
