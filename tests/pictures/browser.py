"""A Chromium that is on this machine, to look at pages with; none is ever downloaded."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium() -> str | None:
    """Return the path of a Chromium; None where there is none."""
    return next((path for path in map(shutil.which, _NAMES) if path), None)


@contextmanager
def browser_page(executable: str, width: int) -> Iterator[Page]:
    """Open an empty page of so many pixels that may load nothing."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_FLAGS)
        try:
            context = browser.new_context(viewport={"width": width, "height": 600}, offline=True)
            yield context.new_page()
        finally:
            browser.close()
