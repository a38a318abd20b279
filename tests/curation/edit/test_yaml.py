"""Changes to a knowledge file leave every other character alone."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.curation.edit.yaml import Change, appended, changed
from bot.errors import OutputError
from bot.knowledge import parse_yaml

FILE = Path("some.yaml")
TEXT = """# a comment
schema: 1   # one
article:
  sha256: 'abc'
  captions: [One, "Two"]

entries:
  # the first
  - id: first
    answer: >
      Folded
      text.
    passages:
      - plain words here
      - {quote: a, prefix: b}
  - id: second
    answer: "It is."  # yes

unanswered: []
"""


def test_a_value_is_changed_in_place_and_nothing_else() -> None:
    made = changed(
        FILE, TEXT, [Change(("article", "sha256"), "def"), Change(("entries", 0, "passages", 0), {"quote": "x", "prefix": "y"})]
    )
    assert made == TEXT.replace("'abc'", '"def"').replace("plain words here", '{quote: "x", prefix: "y"}')


def test_a_folded_text_is_changed_whole() -> None:
    made = changed(FILE, TEXT, [Change(("entries", 0, "answer"), "New.")])
    assert made == TEXT.replace(">\n      Folded\n      text.", '"New."')


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    assert changed(FILE, text, [Change(("article", "sha256"), "def")]) == text.replace("'abc'", '"def"')
    added = appended(FILE, text, "entries", {"id": "third"})
    assert added.replace("\r\n", "").count("\n") == 0
    assert added.startswith("\ufeff# a comment")


def test_an_entry_is_added_after_the_last_one_and_its_comment() -> None:
    made = appended(FILE, TEXT, "entries", {"id": "third", "phrasings": ["no", "a: b"]})
    after = '    answer: "It is."  # yes\n'
    assert made == TEXT.replace(after, f"{after}\n  - id: third\n    phrasings:\n      - 'no'\n      - 'a: b'\n")


def test_an_empty_or_missing_section_is_begun() -> None:
    assert appended(FILE, TEXT, "unanswered", {"id": "new"}).endswith("unanswered:\n  - id: new\n")
    without = TEXT.replace("\nunanswered: []\n", "")
    assert appended(FILE, without, "unanswered", {"id": "new"}) == without.rstrip() + "\n\nunanswered:\n  - id: new\n"


def test_a_section_in_brackets_is_left_to_a_person() -> None:
    with pytest.raises(OutputError, match="written in brackets"):
        appended(FILE, "entries: [{id: a}]\n", "entries", {"id": "b"})


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x7f\ufeff\ufffe\uffff"), min_size=1, max_size=60
    )
)
def test_any_text_can_be_written_and_is_read_back(text: str) -> None:
    assert parse_yaml(changed(FILE, TEXT, [Change(("article", "sha256"), text)])).value["article"]["sha256"] == text  # type: ignore[call-overload, index]
    added = parse_yaml(appended(FILE, TEXT, "entries", {"id": "third", "answer": text})).value
    assert added["entries"][-1] == {"id": "third", "answer": text}  # type: ignore[call-overload, index]
