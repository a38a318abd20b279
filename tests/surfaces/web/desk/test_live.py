"""Checks while one types, in a real browser."""

from playwright.sync_api import expect

from tests.surfaces.web.desk.conftest import Open
from tests.surfaces.web.desk.process import DeskProcess


def test_remarks_of_an_earlier_text_do_not_stay_where_the_check_fails(reading_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{reading_desk.address}/of/ferry/article?e=terminal-cost&mend")
    page.fill("#answer", "In 1748.")
    expect(page.locator("#remarks")).to_contain_text("1748")
    page.route("**/entry/remarks", lambda route: route.fulfill(status=409, body="it has faults"))
    page.fill("#answer", "In 1749.")
    expect(page.locator("#remarks")).to_contain_text("could not be checked")
    expect(page.locator("#remarks")).not_to_contain_text("1748")
