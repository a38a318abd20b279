"""The check-up of the knowledge, the encoder and the kept index."""

from pathlib import Path

import pytest

from bot.cli.doctor.findings import Finding, told
from bot.cli.doctor.knowledge import check_encoder, check_index, check_knowledge
from bot.settings import read_settings
from tests.ferry import ARTICLE, KNOWLEDGE, write

WORDS_ALONE = read_settings({"ENCODER": "none"})


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = write(tmp_path)
    monkeypatch.setenv("KNOWLEDGE", str(path))
    return path


def test_knowledge_that_is_proven_is_counted(ferry: Path) -> None:
    [finding] = check_knowledge(WORDS_ALONE)
    assert finding.sign == "ok"
    assert f"the knowledge {ferry} is proven: articles 1, entries answered " in finding.what


def test_every_fault_of_the_knowledge_is_a_line(ferry: Path) -> None:
    write(ferry.parent, KNOWLEDGE.replace("€12 million", "€13 million").replace("id: rain", "id: old-pier"))
    findings = list(told(check_knowledge(WORDS_ALONE)))
    assert {finding.sign for finding in findings} == {"wrong"}
    assert all(str(ferry) in finding.text for finding in findings)


def test_an_article_that_nobody_has_curated_is_a_note(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = ferry.with_name("bare.txt")
    bare.write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("KNOWLEDGE", str(bare))
    assert [finding.sign for finding in check_knowledge(WORDS_ALONE)] == ["ok", "note"]


def test_an_index_is_built_once(ferry: Path) -> None:
    assert [finding.sign for finding in check_index(WORDS_ALONE)] == ["note"]
    assert list(check_index(WORDS_ALONE)) == [Finding("ok", "the index is up to date")]


def test_an_index_that_cannot_be_kept_is_told(ferry: Path) -> None:
    (ferry.parent / "cache").touch()
    assert [finding.sign for finding in check_index(WORDS_ALONE)] == ["wrong"]


def test_the_encoder_reads_a_text_where_it_is_asked_for(cache: Path) -> None:
    assert [finding.sign for finding in check_encoder(read_settings({"ENCODER": "use"}))] == ["ok"]
    assert [finding.sign for finding in check_encoder(WORDS_ALONE)] == ["note"]
