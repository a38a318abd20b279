"""When the article changes: what became of each passage, and what is taken over."""

from pathlib import Path

import pytest

from bot.curation import lines, standing_lines
from bot.curation.check import check
from bot.curation.check.revision import Revision
from bot.curation.edit import Update, work_out
from bot.errors import KnowledgeError, OutputError
from bot.knowledge import load, read_manuscript, sha256
from tests import ferry
from tests.command_line import onrecord
from tests.ferry import ARTICLE, KNOWLEDGE, checked, write


def revised(folder: Path, article: str, knowledge: str = KNOWLEDGE) -> Update:
    """Work out a new revision that lies beside the pinned article."""
    path = write(folder, knowledge)
    (folder / "revised.txt").write_text(article, encoding="utf-8", newline="")
    found = work_out(folder / "revised.txt", path, folder, folder / "cache")
    assert found is not None
    return found


def states(update: Update) -> dict[str, str]:
    return {standing.entry: standing.state for standing in update.standings}


def test_passages_stand_move_change_and_vanish(tmp_path: Path) -> None:
    article = ARTICLE.replace("Boats to Almada", "From May on, boats will run. Boats to Almada").replace("in 2016", "in 2017")
    update = revised(tmp_path, article.replace("The terminal runs on solar power alone.", "It is heated by the river."))
    assert states(update) == {
        "terminal-cost": "stands", "old-pier": "changed", "how-often": "moved", "ticket-price": "moved", "rain": "moved", "solar-power": "vanished",
    }  # fmt: skip
    changed = next(standing for standing in update.standings if standing.state == "changed")
    assert (changed.quote, changed.now) == (
        "It replaces a pier that burned down in 2016.",
        "It replaces a pier that burned down in 2017.",
    )
    told = list(standing_lines(update.standings))
    assert "    it has “2016.” where the article has “2017.”" in told
    assert told[-4:] == [
        "1 of 6 passages stand where they stood", "3 of 6 passages moved, and are taken over",
        "1 of 6 passages changed: mend them by hand", "1 of 6 passages vanished: mend or remove them by hand",
    ]  # fmt: skip


def test_what_only_moved_is_taken_over_and_nothing_else_is_touched(tmp_path: Path) -> None:
    article = "A correction was made. " + ARTICLE
    update = revised(tmp_path, article)
    assert update.open == ()
    update.write()
    assert (tmp_path / "ferry.txt").read_text(encoding="utf-8") == article
    written = (tmp_path / "ferry.yaml").read_text(encoding="utf-8")
    assert written == KNOWLEDGE.replace(sha256(ARTICLE.encode()), sha256(article.encode()))
    [knowledge] = load(tmp_path / "ferry.yaml")
    assert knowledge.entries[0].passages[0].start == article.index("The port authority opened")


def test_a_quote_that_is_now_there_twice_is_told_apart_by_what_stands_before_it(tmp_path: Path) -> None:
    article = "Children travel free. The terminal runs on solar power alone.\n\n" + ARTICLE
    update = revised(tmp_path, article)
    assert states(update)["solar-power"] == "moved"
    update.write()
    [passage] = load(tmp_path)[0].entries[-3].passages
    assert passage.start == article.rindex("The terminal runs")


def test_a_prefix_that_changed_is_written_anew(tmp_path: Path) -> None:
    article = ARTICLE + "\nOne more. Children travel free.\n"
    prefixed = KNOWLEDGE.replace("- The terminal runs on solar power alone.", "- {quote: Children travel free., prefix: alone.}")
    prefixed = prefixed.replace("answer: Solar power, and nothing else.", "answer: Children travel free.")
    update = revised(tmp_path, article.replace("alone. Children", "alone, they say. Children"), prefixed)
    assert states(update)["solar-power"] == "moved"
    update.write()
    [passage] = load(tmp_path)[0].entries[5].passages
    assert passage.prefix.endswith("they say. ")


def test_the_file_is_refused_until_what_changed_has_been_mended(tmp_path: Path) -> None:
    update = revised(tmp_path, ARTICLE.replace("in 2016", "in 2017"))
    update.write()
    [fault] = update.faults()
    assert fault.rule == "proof"
    assert "it has “2016.” where the article has “2017.”" in fault.what
    with pytest.raises(KnowledgeError):
        load(tmp_path)
    path = tmp_path / "ferry.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("in 2016", "in 2017"), encoding="utf-8")
    assert load(tmp_path)


