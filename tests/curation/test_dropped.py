"""Questions that were dropped for good: known again beside the knowledge file, without their words."""

import json
from pathlib import Path

import pytest

from bot.curation.dropped import Dropped, drop, read_dropped
from bot.errors import KnowledgeError

ASKED = "Did Mr Kos pay for it?"


def test_nothing_was_dropped_where_no_file_is(tmp_path: Path) -> None:
    assert not read_dropped(tmp_path / "ferry.yaml").has("who drew it?")


def test_what_was_dropped_is_kept_sorted_and_once(tmp_path: Path) -> None:
    for text in ("who drew it?", "how deep is it?", "Who drew it"):
        drop(tmp_path / "ferry.yaml", text)
    kept = json.loads((tmp_path / "ferry.dropped.json").read_text(encoding="utf-8"))
    assert len(kept) == 2
    assert kept == sorted(kept)


@pytest.mark.parametrize(("typed", "known"), [(ASKED, True), ("did mr kos PAY for it", True), ("did mr kos pay", False)])
def test_what_was_dropped_is_known_however_it_is_typed(tmp_path: Path, typed: str, known: bool) -> None:
    drop(tmp_path / "ferry.yaml", ASKED)
    assert read_dropped(tmp_path / "ferry.yaml").has(typed) is known


def test_no_word_of_a_dropped_question_is_written_down(tmp_path: Path) -> None:
    drop(tmp_path / "ferry.yaml", ASKED)
    written = (tmp_path / "ferry.dropped.json").read_text(encoding="utf-8").lower()
    assert not [word for word in ("kos", "pay", "did") if word in written]


def test_texts_without_a_word_are_told_apart_by_their_characters() -> None:
    dropped = Dropped.of(["???"])
    assert (dropped.has("???"), dropped.has("!!!")) == (True, False)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '["who drew it?"]', "[" * 100_000])
def test_a_file_that_is_no_list_of_hashes_is_named_and_stays(tmp_path: Path, text: str) -> None:
    kept = tmp_path / "ferry.dropped.json"
    kept.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="is no list of hashes"):
        drop(tmp_path / "ferry.yaml", "who drew it?")
    assert kept.read_text(encoding="utf-8") == text
