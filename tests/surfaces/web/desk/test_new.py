"""A new article: what its files are called, what is refused, and what a desk on a single file serves."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote
from urllib.request import Request

import pytest

from bot.surfaces.web.desk.views.new import file_name
from tests.surfaces.web.desk.conftest import Open
from tests.surfaces.web.desk.process import DeskProcess, Response

TEXT = "The mill was built in 1648 by the monks of Brill. It cost 20 pounds.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    made = tmp_path / "solo.txt"
    made.write_text(TEXT, encoding="utf-8")
    (tmp_path / "unrelated.yaml").write_text("schema: none of ours\n", encoding="utf-8")
    return made


@pytest.fixture
def solo_desk(home: Path, article: Path) -> Iterator[DeskProcess]:
    """A desk on a single text."""
    started = DeskProcess.start(home, article, ENCODER="none")
    yield started
    assert started.stop() == 0


def upload(desk: DeskProcess, content: bytes) -> Response:
    """Send a file as the page's form does."""
    csrf = desk.csrf()
    parts = (
        (f'name="{name}"'.encode(), text)
        for name, text in (("csrf", csrf.encode()), ("called", b""), ("text", b""), ('file"; filename="mill.txt', content))
    )
    body = b"".join(b"--edge\r\nContent-Disposition: form-data; " + head + b"\r\n\r\n" + text + b"\r\n" for head, text in parts)
    headers = {"Origin": desk.address, "Content-Type": "multipart/form-data; boundary=edge"}
    return desk.ask(Request(f"{desk.address}/new", body + b"--edge--\r\n", headers, method="POST"))


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("The Mill!", "the-mill"),
        ("Zürich, 1998", "zurich-1998"),
        ("Как построили мост", "как-построили-мост"),
        ("Большой мост", "большой-мост"),
        ("桥的历史", "桥的历史"),
        ("पुल का इतिहास", "पुल-का-इतिहास"),
        ("../../etc/passwd", "etc-passwd"),
        ("!!!", "article"),
    ],
)
def test_a_file_is_called_by_the_words_of_its_article_in_any_script(called: str, name: str) -> None:
    assert file_name(called) == name


def test_articles_in_another_script_are_begun_side_by_side(desk: DeskProcess, folder: Path) -> None:
    for called in ("мост", "река"):
        found = desk.post("/new", {"called": called, "text": TEXT})
        assert (found.status, unquote(found.headers["Location"])) == (303, f"/of/{called}/article")
        assert desk.get(found.headers["Location"]).status == 200
    assert (folder / "мост.txt").exists()


def test_a_file_that_is_no_utf8_is_refused_and_not_kept(desk: DeskProcess, folder: Path) -> None:
    before = sorted(folder.iterdir())
    refused = upload(desk, "The café was built in 1648.\n".encode("latin-1"))
    assert refused.status == 422
    assert "not UTF-8" in refused.text
    assert sorted(folder.iterdir()) == before
    assert upload(desk, TEXT.encode()).status == 303
    assert (folder / "mill.txt").read_text(encoding="utf-8") == TEXT


def test_a_desk_on_one_text_serves_its_draft_once_it_is_written(solo_desk: DeskProcess, open_page: Open) -> None:
    page = open_page(f"{solo_desk.address}/of/solo/article")
    page.keyboard.press("b")
    page.wait_for_selector("section.card")
    assert "Nobody has curated this article" not in page.locator("main").inner_text()


def test_a_desk_on_one_text_serves_what_is_begun_on_it_and_nothing_else(solo_desk: DeskProcess, article: Path) -> None:
    begun = solo_desk.post("/new", {"called": "mill", "text": TEXT})
    assert solo_desk.get(begun.headers["Location"]).status == 200
    assert solo_desk.get("/of/solo/article").status == 200
    assert (article.parent / "mill.txt").exists()
    assert "unrelated" not in solo_desk.get("/").text


def test_a_folder_that_is_gone_is_told_and_nothing_is_written_elsewhere(desk: DeskProcess, folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))
    home = desk.get("/")
    assert home.status == 409
    assert str(folder) in home.text
    assert "There is no article here yet" not in home.text
    refused = desk.post("/new", {"called": "mill", "text": TEXT})
    assert (refused.status, "cannot be written" in refused.text) == (422, True)
    assert not (folder.parent / "mill.txt").exists()


@pytest.mark.parametrize("name", ["a#b", "a?b", "a%2fb", "a b&c=d"])
def test_an_article_is_reached_whatever_its_name_holds(home: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    desk = DeskProcess.start(home, folder, ENCODER="none")
    try:
        first = desk.get("/").headers["Location"]
        assert unquote(first) == f"/of/{name}/ask"
        assert desk.get(first).status == 200
        watched = desk.post(f"/of/{quote(name, safe='')}/draft", {}).headers["Location"]
        while (done := desk.get(watched)).status == 200:
            pass
        assert unquote(done.headers["Location"]) == f"/of/{name}/article"
        back = desk.post(f"/of/{quote(name, safe='')}/probe", {"do": "later"}).headers["Location"]
        assert unquote(back) == f"/of/{name}/probe"
    finally:
        assert desk.stop() == 0