def test_a_caption_that_is_gone_keeps_the_file_refused_too(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    path.with_suffix(".txt").write_text(ARTICLE.replace("The new hall", "Inside"), encoding="utf-8", newline="")
    done = onrecord(home, "update", str(path.with_suffix(".txt")), "--knowledge", str(path))
    assert done.returncode == 1
    assert "no line of ferry.txt is the caption “The new hall”" in done.stdout


def test_an_article_changed_in_place_is_compared_with_what_check_has_seen(tmp_path: Path) -> None:
    path, cache = write(tmp_path), tmp_path / "cache"
    unseen = _changed_in_place(path, cache)
    assert {standing.state for standing in unseen.standings} == {"stands"}, "where the passages stood is not known"
    write(tmp_path)
    check(path, cache, len)
    seen = _changed_in_place(path, cache)
    assert {standing.state for standing in seen.standings} == {"moved"}


@pytest.mark.parametrize(
    "damaged", [b"", b"\xff\xfe", b"\0" * 64 + b"Another text.\n"], ids=["empty", "cut short", "another text"]
)
def test_a_kept_article_that_is_damaged_is_passed_over_and_kept_anew(
    tmp_path: Path, damaged: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path, cache = write(tmp_path), tmp_path / "cache"
    check(path, cache, len)
    [kept] = (cache / "articles").iterdir()
    kept.write_bytes(damaged)
    unseen = _changed_in_place(path, cache)
    assert {standing.state for standing in unseen.standings} == {"stands"}, "where the passages stood is not known"
    assert check(path, cache, len).revisions
    assert [record.getMessage().startswith("a kept article is passed over: ") for record in caplog.records] == [True, True]
    write(tmp_path)
    check(path, cache, len)
    assert kept.read_bytes().endswith(ARTICLE.encode())


def _changed_in_place(path: Path, cache: Path) -> Update:
    path.with_suffix(".txt").write_text("New. " + ARTICLE, encoding="utf-8", newline="")
    found = work_out(path.with_suffix(".txt"), None, path.parent, cache)
    assert found is not None
    return found


def test_check_lists_what_became_of_the_passages(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.with_suffix(".txt").write_text(ARTICLE.replace("in 2016", "in 2017"), encoding="utf-8", newline="")
    result = checked(path)
    assert "is not the file that was pinned" in result.faults[0].what
    assert "changed  old-pier" in lines(result)
    assert "5 of 6 passages stand where they stood" in lines(result)


def test_the_same_text_is_nothing_to_take_over(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert work_out(path.with_suffix(".txt"), path, tmp_path, tmp_path) is None


def test_an_article_of_another_name_is_taken_for_none_that_is_not_named(tmp_path: Path) -> None:
    path = write(tmp_path)
    stray = tmp_path / "elsewhere" / "pier.txt"
    stray.parent.mkdir()
    stray.write_text("Another text.\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no knowledge file was found that pins an article of this name"):
        work_out(stray, None, path.parent, tmp_path)
    named = stray.with_name("ferry.txt")
    named.write_text("New. " + ARTICLE, encoding="utf-8", newline="")
    found = work_out(named, None, path.parent, tmp_path)
    assert found is not None
    assert found.manuscript.path == path


def test_update_on_the_command_line_tells_writes_and_exits_1_while_something_is_open(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    new = tmp_path / "new" / "ferry.txt"
    new.parent.mkdir()
    new.write_text(ARTICLE.replace("in 2016", "in 2017"), encoding="utf-8", newline="")
    tried = onrecord(home, "update", str(new), "--knowledge", str(path), "--dry-run")
    assert (tried.returncode, tried.stderr) == (1, "")
    assert path.read_text(encoding="utf-8") == KNOWLEDGE
    done = onrecord(home, "update", str(new), "--knowledge", str(path))
    assert done.returncode == 1
    assert "refused until the above is mended" in done.stdout
    assert onrecord(home, "update", str(new), "--knowledge", str(path)).stdout.endswith("there is nothing to take over\n")


def test_a_knowledge_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    update = revised(tmp_path, "New. " + ARTICLE)
    (tmp_path / "ferry.yaml").chmod(0o444)
    with pytest.raises(OutputError, match="read-only"):
        update.write()
    assert (tmp_path / "ferry.yaml").read_text(encoding="utf-8") == KNOWLEDGE
    assert not list(tmp_path.glob("*.tmp"))


def test_a_sentence_number_is_followed_to_where_its_sentence_moved(tmp_path: Path) -> None:
    numbered = ferry.KNOWLEDGE.replace("- It replaces a pier that burned down in 2016.", "- S2")
    manuscript = read_manuscript(ferry.write(tmp_path, numbered))
    standings = Revision(manuscript, f"Fog came first. {ferry.ARTICLE}", ferry.ARTICLE).standings()
    [pier] = [one for one in standings if one.entry == "old-pier"]
    assert (pier.state, pier.quote) == ("moved", "It replaces a pier that burned down in 2016.")
