"""Every fault of a knowledge file stops the start, with its line and how to mend it."""

from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import load
from tests.knowledge_files import ARTICLE, FAULTS, KNOWLEDGE, write


def faults(path: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as raised:
        load(path)
    return [str(fault).replace(f"{path.parent}/", "") for fault in raised.value.faults]


@pytest.mark.parametrize(("written", "instead", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_its_line_and_its_mending(tmp_path: Path, written: str, instead: str, told: str) -> None:
    assert KNOWLEDGE.count(written) == 1
    found = faults(write(tmp_path, KNOWLEDGE.replace(written, instead)))
    assert [fault for fault in found if told in fault], found
    assert all("\n" not in fault for fault in found)


INVISIBLE = {
    "a question": ("question: Who opened the bridge?", 'question: "\\x1f"', "bridge.yaml:10:5: entries[1].question: has no character"),
    "a phrasing": ("who was it that opened it", '"\\u200B\\u2060"', "bridge.yaml:12:9: entries[1].phrasings[1]: has no character"),
    "an answer": ("answer: The mayor opened the new bridge.", 'answer: "\\u3164"', "entries[1].answer: has no character that can be seen"),
    "a note": ("note: The article does not say who designed the bridge.", 'note: "\\uFEFF"', "unanswered[1].note: has no character"),
    "a publisher": ("publisher: ANB", 'publisher: "\\u2800"', "article.publisher: has no character that can be seen; write it or remove it"),
    "a synonym": ("unanswered:", 'synonyms: {bridge: ["\\u200D"]}\nunanswered:', "synonyms.bridge[1]: has no character that can be seen"),
    "a passage": ("passages: [The old bridge fell in 2018.]", 'passages: ["\\x1f"]', "entries[2].passages[1]: has no character"),
    "an id": ("id: architect", 'id: "\\u200B"', "unanswered[1].id: must be lower-case words joined by dashes"),
    "an article's name": ("file: bridge.txt", 'file: "\\u200B.txt"', "article.file: has a character that cannot be seen; type it anew"),
    "the end of a name": ("file: bridge.txt", 'file: "a\\0.txt"', "article.file: has a character that cannot be seen; type it anew"),
    "part of an address": ("publisher: ANB", 'url: "https://good\\u200B.example"', "article.url: has a character that cannot be seen"),
}  # fmt: skip


@pytest.mark.parametrize(("written", "instead", "told"), INVISIBLE.values(), ids=INVISIBLE.keys())
def test_what_nobody_can_see_is_refused(tmp_path: Path, written: str, instead: str, told: str) -> None:
    assert KNOWLEDGE.count(written) == 1
    found = faults(write(tmp_path, KNOWLEDGE.replace(written, instead)))
    assert [fault for fault in found if told in fault], found


def test_a_bare_article_whose_name_nobody_can_see_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "\u200b\u200b.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert "its name has no character that can be seen" in faults(path)[0]


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("answer: The mayor opened the new bridge.", f"answer: {'🐸' * 551}", "bridge.yaml:14:5: entries[1].answer"),
        ("note: The article", f"note: {'_' * 550} The article", "bridge.yaml:25:5: unanswered[1].note"),
    ],
    ids=["emoji", "signs of formatting"],
)
def test_a_text_that_takes_too_much_of_a_message_is_a_fault(tmp_path: Path, written: str, instead: str, told: str) -> None:
    [fault] = faults(write(tmp_path, KNOWLEDGE.replace(written, instead)))
    assert f"{told}: takes more than 1100 characters of a Discord message" in fault


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    broken = KNOWLEDGE.replace("cost €6 million", "cost €7 million").replace("id: architect", "id: opened-by")
    assert len(faults(write(tmp_path, broken))) == 2


def test_words_that_yaml_would_take_for_booleans_dates_and_numbers_stay_text(tmp_path: Path) -> None:
    written = KNOWLEDGE.replace("[name of the architect,", "[no, yes, 2021-12-15, 12:30, 010, ~,")
    [knowledge] = load(write(tmp_path, written))
    assert knowledge.entries[-1].phrasings[:6] == ("no", "yes", "2021-12-15", "12:30", "010", "~")


def test_quotes_dashes_and_spaces_may_be_typed_plainly_but_the_article_is_quoted(tmp_path: Path) -> None:
    article = ARTICLE.replace("It “will last”", "It\u00a0“will\u2002last”")
    written = KNOWLEDGE.replace("passages: [The old bridge fell in 2018.]", "passages: ['It \"will last\", she said.']")
    [knowledge] = load(write(tmp_path, written, article))
    [passage] = knowledge.entries[1].passages
    assert passage.quote == "It\u00a0“will\u2002last”, she said."
    assert article[passage.start : passage.end] == passage.quote
    assert passage.prefix.endswith("million. ")
    assert passage.paragraph == 1


def test_a_repeated_quote_is_told_apart_by_what_stands_around_it(tmp_path: Path) -> None:
    written = KNOWLEDGE.replace("[The old bridge fell in 2018.]", "[{quote: The bridge is new., prefix: Nobody was hurt.}]")
    [knowledge] = load(write(tmp_path, written))
    assert knowledge.entries[1].passages[0].start == ARTICLE.index("The bridge is new.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"", "the file is empty"),
        (b"\n \n", "the file is empty"),
        (b"# nothing\n", "the file is empty"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"a: \x07\n", "this is not YAML"),
        ("schema: 1\n- ü\n".encode("latin-1"), "bridge.yaml:2: not UTF-8"),
    ],
)
def test_a_file_that_is_no_knowledge_is_one_clear_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = write(tmp_path)
    path.write_bytes(content)
    [fault] = faults(path)
    assert told in fault


