"""Changes to a knowledge file leave every other character alone."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.curation.edit.text.yaml import rewritten
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
    draft: true  # for now
    answer: >
      Folded
      text.
    passages:
      - plain words here
      - {quote: a, prefix: b}

  # ---- a heading

  # the second
  # in two lines
  - id: second
    phrasings: [
      one,  # as they say
      two
    ]
    answer: "It is."  # yes

unanswered: []
"""


def meant(text: str = TEXT) -> Any:
    """Return what the text says, to be changed."""
    return deepcopy(parse_yaml(text).value)


def test_a_value_is_changed_in_place_with_its_quotes_and_nothing_else() -> None:
    wanted = meant()
    wanted["article"]["sha256"] = "d'ef"
    wanted["entries"][0]["passages"][0] = {"quote": "x", "prefix": "y, z"}
    made = rewritten(FILE, TEXT, wanted)
    assert made == TEXT.replace("'abc'", "'d''ef'").replace("plain words here", "{quote: x, prefix: 'y, z'}")


def test_a_folded_text_is_changed_whole() -> None:
    wanted = meant()
    wanted["entries"][0]["answer"] = "New: yes."
    assert rewritten(FILE, TEXT, wanted) == TEXT.replace(">\n      Folded\n      text.", "'New: yes.'")


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    wanted = meant()
    wanted["article"]["sha256"] = "def"
    assert rewritten(FILE, text, wanted) == text.replace("'abc'", "'def'")
    wanted["entries"].append({"id": "third", "passages": ["é", "one\r\ntwo"]})
    added = rewritten(FILE, text, wanted)
    assert added.replace("\r\n", "").count("\n") == 0
    assert added.startswith("\ufeff# a comment")


def test_a_list_grows_in_the_way_in_which_it_is_written() -> None:
    wanted = meant()
    wanted["entries"][0]["passages"].append("last: one")
    wanted["entries"][1]["phrasings"].append("a, b")
    wanted["article"]["captions"].append("Three")
    made = rewritten(FILE, TEXT, wanted)
    assert made == TEXT.replace("prefix: b}\n", "prefix: b}\n      - 'last: one'\n").replace("two\n", "two, 'a, b'\n").replace(
        '"Two"]', '"Two", Three]'
    )


def test_a_field_is_begun_behind_the_one_before_it() -> None:
    wanted = meant()
    second = wanted["entries"][1]
    wanted["entries"][1] = {"id": "second", "phrasings": second["phrasings"], "near": {"first": "why"}, "answer": "It is."}
    assert rewritten(FILE, TEXT, wanted) == TEXT.replace("    ]\n", "    ]\n    near:\n      first: why\n")


def test_a_field_is_removed_with_its_line() -> None:
    wanted = meant()
    del wanted["entries"][0]["draft"]
    assert rewritten(FILE, TEXT, wanted) == TEXT.replace("    draft: true  # for now\n", "")
    del wanted["entries"][0]["passages"]
    assert "passages" not in rewritten(FILE, TEXT, wanted)


def test_a_field_behind_a_dash_is_removed_and_the_next_drawn_up_to_it() -> None:
    text = "entries:\n  - draft: true  # yes\n    id: a\n    x: b\n"
    assert rewritten(FILE, text, {"entries": [{"id": "a", "x": "b"}]}) == "entries:\n  - id: a\n    x: b\n"


def test_an_entry_is_removed_with_the_comment_right_above_it() -> None:
    wanted = meant()
    first, second = wanted["entries"]
    cut = TEXT[TEXT.index("\n  # the second") : TEXT.index("\nunanswered")]
    assert rewritten(FILE, TEXT, wanted | {"entries": [first]}) == TEXT.replace(cut, "")
    cut = TEXT[TEXT.index("  # the first") : TEXT.index("  # ---- a heading")]
    assert rewritten(FILE, TEXT, wanted | {"entries": [second]}) == TEXT.replace(cut, "")
    assert "entries: []\n" in rewritten(FILE, "entries:\n  - id: a\n\nx: b\n", {"entries": [], "x": "b"})


def test_a_comment_within_the_entry_above_stays() -> None:
    text = "entries:\n  - id: a\n    x: |\n      b\n      # no comment\n    # of a\n  # of b\n  - id: b\n"
    made = rewritten(FILE, text, {"entries": [{"id": "a", "x": "b\n# no comment\n"}]})
    assert made == text[: text.index("  # of b")]


