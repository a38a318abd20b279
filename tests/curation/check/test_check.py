"""The check: a fault of every rule is found, named and placed on its line; sound files are clean."""

import json
import re
from pathlib import Path

import pytest

from bot.answering import Answerer
from bot.curation import lines, to_json
from bot.curation.check import RULES, Checked, check
from bot.errors import Fault
from bot.knowledge import sha256
from tests.command_line import onrecord
from tests.ferry import ARTICLE, DATA, KNOWLEDGE, NOTE, SEEDS, Seed, checked, quiet, write
from tests.loopback.process import REPO


def seeded(folder: Path, seed: Seed) -> tuple[Fault, int | None]:
    """Write the files with the fault, check them, and return what was told of it, and the line it belongs on."""
    article = ARTICLE.replace(seed.old, seed.new) if seed.article else ARTICLE
    knowledge = KNOWLEDGE if seed.article else KNOWLEDGE.replace(seed.old, seed.new)
    assert _sound(seed).count(seed.old) == 1
    write(folder, knowledge, article)
    found = [fault for fault in checked(folder).faults if fault.rule == seed.rule and seed.told in fault.what]
    assert len(found) == 1, [str(fault) for fault in checked(folder).faults]
    return found[0], _line(article if found[0].path.suffix == ".txt" else knowledge, seed)


def _line(text: str, seed: Seed) -> int:
    start = (
        text.index(seed.at)
        if seed.at
        else next(n for n, pair in enumerate(zip(text, _sound(seed), strict=False)) if pair[0] != pair[1])
    )
    return text.count("\n", 0, start) + 1


def _sound(seed: Seed) -> str:
    return ARTICLE if seed.article else KNOWLEDGE


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS.keys())
def test_a_seeded_fault_is_found_named_and_placed_on_its_line(tmp_path: Path, seed: Seed) -> None:
    fault, line = seeded(tmp_path, seed)
    assert fault.rule == seed.rule
    assert fault.fix
    if seed.rule != "file":
        assert fault.line == line
        assert fault.column


def test_every_rule_has_a_seeded_fault_and_there_are_forty() -> None:
    assert {seed.rule for seed in SEEDS.values()} == set(RULES)
    assert len(SEEDS) >= 40


def test_no_rule_fires_on_a_sound_file() -> None:
    assert checked(DATA / "ferry.yaml").faults == ()


@pytest.fixture(scope="module")
def shipped(home: Path, answerer: Answerer) -> Checked:
    """The result for the shipped file. (The answerer is asked for so that the index is in the cache.)"""
    assert answerer
    return check(REPO / "knowledge", home / "cache" / "onrecord", quiet)


def test_the_shipped_file_is_clean(shipped: Checked) -> None:
    [counts] = shipped.counts
    assert shipped.faults == ()
    assert counts.covered[0] == counts.covered[1]
    assert counts.regression[0] == counts.regression[1]
    assert counts.found[0] >= 0.85 * counts.found[1]
    assert all(collision.explained for collision in shipped.collisions)


def test_all_faults_are_told_at_once_and_in_the_order_of_the_rules(tmp_path: Path) -> None:
    broken = KNOWLEDGE.replace("which cost €12", "which cost €13").replace(
        "€1.40, as before.\n    pass", "€1.50, as before.\n    pass"
    )
    broken = broken.replace("  skipped: [Children travel free.]\n", "")
    found = checked(write(tmp_path, broken)).faults
    assert [fault.rule for fault in found] == ["proof", "support", "coverage", "coverage"]
    assert [fault.severity for fault in found] == ["error", "warning", "warning", "warning"]


def test_a_reason_explains_a_collision_in_either_entry(tmp_path: Path) -> None:
    competing = KNOWLEDGE.replace("      - how is the terminal powered", "      - who designed the ferry terminal")
    explained = competing.replace(NOTE, "    near:\n      solar-power: a reader may ask both at once\n" + NOTE)
    [collision] = checked(write(tmp_path, explained)).collisions
    assert collision.explained == "a reader may ask both at once"
    assert collision.margin < 0
    assert checked(tmp_path).faults == ()


def test_drafts_are_no_part_of_what_is_answered(tmp_path: Path) -> None:
    drafted = KNOWLEDGE.replace("    answer:", "    draft: true\n    answer:").replace("    note:", "    draft: true\n    note:")
    result = checked(write(tmp_path, drafted))
    assert result.corpora == ()
    [fault] = result.faults
    assert fault.rule == "draft", "the sentences that only drafts cite are no news of their own"
    assert "8 drafts wait for approval" in fault.what
    assert result.counts[0].drafts == 8
    assert result.counts[0].covered[0] == 0


