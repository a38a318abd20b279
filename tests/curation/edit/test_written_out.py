"""Sentence numbers are written out as quotes whenever a file is written."""

from pathlib import Path

from bot.curation.check import check
from bot.curation.edit import AddWording, edited, save, work_out
from bot.curation.edit.text.written_out import written_out
from bot.knowledge import load, read_manuscript
from tests.ferry import ARTICLE, KNOWLEDGE, write

SOLAR = "      - The terminal runs on solar power alone.\n"
NUMBERED = KNOWLEDGE.replace(SOLAR, "      - S7  # the sun\n")
QUOTED = KNOWLEDGE.replace(SOLAR, f"{SOLAR[:-1]}  # the sun\n")


def test_saving_writes_numbers_out(tmp_path: Path) -> None:
    ferry = read_manuscript(write(tmp_path))
    save(ferry, NUMBERED)
    assert ferry.path.read_text(encoding="utf-8") == QUOTED


def test_what_was_edited_has_quotes_already(tmp_path: Path) -> None:
    numbered = read_manuscript(write(tmp_path, NUMBERED))
    made = edited(numbered, [AddWording("rain", "is it wet")])
    assert made.text.count("S7") == 0
    assert made.text.count("# the sun") == 1
    save(numbered, made.text)
    assert ferry_passage(made.path) == ARTICLE.index("The terminal runs")


def test_a_number_that_cannot_be_meant_stays_and_the_others_are_written_out(tmp_path: Path) -> None:
    two = read_manuscript(write(tmp_path, NUMBERED.replace("- Boats to Almada will leave every 15 minutes.", "- S99")))
    made = written_out(two)
    assert "- S99" in made.text
    assert "- S7" not in made.text


def test_a_sentence_that_stands_twice_is_told_apart(tmp_path: Path) -> None:
    twice = "The terminal runs on solar power alone.\n\n" + ARTICLE
    made = written_out(read_manuscript(write(tmp_path, NUMBERED.replace("S7 ", "S1 "), twice)))
    assert "{quote: The terminal runs on solar power alone., suffix: " in made.text
    made = written_out(read_manuscript(write(tmp_path, NUMBERED.replace("S7 ", "{quote: S8, point: Sun}"), twice)))
    assert "prefix: " in made.text
    assert "point: Sun" in made.text


def test_an_update_writes_out_what_a_number_meant_in_the_old_text(tmp_path: Path) -> None:
    path, cache = write(tmp_path, NUMBERED), tmp_path / "cache"
    check(path, cache, len)
    path.with_suffix(".txt").write_text("New. " + ARTICLE, encoding="utf-8", newline="")
    update = work_out(path.with_suffix(".txt"), path, tmp_path, cache)
    assert update is not None
    update.write()
    assert ferry_passage(path) == len("New. ") + ARTICLE.index("The terminal runs")


def ferry_passage(path: Path) -> int:
    """Return where the passage about solar power starts."""
    [knowledge] = load(path)
    return next(entry for entry in knowledge.entries if entry.id == "solar-power").passages[0].start
