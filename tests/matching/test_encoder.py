"""The encoder: the same vector for the same text everywhere, and near each other for texts that mean the same."""

from pathlib import Path

import numpy as np
import pytest
from threadpoolctl import threadpool_limits

from bot.errors import SettingsError
from bot.matching import Encoder, load_encoder
from bot.matching.kernel import encoder as module
from bot.matching.kernel.encoder import UniversalSentenceEncoder

TEXTS = (
    "Which treaty was renewed?",
    "which treaty did the two sides extend for another five years, and when is it due again?",
    "谁支持台湾",
    "a" * 5000,
    "\ud800",
    "🐸",
)


def test_a_text_has_the_same_bits_alone_and_after_others(encoder: Encoder) -> None:
    alone = [encoder.encode(text).tobytes() for text in TEXTS]
    assert [encoder.encode(text).tobytes() for text in reversed(TEXTS)] == alone[::-1]


def test_a_text_has_the_same_bits_on_one_thread_and_on_two(encoder: Encoder) -> None:
    vectors = []
    for threads in (1, 2):
        with threadpool_limits(threads):
            vectors.append([encoder.encode(text).tobytes() for text in TEXTS])
    assert vectors[0] == vectors[1]


@pytest.mark.parametrize("text", [*TEXTS, ""])
def test_every_vector_has_unit_length_and_the_dimension(encoder: Encoder, text: str) -> None:
    vector = encoder.encode(text)
    assert vector.shape == (encoder.dimension,)
    assert vector.dtype == np.float32
    assert abs(float(np.linalg.norm(vector)) - 1) < 1e-4


def test_what_follows_a_thousand_characters_is_not_read(encoder: Encoder) -> None:
    beginning = "which treaty was renewed " * 40
    assert encoder.encode(beginning + "x").tobytes() == encoder.encode(beginning + "another end").tobytes()


@pytest.mark.parametrize(
    "translated",
    ["¿Qué tratado se renovó?", "Какой договор был продлён?", "Welcher Vertrag wurde erneuert?", "哪项条约得到续签？"],
)
def test_a_sentence_lies_nearer_to_its_translation_than_to_another_sentence(encoder: Encoder, translated: str) -> None:
    meaning = encoder.encode("Which treaty was renewed?")
    others = ("How much was trade worth?", "Who opened the bridge?", "Which day is it today?")
    assert encoder.encode(translated) @ meaning > 0.4 > max(encoder.encode(other) @ meaning for other in others)


def test_a_paraphrase_lies_nearer_than_a_question_with_the_same_words(encoder: Encoder) -> None:
    meaning = encoder.encode("How much did the bridge cost?")
    assert (
        encoder.encode("What was the price of that bridge?") @ meaning > encoder.encode("How did the bridge collapse?") @ meaning
    )


def test_there_is_one_encoder_for_all_who_ask_and_none_where_none_is_wanted(encoder: Encoder, tmp_path: Path) -> None:
    assert load_encoder("use", tmp_path) is load_encoder("use", None) is encoder
    assert load_encoder("none", tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_decoded_weights_are_kept_and_damaged_ones_are_made_anew(encoder: Encoder, tmp_path: Path) -> None:
    expected = [encoder.encode(text).tobytes() for text in TEXTS]
    UniversalSentenceEncoder(tmp_path)
    [file] = tmp_path.iterdir()
    before, sound = file.stat().st_mtime_ns, file.read_bytes()
    from_file = UniversalSentenceEncoder(tmp_path)
    assert file.stat().st_mtime_ns == before, "it was read, not decoded again"
    assert [from_file.encode(text).tobytes() for text in TEXTS] == expected
    middle = len(sound) // 2
    for damaged in (b"", sound[:middle], sound[:middle] + bytes([sound[middle] ^ 1]) + sound[middle + 1 :]):
        file.unlink()  # the encoder above still has the file mapped
        file.write_bytes(damaged)
        anew = UniversalSentenceEncoder(tmp_path)
        assert [anew.encode(text).tobytes() for text in TEXTS] == expected
        assert file.read_bytes() == sound


def test_a_cache_that_cannot_be_written_is_done_without(encoder: Encoder, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert UniversalSentenceEncoder(blocked / "cache").encode(TEXTS[0]).tobytes() == encoder.encode(TEXTS[0]).tobytes()


@pytest.mark.parametrize("name", ["weights.npz", "sp.model"])
def test_other_weights_are_one_clear_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module._DIGESTS, name, "0" * 64)
    with pytest.raises(SettingsError, match=f"^ENCODER: {name} of the installed .* or set ENCODER=none$"):
        UniversalSentenceEncoder(None)