def test_several_changes_at_one_place_keep_their_order() -> None:
    wanted = meant()
    wanted["entries"][1] |= {"note": "n", "passages": ["p", "q"]}
    wanted["entries"] += [{"id": "third"}, {"id": "fourth"}]
    wanted["unanswered"] = [{"id": "new"}]
    after = '    answer: "It is."  # yes\n'
    added = "    note: n\n    passages:\n      - p\n      - q\n\n  - id: third\n\n  - id: fourth\n"
    assert rewritten(FILE, TEXT, wanted) == TEXT.replace(after, after + added).replace(" []", "\n  - id: new")


def test_a_missing_section_is_begun_where_it_is_looked_for() -> None:
    wanted: dict[str, Any] = {"schema": "1", "synonyms": {"car": ["auto", "automobile"]}, "entries": ["a"]}
    made = rewritten(FILE, "schema: 1\n\nentries:\n  - a\n", wanted)
    assert made == "schema: 1\n\nsynonyms:\n  car: [auto, automobile]\n\nentries:\n  - a\n"
    assert rewritten(FILE, made, wanted | {"synonyms": {"car": ["auto", "automobile", "x"], "man": ["y"]}}) == made.replace(
        "mobile]\n", "mobile, x]\n  man: [y]\n"
    )


def test_a_file_without_a_last_line_end_is_gone_on_with() -> None:
    assert rewritten(FILE, "entries:\n  - id: a", {"entries": [{"id": "a", "x": ["b"]}]}) == (
        "entries:\n  - id: a\n    x:\n      - b"
    )


def test_a_file_in_brackets_is_changed_within_them() -> None:
    text = 'entries: [{"id": "a", "phrasings": ["x"]}, {id: b}]  # JSON\n'
    wanted = meant(text)
    wanted["entries"][0] |= {"phrasings": ["x", "y: z"], "draft": "true"}
    wanted["entries"].append({"id": "c"})
    assert rewritten(FILE, text, wanted) == (
        'entries: [{"id": "a", "phrasings": ["x", \'y: z\'], draft: true}, {id: b}, {id: c}]  # JSON\n'
    )


def test_an_empty_value_is_written() -> None:
    assert rewritten(FILE, "a:\nb: c\n", {"a": "x", "b": "c"}) == "a: x\nb: c\n"
    assert rewritten(FILE, "a:\nb: c\n", {"a": ["x"], "b": "c"}) == "a:\n  - x\nb: c\n"


def test_what_cannot_be_changed_in_place_is_left_to_a_person() -> None:
    with pytest.raises(OutputError, match=r"some\.yaml: cannot be changed without touching more than was meant"):
        rewritten(FILE, "a: b\nc: d\n", {"e": "\ud800"})


SIGNS = st.sampled_from(["#", ": ", "- ", "{{", "}", "]", "[", "&a", "*a", "!!", "%", "|", ">", "'", '"', "\n", "\r\n", "\t", "\\", "🐸", "\u200b", "\u2028", "\x85", "<b>", "?", "@", "`", ",", "---", "...", "~", "null", "no", "1e3", "é", " ", "ok"])  # fmt: skip
HOSTILE = st.lists(SIGNS | st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), max_size=9), max_size=9)  # fmt: skip
ANY_TEXT = HOSTILE.map("".join)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, st.sampled_from(["", "\ufeff"]), st.sampled_from(["\n", "\r\n"]))
def test_any_text_can_be_written_anywhere_and_is_read_back(written: str, mark: str, newline: str) -> None:
    text = mark + TEXT.replace("\n", newline)
    wanted = meant()
    wanted["article"]["sha256"] = written
    wanted["article"]["captions"] += [written]
    wanted["entries"][0] |= {"answer": written, "note": written}
    wanted["entries"][0]["passages"] += [written, {"quote": written}]
    wanted["entries"][1]["phrasings"] = ["one", "two", written]
    wanted["entries"].append({"id": "third", "answer": written})
    wanted["synonyms"] = {written: [written, "x"]}
    try:
        made = rewritten(FILE, text, wanted)
    except OutputError:
        assert any(ord(sign) in (0xFFFE, 0xFFFF) or len(written) > 900 for sign in written)
        return
    assert parse_yaml(made).value == wanted
