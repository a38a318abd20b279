"""Keeps a built index in a file, so that only the first start after a change pays for building it.

The file is named by the hash of the wordings and of the scorer's version, holds that hash and general English too, and is
checked as it is read: a damaged or foreign file is as good as none. It may be deleted at any time. It holds arrays and
text, never objects.
"""

import hashlib
import io
import json
import logging
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bot.files import keep
from bot.language.lexicon import Lexicon, english
from bot.matching.index import Index, Source, build, reader
from bot.matching.space import Space, Sparse
from bot.matching.structure_penalty import Signs
from bot.matching.tfidf import Vocabulary

SCORER = "14"
"""Version of everything that shapes an index: raise it with any change to tables, features, weights or the model."""

log = logging.getLogger(__name__)
_Arrays = dict[str, np.ndarray[Any, Any]]


def fingerprint(source: Source) -> str:
    """Return the SHA-256, in hexadecimal, of a source and the scorer's version."""
    told = [SCORER, np.__version__, dict(source.phrasings), dict(source.support), dict(source.synonyms)]
    return hashlib.sha256(json.dumps(told, default=list).encode("utf-8", "surrogatepass")).hexdigest()


def build_or_load(source: Source, key: str, folder: Path | None) -> Index:
    """Return the index of a source with this fingerprint, from the folder's file where it is sound, else built and kept there."""
    if folder is None:
        return build(source, english())
    path = folder / f"index-{key[:32]}.npz"
    index = _load(path, key, source)
    if index is None:
        index = build(source, english())
        _store(index, path, key)
    return index


def _load(path: Path, key: str, source: Source) -> Index | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
            arrays = dict(stored)
        if _text(arrays["key"]) != [key]:
            return None
        return _from_arrays(arrays, source)
    except (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile) as error:
        if not isinstance(error, FileNotFoundError):
            log.info("The cached index is not usable and is built anew: %s", error)
        return None


def _store(index: Index, path: Path, key: str) -> None:
    content = io.BytesIO()
    np.savez(content, **_to_arrays(index, key))  # type: ignore[arg-type]
    keep(path, content.getbuffer())


def _to_arrays(index: Index, key: str) -> _Arrays:
    words, space = index.lexicon.words(), index.space
    arrays: _Arrays = {
        "key": _bytes([key]),
        "keys": _bytes(index.keys),
        "labels": index.labels,
        "marks": index.marks,
        "vocabulary": _bytes(index.vocabulary),
        "counts": np.array(list(index.vocabulary.values()), dtype=np.int32),
        "lexicon": _bytes(words),
        "zipf": np.array(list(words.values()), dtype=np.float64),
        "stems": _bytes(space.vocabulary.words),
        "pairs": space.vocabulary.pairs,
        "letters": _bytes(space.vocabulary.letters),
        "idf": space.idf,
        "signs": index.signs.distinct,
        "places": index.signs.places,
        "numbers": _bytes(index.signs.numbers),
        "coefficients": index.coefficients,
        "rehearsed": index.rehearsed,
    }
    for name, sparse in (("rows", space.rows), ("postings", space.postings)):
        arrays |= {f"{name}.starts": sparse.starts, f"{name}.ids": sparse.ids, f"{name}.weights": sparse.weights}
    return arrays


def _from_arrays(arrays: _Arrays, source: Source) -> Index:
    vocabulary = Vocabulary(_numbered(arrays["stems"]), arrays["pairs"], _numbered(arrays["letters"]))
    space = Space(vocabulary, arrays["idf"], _sparse("rows", arrays), _sparse("postings", arrays))
    signs = Signs(arrays["signs"], arrays["places"], _numbered(arrays["numbers"]))
    counts = dict(zip(_text(arrays["vocabulary"]), arrays["counts"].tolist(), strict=True))
    keys = tuple(_text(arrays["keys"]))
    lexicon = _lexicon(arrays["lexicon"].tobytes(), arrays["zipf"].tobytes())
    read = reader(source, counts, lexicon)
    solved = (arrays["coefficients"], arrays["rehearsed"])
    return Index(keys, arrays["labels"], arrays["marks"], space, signs, *solved, counts, lexicon, read)


@lru_cache(maxsize=1)
def _lexicon(words: bytes, zipf: bytes) -> Lexicon:
    """Return the lexicon of a kept index, one for all that hold the same; the package's own takes longer to read."""
    frequencies = np.frombuffer(zipf, dtype=np.float64).tolist()
    return Lexicon(dict(zip(_decoded(words), frequencies, strict=True)))


def _numbered(array: np.ndarray[Any, Any]) -> dict[str, int]:
    return {text: place for place, text in enumerate(_text(array))}


def _sparse(name: str, arrays: _Arrays) -> Sparse:
    return Sparse(*(arrays[f"{name}.{field}"] for field in ("starts", "ids", "weights")))


def _bytes(lines: Any) -> np.ndarray[Any, Any]:
    return np.frombuffer(json.dumps(list(lines)).encode("ascii"), dtype=np.uint8)


def _text(array: np.ndarray[Any, Any]) -> list[str]:
    return _decoded(array.tobytes())


def _decoded(lines: bytes) -> list[str]:
    found: list[str] = json.loads(lines)
    return found
