"""A built index is kept in a file, and used only while it is whole and of this version."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.language import load_pack
from bot.matching import Matcher
from bot.matching.index import Index
from bot.matching.index_build import Source, build
from bot.matching.index_file import build_or_load, key_of
from bot.matching.kernel.encoder import load_encoder
from tests.loopback.process import REPO
from tests.matching.phrasings import PHRASINGS, SOURCE


def kept(source: Source, folder: Path) -> Index:
    return build_or_load(source, key_of(source, None), None, folder)


def test_an_index_from_the_cache_is_the_index_that_was_built(tmp_path: Path) -> None:
    built = kept(SOURCE, tmp_path)
    [file] = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    loaded = kept(SOURCE, tmp_path)
    assert file.stat().st_mtime_ns == before, "it was read, not built again"
    assert loaded.keys == built.keys
    assert loaded.vocabulary == built.vocabulary
    assert np.array_equal(loaded.hashes, built.hashes)
    assert np.array_equal(loaded.coefficients, built.coefficients)
    question = built.ask(built.reader.read("which treaty did they renew"), None)
    assert np.array_equal(loaded.scores(question), built.scores(question))


def test_a_small_index_is_a_small_file_that_holds_no_lexicon(tmp_path: Path) -> None:
    kept(SOURCE, tmp_path)
    [file] = tmp_path.iterdir()
    assert file.stat().st_size < 20_000
    assert b"lexicon" not in file.read_bytes()


def test_any_key_and_any_wording_is_kept(tmp_path: Path) -> None:
    odd = {"a\nb": ["what is it"], "\ud800": ["who \ud800 is it"], "": ["???"]}
    for matcher in (Matcher(odd, encoder="none", cache=tmp_path), Matcher(odd, encoder="none", cache=tmp_path)):
        assert matcher.rank("what is it", limit=9)[0].key == "a\nb"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 rubbish", b"x" * 1000])
def test_a_damaged_cache_is_built_anew(tmp_path: Path, content: bytes) -> None:
    kept(SOURCE, tmp_path)
    [file] = tmp_path.iterdir()
    sound = file.read_bytes()
    for damaged in (content, sound[: len(sound) // 2], sound[:2000] + b"\0\1\2\3" + sound[2004:]):
        file.write_bytes(damaged)
        assert np.array_equal(kept(SOURCE, tmp_path).labels, build(SOURCE).labels)
        assert file.read_bytes() == sound


def test_a_cache_with_any_one_bit_flipped_is_built_anew(tmp_path: Path) -> None:
    kept(SOURCE, tmp_path)
    [file] = tmp_path.iterdir()
    sound = file.read_bytes()
    for place in range(0, len(sound), len(sound) // 40):
        file.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        kept(SOURCE, tmp_path)
        assert file.read_bytes() == sound, f"the bit at byte {place} went unnoticed"


def test_another_knowledge_has_another_cache_file(tmp_path: Path) -> None:
    kept(SOURCE, tmp_path)
    kept(Source({**PHRASINGS, "new": ["something new"]}, {}, {}), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_after_many_edits_only_the_newest_indexes_of_an_article_are_kept(tmp_path: Path) -> None:
    for edit in range(9):
        kept(replace(SOURCE, phrasings={**PHRASINGS, "new": [f"something new {edit}"]}, name="edited"), tmp_path)
    kept(replace(SOURCE, name="another"), tmp_path)
    assert len(list(tmp_path.iterdir())) == 5


def test_processes_that_share_a_cache_do_not_break_each_other(tmp_path: Path) -> None:
    code = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.matching.phrasings import PHRASINGS, SOURCE
from tests.matching.test_index_file import kept

for edit in range(12):
    wordings = {**PHRASINGS, "new": [f"something new {edit % 5}"]}
    assert list(kept(replace(SOURCE, phrasings=wordings, name="edited"), Path(sys.argv[1])).keys) == list(wordings)
"""
    started = [subprocess.Popen([sys.executable, "-c", code, tmp_path], cwd=REPO, stderr=subprocess.PIPE) for _ in range(3)]
    assert [process.communicate(timeout=60)[1] for process in started] == [b""] * 3
    assert [process.returncode for process in started] == [0, 0, 0]
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz"}


def test_an_index_read_with_another_pack_is_another_index() -> None:
    other = replace(SOURCE, pack=replace(SOURCE.pack, digest="another lexicon"))
    assert key_of(other, None).digest != key_of(SOURCE, None).digest
    assert key_of(replace(SOURCE, pack=load_pack("es")), None).filename != key_of(SOURCE, None).filename


def test_with_a_new_index_those_of_older_versions_go_and_nothing_else_does(tmp_path: Path) -> None:
    digits = "0123456789abcdef" * 2
    older = {f"index-{digits}.npz", f"index-en-00000000-{digits}.npz"}
    others = {f"index-es-00000000-{digits}.npz", f"thresholds-{digits}.json", "index-notes.npz", f"index-{digits}.npz.bak"}
    for name in older | others:
        (tmp_path / name).write_bytes(b"")
    kept(SOURCE, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == others | {key_of(SOURCE, None).filename}


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert kept(SOURCE, blocked / "cache").keys == tuple(PHRASINGS)


def encoded(source: Source, folder: Path, cache: Path) -> tuple[Index, list[str]]:
    """Return the index of a source with meanings, and the wordings whose meanings were taken for it."""
    encoder = load_encoder("use", cache)
    taken: list[str] = []

    def progress(texts: Sequence[str]) -> Sequence[str]:
        taken.extend(texts)
        return texts

    return build_or_load(source, key_of(source, encoder), encoder, folder, progress), taken


def test_after_an_edit_only_new_wordings_are_encoded_and_the_index_is_the_same(tmp_path: Path, cache: Path) -> None:
    before = replace(SOURCE, name="edited")
    _, all_of_them = encoded(before, tmp_path, cache)
    assert all_of_them == before.wordings()
    after = replace(before, phrasings={"new": ["something new"], **{key: texts[1:] for key, texts in PHRASINGS.items()}})
    index, taken = encoded(after, tmp_path, cache)
    assert taken == ["something new"]
    anew = build(after, load_encoder("use", cache))
    assert np.array_equal(index.meanings.every(), anew.meanings.every())
    assert np.array_equal(index.coefficients, anew.coefficients)


def test_the_meaning_of_a_wording_is_taken_over_only_to_the_letter(tmp_path: Path, cache: Path) -> None:
    before = replace(SOURCE, name="edited")
    encoded(before, tmp_path, cache)
    louder = {key: [f"{texts[0]}!", *texts[1:]] for key, texts in PHRASINGS.items()}
    _, taken = encoded(replace(before, phrasings=louder), tmp_path, cache)
    assert taken == [f"{texts[0]}!" for texts in PHRASINGS.values()]


def test_a_damaged_index_tells_no_meanings(tmp_path: Path, cache: Path) -> None:
    before = replace(SOURCE, name="edited")
    encoded(before, tmp_path, cache)
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-100])
    after = replace(before, phrasings={**PHRASINGS, "new": ["something new"]})
    assert encoded(after, tmp_path, cache)[1] == after.wordings()