@pytest.mark.parametrize(
    ("content", "told"), [(b"\xff\xfe", "not UTF-8"), (b"", "empty"), (b"x" * 5_000_001, "larger than 5 MB")]
)
def test_an_article_that_cannot_be_read_is_one_clear_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = write(tmp_path)
    (tmp_path / "bridge.txt").write_bytes(content)
    [fault] = faults(path)
    assert fault.startswith("bridge.txt")
    assert told in fault


def test_a_path_that_holds_no_knowledge_is_one_clear_line(tmp_path: Path) -> None:
    assert "there is no such file or folder" in faults(tmp_path / "nowhere")[0]
    assert "no knowledge file (*.yaml) and no article (*.txt) in this folder" in faults(tmp_path)[0]
    write(tmp_path).rename(tmp_path / "bridge.yam")
    assert "not a knowledge file" in faults(tmp_path / "bridge.yam")[0]


def test_a_symbolic_link_that_leads_in_a_circle_is_one_clear_line(tmp_path: Path) -> None:
    for name in ("bridge.yaml", "bridge"):
        (tmp_path / name).symlink_to(tmp_path / name)
        [fault] = faults(tmp_path / name)
        assert "leads to no file" in fault
        (tmp_path / name).unlink()


def test_an_id_in_two_files_about_one_article_is_a_fault(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "second.yaml").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    assert "the id “opened-by” is also in" in faults(tmp_path)[0]


BARE_FAULTS = {
    "PDF": (b"%PDF-1.7 \x00", "not UTF-8 text but a PDF"),
    "Word document": (b"PK\x03\x04\x00", "not UTF-8 text but a zipped file, such as a Word document"),
    "binary": (b"abc\x00def", "not a text: it holds a NUL character"),
    "UTF-16": ("The bridge.".encode("utf-16"), "not UTF-8 text but UTF-16"),
    "HTML": (b"<html>\n<body><p>The bridge fell.</p></body>", "article.txt:1: this is HTML (<html>)"),
    "no sentence": (b"One\nTwo three\n\n12.50\n", "no sentence in this file"),
    "empty but for a mark": (b"\xef\xbb\xbf\r\n", "the file is empty"),
}


@pytest.mark.parametrize(("content", "told"), BARE_FAULTS.values(), ids=BARE_FAULTS.keys())
def test_a_text_file_that_is_no_article_is_one_clear_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    [fault] = faults(path)
    assert told in fault


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("\ufeffA heading\r\n\r\nThe bridge fell. Nobody was hurt.\r\n".encode())
    [knowledge] = load(path)
    article = knowledge.article
    assert [article.text[s.start : s.end] for s in article.citable()] == ["The bridge fell.", "Nobody was hurt."]
    assert [article.text[s.start : s.end] for s in article.sentences if s.caption] == ["A heading"]
