"""Edits to a knowledge file: proven before they are saved, and nobody's work is overwritten."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.curation.edit import (
    AddEntry,
    AddSynonym,
    AddWording,
    ChangedMeanwhileError,
    Edit,
    Proposal,
    RemoveEntry,
    SetArticle,
    SetField,
    edited,
    save,
)
from bot.errors import KnowledgeError, OutputError
from bot.knowledge import Manuscript, load, read_manuscript
from tests.ferry import KNOWLEDGE, write

FREE = Proposal("Who travels free?", "Children travel free.", "", ("Children travel free.",), ("do children pay",), "", "", ())


def entry(manuscript: Manuscript, id_: str) -> Any:
    return manuscript.written[id_][1]


def test_a_wording_is_added_behind_the_others_and_nothing_else_is_touched(ferry: Manuscript) -> None:
    made = edited(ferry, [AddWording("terminal-cost", " what was the bill: in euros? ")])
    last = "      - what was spent on the new building\n"
    assert made.text == KNOWLEDGE.replace(last, f"{last}      - 'what was the bill: in euros?'\n")


def test_the_first_wording_answered_with_no_begins_its_list_behind_the_phrasings(ferry: Manuscript) -> None:
    made = edited(ferry, [AddWording("terminal-cost", "was it free", "answered_no")])
    assert "      - what was spent on the new building\n    answered_no:\n      - was it free\n    answer: The" in made.text
    assert entry(made, "terminal-cost").answered_no == ("was it free",)


def test_a_wording_that_an_entry_holds_already_is_refused_with_the_entry_named(ferry: Manuscript) -> None:
    with pytest.raises(KnowledgeError, match=r"“Price of the TERMINAL\?” in rain is already on line \d+ in terminal-cost"):
        edited(ferry, [AddWording("rain", "Price of the TERMINAL?")])
    with pytest.raises(KnowledgeError, match="in rain is already on line"):
        edited(ferry, [AddWording("rain", "is it dry"), AddWording("rain", "Is it dry?")])


def test_edits_are_made_one_after_the_other(ferry: Manuscript) -> None:
    made = edited(
        ferry,
        [
            AddEntry(FREE, draft=True),
            AddWording("travels-free", "is it free for kids"),
            SetField("travels-free", "draft", None),
            RemoveEntry("rain"),
            AddSynonym("child", ("kid", "kids")),
            AddSynonym("ferry", ("vessel",)),
            SetField("old-pier", "topic", "The old pier"),
        ],
    )
    assert entry(made, "travels-free").phrasings == ("do children pay", "is it free for kids")
    assert [one.id for one in made.knowledge.entries if one.id in ("travels-free", "rain")] == ["travels-free"]
    assert "  ferry: [boat, boats, ship, vessel]\n  child: [kid, kids]\n" in made.text
    assert entry(made, "old-pier").topic == "The old pier"


def test_a_draft_is_marked_and_its_mark_removed(ferry: Manuscript) -> None:
    drafted = edited(ferry, [AddEntry(FREE, draft=True)])
    assert "  - id: travels-free\n    draft: true\n    question:" in drafted.text
    assert [one.id for one in drafted.knowledge.drafts] == ["travels-free"]
    assert edited(drafted, [SetField("travels-free", "draft", None)]).text == edited(ferry, [AddEntry(FREE)]).text


def test_captions_are_set_and_one_that_an_answer_stands_on_is_refused(ferry: Manuscript) -> None:
    made = edited(ferry, [SetArticle("captions", ("The new hall", "Children travel free."))])
    assert "captions: [The new hall, Children travel free.]" in made.text
    assert "captions" not in edited(ferry, [SetArticle("captions", ())]).text
    with pytest.raises(KnowledgeError, match="stands in a caption, which is never cited"):
        edited(ferry, [SetArticle("captions", (ferry.knowledge.article.text.splitlines()[-1],))])


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (AddWording("rian", "x"), "no entry is called “rian”; did you mean rain?"),
        (RemoveEntry("a\nb"), "no entry is called “a b”; name it by its id"),
        (AddWording("rain", "\u200b"), "has no character that can be seen"),
        (AddWording("rain", " "), "is empty"),
        (AddWording("rain", "x" * 5000), "is longer than 1000 characters"),
        (AddWording("rain", "half \ud800"), "cannot be changed"),
        (SetField("rain", "colour", "red"), "is not a field of a knowledge file"),
        (SetField("rain", "draft", "maybe"), "must be true or false"),
        (AddWording("architect", "did he", "answered_no"), "is not a field of a knowledge file"),
        (AddEntry(Proposal("Who pays?", "All.", "", ("Dogs pay half.",), (), "", "", ())), "is not in the article"),
        (AddEntry(Proposal("Who pays?", "", "Nobody says.", (), (), "", "rain", ())), "the id “rain” is already taken"),
        (AddSynonym("ferry", ("boat", "ferry")), "has these synonyms already"),
        (SetArticle("captions", ("No line.",)), "no line of ferry.txt is the caption"),
    ],
)
def test_an_edit_that_cannot_be_meant_is_refused_in_one_line(ferry: Manuscript, edit: Edit, told: str) -> None:
    with pytest.raises((KnowledgeError, OutputError)) as refused:
        edited(ferry, [edit])
    assert told in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_file_with_faults_can_be_mended_and_gets_no_new_ones(tmp_path: Path) -> None:
    faulty = read_manuscript(write(tmp_path, KNOWLEDGE.replace('which cost €12 million."', 'which cost €13 million."')))
    assert len(edited(faulty, [AddWording("rain", "is it wet")]).faults) == 1
    mended = edited(faulty, [SetField("terminal-cost", "passages", ["The port authority opened the new ferry terminal"])])
    assert not mended.faults


def test_what_is_saved_is_what_was_edited(ferry: Manuscript) -> None:
    made = edited(ferry, [AddEntry(FREE)])
    save(ferry, made.text)
    assert ferry.path.read_bytes().decode() == made.text
    assert load(ferry.path)[0].digest == made.knowledge.digest


def test_a_file_that_was_changed_or_removed_meanwhile_is_not_overwritten(ferry: Manuscript) -> None:
    made = edited(ferry, [AddEntry(FREE)])
    ferry.path.write_text(KNOWLEDGE + "# mine\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhileError, match="the file was changed meanwhile, and nothing was written"):
        save(ferry, made.text)
    assert ferry.path.read_text(encoding="utf-8") == KNOWLEDGE + "# mine\n"
    ferry.path.unlink()
    with pytest.raises(ChangedMeanwhileError):
        save(ferry, made.text)
    assert not ferry.path.exists()


def test_of_curators_who_save_at_once_one_is_served_and_the_others_are_told(ferry: Manuscript) -> None:
    texts = [edited(ferry, [AddWording("rain", f"is it wet {number}")]).text for number in range(8)]

    def saved(text: str) -> str:
        try:
            save(ferry, text)
        except ChangedMeanwhileError:
            return ""
        return text

    with ThreadPoolExecutor(8) as pool:
        served = [text for text in pool.map(saved, texts) if text]
    assert [ferry.path.read_text(encoding="utf-8")] == served


def test_a_text_that_is_no_knowledge_file_is_not_saved(ferry: Manuscript) -> None:
    with pytest.raises(KnowledgeError, match="this is not YAML"):
        save(ferry, KNOWLEDGE + "  - [")
    assert ferry.path.read_text(encoding="utf-8") == KNOWLEDGE


def lines_in_order(lines: Iterable[str], text: str) -> bool:
    """Say whether lines stand in a text in this order, whatever is between them."""
    rest = iter(text.splitlines(keepends=True))
    return all(line in rest for line in lines)


def edited_unless_refused(manuscript: Manuscript, edits: list[Edit]) -> Manuscript | None:
    """Return the file with the edits, or nothing where they cannot be meant, such as the same wording twice."""
    with suppress(KnowledgeError, OutputError):
        return edited(manuscript, edits)
    return None


SIGNS = ["#", ": ", "- ", "{{ x }}", "[", "&a", "!!", "%", "|", "'", '"', "\n", "\r\n", "\t", "\\", "🐸", "\u200b", "\u2028", "<b>", "?", "no", "é", " ", "</script>"]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(SIGNS) | st.text(max_size=8), min_size=1, max_size=8).map("".join)
ADDITIONS: st.SearchStrategy[Edit] = (
    st.builds(AddWording, st.sampled_from(["terminal-cost", "rain", "old-pier"]), HOSTILE, st.sampled_from(["phrasings", "answered_yes"]))
    | st.builds(AddSynonym, HOSTILE, st.tuples(HOSTILE))
    | st.builds(lambda text, id_: AddEntry(Proposal("Why?" + text, "", text, (), (text,), "", id_, ())), HOSTILE, st.sampled_from(["x", "y"]))
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(edits=st.lists(ADDITIONS, min_size=1, max_size=4), newline=st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_added_is_read_back_as_it_was_given_and_every_line_stays(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Edit], newline: str
) -> None:
    path = write(tmp_path_factory.getbasetemp())
    ferry = read_manuscript(path, KNOWLEDGE.replace("\n", newline))
    made = edited_unless_refused(ferry, edits)
    if not made:
        return
    assert lines_in_order(ferry.text.splitlines(keepends=True), made.text)
    value: Any = made.document.value
    written = {one["id"]: one for one in value["entries"] + value["unanswered"]}
    for edit in edits:
        match edit:
            case AddWording(id_, wording, field):
                assert wording.strip() in written[id_][field]
            case AddSynonym(word, (other,)):
                assert word.strip() == other.strip() or other.strip() in value["synonyms"][word.strip()]
            case AddEntry(proposal):
                assert written[proposal.id]["note"] == proposal.note
