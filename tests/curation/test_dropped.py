"""Questions that were dropped for good: kept beside the knowledge file, each once, in order."""

import json
from pathlib import Path

import pytest

from bot.curation.dropped import drop, read_dropped
from bot.errors import KnowledgeError


def test_nothing_was_dropped_where_no_file_is(tmp_path: Path) -> None:
    assert read_dropped(tmp_path / "ferry.yaml") == frozenset()


def test_what_was_dropped_is_kept_sorted_and_once(tmp_path: Path) -> None:
    for text in ("who drew it?", "how deep is it?", "who drew it?"):
        drop(tmp_path / "ferry.yaml", text)
    assert json.loads((tmp_path / "ferry.dropped.json").read_text(encoding="utf-8")) == ["how deep is it?", "who drew it?"]
    assert read_dropped(tmp_path / "ferry.yaml") == {"how deep is it?", "who drew it?"}


@pytest.mark.parametrize("text", ["", "{}", "[1]", "[" * 100_000])
def test_a_file_that_is_no_list_of_texts_is_named_and_stays(tmp_path: Path, text: str) -> None:
    kept = tmp_path / "ferry.dropped.json"
    kept.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="is no list of texts"):
        drop(tmp_path / "ferry.yaml", "who drew it?")
    assert kept.read_text(encoding="utf-8") == text
