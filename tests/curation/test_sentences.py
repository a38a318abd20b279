"""The sentences of an article, listed by their numbers."""

import json
from pathlib import Path

from bot.knowledge import load
from tests.command_line import onrecord
from tests.ferry import ARTICLE, KNOWLEDGE, write


def test_sentences_are_listed_with_what_they_are_and_how_often_they_are_cited(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path)
    listed = onrecord(home, "sentences", str(path))
    assert listed.returncode == 0, listed.stderr
    assert "S03 P02 caption  The new hall\n" in listed.stdout
    assert "S07 P03      1×  The terminal runs on solar power alone.\n" in listed.stdout
    assert "S08 P03 skipped  Children travel free.\n" in listed.stdout
    assert onrecord(home, "sentences", str(tmp_path / "ferry.txt")).stdout == listed.stdout


def test_sentences_as_json_are_slices_of_the_article(tmp_path: Path, home: Path) -> None:
    write(tmp_path, KNOWLEDGE.replace("    answer: A ticket", "    draft: true\n    answer: A ticket"))
    objects = [json.loads(line) for line in onrecord(home, "sentences", str(tmp_path), "--json").stdout.splitlines()]
    assert [one["sentence"] for one in objects] == list(range(1, 9))
    assert all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in objects)
    assert objects[6]["answers"] == ["solar-power"]
    assert [one["drafts"] for one in objects if one["drafts"]] == [["ticket-price"]]


def test_a_bare_article_is_listed_and_a_missing_one_is_one_line(tmp_path: Path, home: Path) -> None:
    bare = tmp_path / "pier.txt"
    bare.write_text("A pier burned. \x1b[31mNobody <b>was</b> hurt.\n", encoding="utf-8")
    assert onrecord(home, "sentences", str(bare)).stdout.startswith("S01 P01      0×  A pier burned.\nS02 P01      0×  ")
    assert "\x1b" not in onrecord(home, "sentences", str(bare)).stdout
    missing = onrecord(home, "sentences", str(tmp_path / "no.txt"))
    assert (missing.returncode, len(missing.stderr.splitlines())) == (2, 1)


def test_numbers_are_written_out_and_those_that_cannot_be_meant_are_told(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, KNOWLEDGE.replace("- The terminal runs on solar power alone.", "- S7"))
    done = onrecord(home, "write-out", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, f"{path}: the sentence numbers were written out\n")
    assert path.read_text(encoding="utf-8") == KNOWLEDGE
    assert load(path)
    assert "no passage is written as a sentence number" in onrecord(home, "write-out", str(tmp_path)).stdout
    write(tmp_path, KNOWLEDGE.replace("- The terminal runs on solar power alone.", "- S77"))
    refused = onrecord(home, "write-out", str(path))
    assert refused.returncode == 2
    assert "“S77”: the article has sentences S1 to S8" in refused.stderr
