"""Ask and see, in a real browser."""

from pathlib import Path

import pytest

from bot.answering import LONGEST_QUESTION
from tests.surfaces.web.desk.conftest import Open, overflow
from tests.surfaces.web.desk.process import DeskProcess

HOSTILE = "<img src=x onerror=alert(1)>{{ 7*7 }}<script>document.title='broken'</script> what does the ferry cost"


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (400, "dark")])
def test_a_question_is_asked_with_the_keyboard_alone_and_its_passage_is_lit(
    reading_desk: DeskProcess, open_page: Open, width: int, scheme: str
) -> None:
    page = open_page(reading_desk.address, width, scheme)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("How much did the new terminal cost?")
    page.keyboard.press("Enter")
    page.wait_for_selector(".discord")
    lit = page.locator(".lit mark").all_inner_texts()
    quoted = page.locator(".discord").inner_text()
    assert lit
    assert lit[0].strip() in quoted
    assert "sure" in page.locator(".sure").inner_text()
    assert overflow(page) <= 0


def test_another_wording_is_shown_beside_the_first(reading_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{reading_desk.address}/of/ferry/ask?q=what+is+the+ferry+called&other=who+owns+the+moon")
    assert page.locator(".reply h2").all_inner_texts() == ["what is the ferry called", "who owns the moon"]


def test_a_hostile_question_is_shown_as_text(reading_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(reading_desk.address)
    page.fill("#q", HOSTILE)
    page.keyboard.press("Enter")
    page.wait_for_selector(".reply")
    assert page.locator(".reply h2").inner_text() == HOSTILE
    assert page.locator("main img, main script").count() == 0
    assert "broken" not in page.title()


def test_a_hostile_article_is_shown_as_text(folder: Path, home: Path, open_page: Open) -> None:
    (folder / "evil.txt").write_text("He said <b onclick=x>hello</b> & {{ 1 }} to all. The fee of the office was 5 pounds.\n")
    desk = DeskProcess.start(home, folder)
    try:
        page = open_page(f"{desk.address}/of/evil/ask?q=what+was+the+fee")
        assert "<b onclick=x>hello</b> & {{ 1 }}" in page.locator(".lit").inner_text()
    finally:
        desk.stop()


def test_many_questions_are_listed_with_the_least_sure_first(reading_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{reading_desk.address}/of/ferry/ask/batch")
    page.keyboard.press("/")
    page.keyboard.type("How much did the new terminal cost?\nhow many moons has mars\nferry name")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("table")
    shares = [int(text.split()[0]) for text in page.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert len(shares) == 3
    assert shares == sorted(shares)


def test_a_file_with_faults_is_told_with_its_places_and_asked_again_once_it_is_mended(
    desk: DeskProcess, folder: Path, open_page: Open
) -> None:
    file = folder / "ferry.yaml"
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("question:", "qestion:", 1), encoding="utf-8")
    page = open_page(f"{desk.address}/of/ferry/ask", expected=409)
    assert "ferry.yaml:" in page.locator(".faults").inner_text()
    file.write_text(sound, encoding="utf-8")
    page.reload()
    assert page.locator("h1").inner_text() == "Ask and see"


def test_the_longest_question_is_asked_and_a_longer_one_is_refused_in_words(reading_desk: DeskProcess, open_page: Open) -> None:
    longest = "é" * LONGEST_QUESTION
    page = open_page(f"{reading_desk.address}/of/ferry/ask")
    page.fill("#q", longest)
    page.fill("#other", longest)
    page.keyboard.press("Enter")
    page.wait_for_selector(".reply")
    assert page.locator(".reply h2").all_inner_texts() == [longest, longest]
    assert page.locator("#q").get_attribute("maxlength") == str(LONGEST_QUESTION)
    refused = reading_desk.get(f"/of/ferry/ask?q={'w' * 9000}")
    assert (refused.status, "at most 4,000 characters" in refused.text) == (414, True)


def test_a_question_is_taught_from_its_reply(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    page = open_page(f"{desk.address}/of/ferry/ask?q=how+much+money+did+the+new+terminal+cost")
    page.get_by_label("Add it as a wording of").select_option(label="What happened to the old pier?")
    page.get_by_role("button", name="Add it, and look").click()
    assert page.locator("#phrasings").input_value().splitlines()[-1] == "how much money did the new terminal cost"
    assert page.locator("#question").input_value() == "What happened to the old pier?"
    page.goto(f"{desk.address}/of/ferry/ask?q=who+%3Cb%3Epaid%3C/b%3E")
    page.get_by_role("link", name="A new entry or note").click()
    assert page.locator("#question").input_value() == "who <b>paid</b>"
    page.goto(f"{desk.address}/of/ferry/ask?q=How+much+did+the+new+terminal+cost?")
    page.get_by_role("link", name="Mend its entry").click()
    assert page.locator("#question").input_value() == "How much did the new terminal cost?"


def test_drafts_that_wait_are_told_where_one_begins(desk: DeskProcess, folder: Path, open_page: Open) -> None:
    file = folder / "ferry.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("- id: old-pier\n", "- id: old-pier\n    draft: true\n"), encoding="utf-8"
    )
    page = open_page(desk.address)
    assert "1 draft waits" in page.locator("main").inner_text()
    (folder / "mill.txt").write_text("The mill was built in 1648 by the monks of Brill.\n", encoding="utf-8")
    page.goto(desk.address)
    page.get_by_role("link", name="1 draft to decide").click()
    assert page.locator("h1").inner_text() == "the new ferry terminal in Lisbon"


def test_a_new_article_leaves_the_way_back_to_the_only_one(reading_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{reading_desk.address}/new")
    assert page.locator("nav.places a").all_inner_texts()[:2] == ["Ask and see", "Article"]