def second(folder: Path, article: str, question: str) -> Path:
    """Write a second knowledge file with one entry, about an article that is there."""
    path = folder / "second.yaml"
    path.write_text(
        f'schema: 1\narticle: {{file: {article}, sha256: "{sha256((folder / article).read_bytes())}"}}\nentries:\n'
        f"  - id: drawn-by\n    question: {question}\n    answer: It replaces a pier that burned down in 2016.\n"
        "    passages: [It replaces a pier that burned down in 2016.]\n",
        encoding="utf-8",
    )
    return path


def test_entries_of_two_files_about_one_article_compete_too(tmp_path: Path) -> None:
    write(tmp_path)
    second(tmp_path, "ferry.txt", "Who designed the old terminal?")
    found = [fault for fault in checked(tmp_path).faults if fault.rule == "collisions"]
    assert [fault.path.name for fault in found] == ["ferry.yaml"]
    assert "of architect (unanswered), asked in slightly other words, is answered with drawn-by" in found[0].what


def test_articles_are_asked_alone_and_a_wording_that_two_share_is_named_on_its_line(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "pier.txt").write_text("It replaces a pier that burned down in 2016.\n", encoding="utf-8")
    other = second(tmp_path, "pier.txt", "How much did the new terminal cost?")
    result = checked(tmp_path)
    assert [corpus.manuscripts[0].path.name for corpus in result.corpora] == ["ferry.yaml", "second.yaml"]
    assert not result.count("error"), "each wording gets its own entry from its own article"
    [fault] = [fault for fault in result.faults if fault.rule == "collisions"]
    assert (fault.path, fault.line, fault.severity) == (other, 5, "warning")
    line = KNOWLEDGE[: KNOWLEDGE.index("How much did the new terminal cost?")].count("\n") + 1
    assert f"is also a wording of another article ({path}:{line}:" in fault.what


def test_a_bare_article_has_nothing_to_check(tmp_path: Path) -> None:
    (tmp_path / "pier.txt").write_text("The old pier burned down in 2016.\n", encoding="utf-8")
    result = checked(tmp_path)
    assert result.faults == ()
    assert f"{tmp_path / 'pier.txt'}: nobody has curated this article" in next(lines(result))


def test_the_result_as_json_holds_what_the_text_tells(tmp_path: Path) -> None:
    result = checked(write(tmp_path, KNOWLEDGE.replace("which cost €12", "which cost €13")))
    told = json.loads(to_json(result))
    assert [fault["rule"] for fault in told["faults"]] == ["proof", "coverage"]
    assert told["faults"][0]["line"] == result.faults[0].line
    assert (told["errors"], told["warnings"]) == (1, 1)
    assert told["files"][0]["regression"] == {"good": 67, "all": 67}
    assert len(told["files"][0]["entries"]) == 7
    assert "  regression     100.0 % (67 of 67) wordings get their own entry" in lines(result)


def test_a_file_that_cannot_be_read_is_said_to_wait(tmp_path: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("schema: 1", "schema: 2"))
    told = list(lines(checked(tmp_path)))
    assert f"{path}: the other rules wait until this file can be read" in told
    assert told[2] == "1 error, 0 warnings"


def test_exit_codes_are_0_for_clean_1_for_errors_and_for_warnings_when_strict(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("  skipped: [Children travel free.]\n", ""))
    assert onrecord(home, "check", str(path)).returncode == 0
    strict = onrecord(home, "check", "--strict", str(path))
    assert strict.returncode == 1
    assert "ferry.txt:6:41: warning: coverage: no entry cites sentence 8" in strict.stdout
    write(tmp_path, KNOWLEDGE.replace("which cost €12", "which cost €13"))
    broken = onrecord(home, "check", "--json", str(tmp_path))
    assert broken.returncode == 1
    assert json.loads(broken.stdout)["errors"] == 1
    assert broken.stderr == ""


def test_a_few_traps_and_paraphrases_are_asked_beside_the_other_figures(home: Path) -> None:
    done = onrecord(home, "check", "tests/data/ferry.yaml")
    assert re.search(r"probe, of a few: \d+ of \d+ traps are answered, \d+ of \d+ paraphrases missed", done.stdout)
    [found] = json.loads(onrecord(home, "check", "--json", "tests/data/ferry.yaml").stdout)["probes"]
    assert found["traps"]["asked"] > 0
    assert found["paraphrases"]["asked"] > 0
