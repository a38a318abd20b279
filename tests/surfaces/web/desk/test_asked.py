"""What was asked, in a real browser, from a real journal."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.journal import open_journal
from bot.surfaces.web.desk.learning.ours import Ours
from tests.journal.rows import question
from tests.surfaces.web.desk.conftest import Open, ferry, overflow
from tests.surfaces.web.desk.journal import HOSTILE, TOTAL, kept_in
from tests.surfaces.web.desk.learning import read_journal
from tests.surfaces.web.desk.process import DeskProcess

FORMULA = ("=", "+", "-", "@")


@pytest.fixture(scope="module")
def asked_desk(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskProcess]:
    """A desk with a journal, for tests that change nothing."""
    place = tmp_path_factory.mktemp("asked")
    started = DeskProcess.start(home, ferry(place), JOURNAL_URL=kept_in(place), JOURNAL_QUESTIONS="on")
    yield started
    assert started.stop() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (400, "dark")])
def test_the_picture_of_the_days_says_the_same_as_its_table(
    asked_desk: DeskProcess, open_page: Open, width: int, scheme: str
) -> None:
    page = open_page(f"{asked_desk.address}/of/ferry/asked", width, scheme)
    assert f"{TOTAL} in " in page.locator("section[aria-labelledby=by-day]").inner_text()
    page.locator("section[aria-labelledby=by-day] summary").press("Enter")
    rows = page.locator("section[aria-labelledby=by-day] tbody tr")
    counts = [int(text) for text in rows.locator("td:nth-child(2)").all_inner_texts()]
    heights = page.eval_on_selector_all(".days rect", "all => all.map(one => [one.x.baseVal.value, one.height.baseVal.value])")
    columns: dict[float, float] = {}
    for x, height in heights:
        columns[x] = columns.get(x, 0) + height
    assert sum(counts) == TOTAL
    assert [round(height * max(counts) / 120) for _, height in sorted(columns.items())] == [count for count in counts if count]
    assert overflow(page) <= 0


def test_votes_reports_slow_replies_and_use_are_shown_with_their_counts(asked_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{asked_desk.address}/of/ferry/asked")
    assert "terminal-cost: 6 of 9 votes" in page.locator("section[aria-labelledby=bad]").inner_text()
    assert "<b>It was 2015</b> {{ 1 }}" in page.locator("section[aria-labelledby=wrong]").inner_text()
    assert page.locator("section[aria-labelledby=slow] li").count() == 4
    assert page.locator("section[aria-labelledby=used] tbody th").all_inner_texts() == ["terminal-cost", "old-pier"]


def test_hostile_questions_are_shown_as_text(asked_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{asked_desk.address}/of/ferry/asked")
    shown = page.locator("section[aria-labelledby=open]").inner_text()
    assert all(text in shown for text in HOSTILE)
    assert page.locator("main img, main script").count() == 0
    assert "broken" not in page.title()


def test_filters_are_used_with_the_keyboard_alone(asked_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{asked_desk.address}/of/ferry/asked")
    page.keyboard.press("/")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.type("PARK")
    page.keyboard.press("Enter")
    page.wait_for_url("**containing=PARK*")
    shown = page.locator("section[aria-labelledby=open] li").all_inner_texts()
    assert len(shown) == 2
    assert all("park" in text for text in shown)
    assert page.locator("#containing").input_value() == "PARK"


def test_filters_that_nothing_fits_say_so(asked_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{asked_desk.address}/of/ferry/asked?outcome=answer&containing=zebra")
    assert page.get_by_role("status").first.inner_text() == "Nothing fits all these filters. Loosen one of them."


def test_the_table_for_other_programs_holds_no_formula_and_loses_no_question(asked_desk: DeskProcess) -> None:
    given = asked_desk.get("/of/ferry/asked.csv")
    rows = list(csv.DictReader(io.StringIO(given.text)))
    assert given.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert len(rows) == TOTAL
    assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]
    assert {f"'{text}" for text in HOSTILE if text.startswith(FORMULA)} <= {row["text"] for row in rows}


def test_the_table_is_filtered_as_the_page_is(asked_desk: DeskProcess) -> None:
    given = asked_desk.get("/of/ferry/asked.csv?outcome=answer&entry=old-pier&days=nonsense")
    rows = list(csv.DictReader(io.StringIO(given.text)))
    assert {(row["outcome"], row["entry"]) for row in rows} == {("answer", "old-pier")}


def test_questions_of_like_meaning_are_grouped_on_request(asked_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{asked_desk.address}/of/ferry/asked")
    page.keyboard.press("g")
    page.wait_for_selector(".groups")
    [parking] = [one for one in page.locator(".groups > li").all_text_contents() if "is there parking" in one]
    assert "can i park my car" in parking


def test_a_journal_that_is_off_is_told_with_the_way_to_change_it(reading_desk: DeskProcess, open_page: Open) -> None:
    for place in ("asked", "learn"):
        page = open_page(f"{reading_desk.address}/of/ferry/{place}")
        read_journal(page)
        page.wait_for_selector("main .card")
        assert "JOURNAL_URL=off" in page.locator("main .card").inner_text()


@pytest.mark.parametrize(
    ("total", "texts", "told"), [(0, True, "Nothing was asked in these days"), (20, False, "Set JOURNAL_QUESTIONS=on")]
)
def test_a_journal_that_is_empty_or_without_words_is_told(
    home: Path, tmp_path: Path, open_page: Open, total: int, texts: bool, told: str
) -> None:
    desk = DeskProcess.start(home, ferry(tmp_path), JOURNAL_URL=kept_in(tmp_path, total=total, texts=texts))
    try:
        for place in ("asked", "learn"):
            page = open_page(f"{desk.address}/of/ferry/{place}")
            read_journal(page)
            page.wait_for_selector("main .card")
            assert told in page.locator("main .card").first.inner_text()
    finally:
        assert desk.stop() == 0


def test_a_journal_that_cannot_be_read_is_told(home: Path, tmp_path: Path, open_page: Open) -> None:
    (tmp_path / "journal.sqlite").write_text("no database")
    desk = DeskProcess.start(home, ferry(tmp_path), JOURNAL_URL=f"sqlite:///{tmp_path / 'journal.sqlite'}")
    try:
        page = open_page(f"{desk.address}/of/ferry/asked", expected=409)
        assert page.locator("h1").inner_text() == "The journal cannot be read"
        assert desk.get("/of/ferry/asked.csv").status == 409
    finally:
        assert desk.stop() == 0


def test_what_may_be_about_another_article_is_counted_and_said(home: Path, tmp_path: Path, open_page: Open) -> None:
    folder, address = ferry(tmp_path), kept_in(tmp_path)
    (folder / "bridge.txt").write_text("The bridge has a toll of two pounds.\n")
    with open_journal(address, texts=True) as journal:
        for entry, hash_ in (("bridge/toll", "both"), (None, "both")):
            journal.record(
                question(text="what is the toll", entry=entry, runner_ups=(), knowledge=hash_, time=datetime.now(UTC)), 1
            )
        assert journal.flush()
    desk = DeskProcess.start(home, folder, JOURNAL_URL=address, JOURNAL_QUESTIONS="on")
    try:
        page = open_page(f"{desk.address}/of/ferry/asked")
        assert f"{TOTAL + 1} in " in page.locator("section[aria-labelledby=by-day]").inner_text()
        assert "1 of these stand on no entry" in page.locator("main").inner_text()
    finally:
        assert desk.stop() == 0


def test_questions_about_other_articles_are_told_by_entries_and_by_the_knowledge_that_replied() -> None:
    ours = [
        question(entry="ferry/cost", knowledge="both"),
        question(entry="cost", knowledge="ferry"),
        question(entry=None, runner_ups=(("ferry/cost", 0.3),), knowledge="both"),
        question(entry=None, runner_ups=(), knowledge="ferry"),
    ]
    others = [
        question(entry="bridge/cost", knowledge="both"),
        question(entry="toll", knowledge="bridge"),
        question(entry=None, runner_ups=(), knowledge="bridge"),
    ]
    nobody_knows = question(entry=None, runner_ups=(), knowledge="both")
    told = Ours.among([*ours, *others, nobody_knows], "ferry", ["cost", "pier"], ["toll"])
    assert [told.tell(one) for one in ours] == [True] * 4
    assert [told.tell(one) for one in others] == [False] * 3
    assert told.tell(nobody_knows) is None
    assert told.keep([*ours, *others, nobody_knows]) == [*ours, nobody_knows]


def test_an_entry_that_two_articles_have_tells_nothing() -> None:
    asked = question(entry="cost", runner_ups=(), knowledge="x")
    assert Ours.among([asked], "ferry", ["cost"], ["cost"]).tell(asked) is None
