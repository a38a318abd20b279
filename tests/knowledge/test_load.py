"""Which files of a folder are loaded, and what is served where some of them cannot be."""

import shutil
from pathlib import Path

import pytest

from bot.errors import KnowledgeError
from bot.knowledge import load, load_all
from tests.ferry import KNOWLEDGE as FERRY
from tests.ferry import write as write_ferry
from tests.knowledge_files import ARTICLE, KNOWLEDGE, write


def names(folder: Path) -> list[str]:
    return [knowledge.path.name for knowledge in load(folder)]


def test_a_knowledge_file_may_end_in_yml(tmp_path: Path) -> None:
    path = write(tmp_path).rename(tmp_path / "bridge.yml")
    assert [knowledge.path for knowledge in load(tmp_path)] == [path]
    assert load(path)[0].entries


def test_the_same_knowledge_under_both_endings_is_a_fault(tmp_path: Path) -> None:
    shutil.copy(write(tmp_path), tmp_path / "bridge.yml")
    with pytest.raises(KnowledgeError, match="is also in"):
        load(tmp_path)


@pytest.mark.parametrize("name", [".#bridge.yaml", "._bridge.yaml", "._bridge.yml", "._bridge.txt", ".bridge.yaml"])
def test_hidden_files_of_a_folder_are_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / name).write_bytes(b"\x00\x05\x16\x07")
    assert names(tmp_path) == ["bridge.yaml"]


def test_a_lock_of_an_editor_that_leads_to_no_file_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / ".#bridge.yaml").symlink_to("someone@host.1234")
    assert names(tmp_path) == ["bridge.yaml"]


@pytest.mark.parametrize("name", ["README.txt", "readme.txt", "LICENSE.txt", "Notes.txt", "README.de.txt"])
def test_texts_for_people_are_no_articles(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / name).write_text("This folder holds articles. Write to us.", encoding="utf-8")
    assert names(tmp_path) == ["bridge.yaml"]
    assert len(load(tmp_path / name)) == 1, "it is an article for who names it"


@pytest.mark.parametrize("name", ["notes-from-rome.txt", "nato.txt", "readmes.txt"])
def test_other_texts_are(tmp_path: Path, name: str) -> None:
    write(tmp_path)
    (tmp_path / name).write_text("The mayor wrote notes.", encoding="utf-8")
    assert names(tmp_path) == ["bridge.yaml", name]


def test_a_text_for_people_is_an_article_where_a_knowledge_file_is_about_it(tmp_path: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("file: bridge.txt", "file: NOTES.txt"))
    (tmp_path / "bridge.txt").rename(tmp_path / "NOTES.txt")
    assert load(tmp_path)[0].article.name == "NOTES"
    assert load(tmp_path)[0].path == path


def test_a_name_that_no_file_can_have_is_one_clear_line() -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        load(Path("x" * 300))


BROKEN = {
    "not YAML": b"entries: [",
    "not UTF-8": b"\xff\xfe",
    "a fault of form": b"schema: 1\n",
    "a changed quote": FERRY.replace("which cost", "which costs").encode(),
    "a missing article": FERRY.replace("file: ferry.txt", "file: fairy.txt").encode(),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_with_faults_is_refused_and_the_others_are_served(tmp_path: Path, content: bytes) -> None:
    write(tmp_path)
    broken = write_ferry(tmp_path)
    whole = load_all(tmp_path)
    assert (len(whole.knowledge), whole.faults) == (2, ())
    broken.write_bytes(content)
    library = load_all(tmp_path)
    assert [knowledge.path.name for knowledge in library.knowledge] == ["bridge.yaml"]
    assert library.faults
    assert {fault.path.stem for fault in library.faults} <= {"ferry", "fairy"}
    assert library.knowledge[0].entries == whole.knowledge[0].entries, "its entries are called as before"


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_of_a_file_that_is_refused_what_was_loaded_before_stays(tmp_path: Path, content: bytes) -> None:
    bridge, ferry = write(tmp_path), write_ferry(tmp_path)
    before = load_all(tmp_path).knowledge
    ferry.write_bytes(content)
    bridge.write_text(bridge.read_text(encoding="utf-8").replace("id: architect", "id: designer"), encoding="utf-8")
    library = load_all(tmp_path, before)
    served = {knowledge.path: knowledge for knowledge in library.knowledge}
    assert served[ferry] == next(knowledge for knowledge in before if knowledge.path == ferry)
    assert served[bridge].entries[-1].id == "designer"
    assert library.faults


def test_a_file_that_is_gone_is_no_longer_served(tmp_path: Path) -> None:
    write(tmp_path)
    before = load_all(write_ferry(tmp_path).parent).knowledge
    for name in ("ferry.yaml", "ferry.txt"):
        (tmp_path / name).unlink()
    assert [knowledge.path.name for knowledge in load_all(tmp_path, before).knowledge] == ["bridge.yaml"]


def test_of_several_files_about_one_article_all_are_used_or_none(tmp_path: Path) -> None:
    write_ferry(tmp_path)
    first = write(tmp_path)
    text = first.read_text(encoding="utf-8")
    for id_ in ("opened-by", "old-bridge", "architect"):
        text = text.replace(f"id: {id_}", f"id: more-{id_}")
    (tmp_path / "more.yaml").write_text(text, encoding="utf-8")
    assert len(load_all(tmp_path).knowledge) == 3
    (tmp_path / "more.yaml").write_text(text.replace("cost €6", "cost €7"), encoding="utf-8")
    assert [knowledge.path.name for knowledge in load_all(tmp_path).knowledge] == ["ferry.yaml"]


def test_an_article_beside_a_file_that_cannot_be_read_is_not_taken_for_a_bare_one(tmp_path: Path) -> None:
    write(tmp_path).write_text("entries: [", encoding="utf-8")
    (tmp_path / "other.txt").write_text(ARTICLE, encoding="utf-8")
    assert [knowledge.path.name for knowledge in load_all(tmp_path).knowledge] == ["other.txt"]


def test_a_bare_article_with_faults_is_refused_alone(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\x00")
    library = load_all(tmp_path)
    assert [knowledge.path.name for knowledge in library.knowledge] == ["bridge.yaml"]
    [fault] = library.faults
    assert fault.path.name == "picture.txt"


def test_where_nothing_is_left_every_fault_is_told(tmp_path: Path) -> None:
    write(tmp_path).write_text("entries: [", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="this is not YAML"):
        load_all(tmp_path)
