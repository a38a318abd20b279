"""Keeps a built index in a file, so that only the first start after a change pays for building it.

The file is named by the language, by the version of all that reads and scores, by what the wordings are of, and by their
hash, which it also holds and which is checked before it is used. It may be deleted at any time. It holds arrays and text,
never objects.
"""

import hashlib
import io
import json
import logging
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.cache import keep, keep_last_used, last_used, open_kept
from bot.matching.index import Index
from bot.matching.index_build import Known, Progress, Source, as_given, build, digest_of, reader
from bot.matching.kernel.encoder import Encoder
from bot.matching.kernel.meanings import meanings_from, searched_by
from bot.matching.kernel.structure_penalty import Structures
from bot.matching.kernel.tfidf import Space, Sparse, Vocabulary

SCORER = "18"
"""Version of everything in code that shapes an index: raise it with any change to features, weights or the model."""
_OURS = re.compile(r"index-(?:(?P<language>[a-z]*)-(?P<version>[0-9a-f]{8})-)?(?:[0-9a-f]{8}-)?[0-9a-f]{32}\.npz")
_KEPT = 4  # indexes of one name: the one in use, and those of versions that a curator tries or may go back to

damaged = (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile)
"""What reading the arrays of a kept file may raise."""

log = logging.getLogger(__name__)
_Arrays = dict[str, np.ndarray[Any, Any]]


@dataclass(frozen=True, slots=True)
class IndexKey:
    """What an index is kept by.

    Attributes:
        language: the tag of its language.
        version: short hash of all that reads and scores: the code's version, the language's pack, numpy.
        name: short hash of what the wordings are of, such as an article's name.
        digest: SHA-256, in hexadecimal, of all that shapes a match: the wordings, and what the version stands for.
    """

    language: str
    version: str
    name: str
    digest: str

    @property
    def filename(self) -> str:
        """The name of the index's file."""
        return f"index-{self.language}-{self.version}-{self.name}-{self.digest[:32]}.npz"

    @property
    def pattern(self) -> str:
        """What the names of the files of this and of earlier wordings of the same fit."""
        return f"index-{self.language}-{self.version}-{self.name}-*.npz"

    def supersedes(self, name: str) -> bool:
        """Say whether this is the name of an index file that an older version kept."""
        found = _OURS.fullmatch(name)
        return found is not None and found["language"] in (None, self.language) and found["version"] != self.version


def key_of(source: Source, encoder: Encoder | None) -> IndexKey:
    """Return the key of a source's index; with another encoder it is another index."""
    meaning = encoder.id if encoder else "none"
    shaped_by = [SCORER, np.__version__, source.pack.language, source.pack.digest, meaning]
    search = searched_by(sum(map(len, source.phrasings.values()))) if encoder else ""
    written = [*shaped_by, search, dict(source.phrasings), dict(source.support), dict(source.synonyms)]
    return IndexKey(source.pack.language, _sha256(shaped_by)[:8], _sha256([source.name])[:8], _sha256(written))


def _sha256(written: list[Any]) -> str:
    return hashlib.sha256(json.dumps(written, default=list).encode("utf-8", "surrogatepass")).hexdigest()


def build_or_load(
    source: Source, key: IndexKey, encoder: Encoder | None, folder: Path | None, progress: Progress = as_given
) -> Index:
    """Return the index of a source with this key, from the folder's file where it is sound, else built and kept there.

    What an earlier index of the same name and version knows of the wordings' meanings is taken over. With a new file, those of
    older versions go.
    """
    if folder is None:
        return build(source, encoder, progress)
    path = folder / key.filename
    index = _load(path, key, source)
    if index is None:
        index = build(source, encoder, progress, _known(folder, key) if encoder else {})
        _store(index, path, key, source)
    return index


def _load(path: Path, key: IndexKey, source: Source) -> Index | None:
    try:
        with open_kept(path) as file, np.load(file, allow_pickle=False) as stored:
            arrays = dict(stored)
        if _text(arrays["key"]) != [key.digest]:
            return None
        return _from_arrays(arrays, source)
    except damaged as error:
        if not isinstance(error, FileNotFoundError):
            log.info("The cached index is not usable and is built anew: %s", error)
        return None


def _known(folder: Path, key: IndexKey) -> Known:
    """Return the meanings in the index of the same name and version that was used last; none where there is no sound one."""
    for path in last_used(folder, key.pattern):
        try:
            with open_kept(path) as file, np.load(file, allow_pickle=False) as stored:
                digests, meanings = stored["texts"], stored["meanings"]
            if meanings.dtype == np.float16:  # no graph
                return {digest.tobytes(): meaning for digest, meaning in zip(digests, meanings, strict=True)}
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            log.info("%s does not tell what wordings mean: %s", path.name, error)
    return {}


def _store(index: Index, path: Path, key: IndexKey, source: Source) -> None:
    content = io.BytesIO()
    texts = np.frombuffer(b"".join(map(digest_of, source.wordings())), dtype=np.uint8).reshape(-1, 16)
    np.savez(content, texts=texts, **_to_arrays(index, key))  # type: ignore[arg-type]
    keep(path, content.getbuffer())
    _remove_older(path.parent, key)
    keep_last_used(path.parent, key.pattern, _KEPT)


def _remove_older(folder: Path, key: IndexKey) -> None:
    try:
        for path in [path for path in folder.iterdir() if key.supersedes(path.name)]:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.info("Index files of older versions are not removed: %s", error)


def _to_arrays(index: Index, key: IndexKey) -> _Arrays:
    space = index.space
    arrays: _Arrays = {
        "key": _bytes([key.digest]),
        "keys": _bytes(index.keys),
        "labels": index.labels,
        "hashes": index.hashes,
        "vocabulary": _bytes(index.vocabulary),
        "counts": np.array(list(index.vocabulary.values()), dtype=np.int32),
        "stems": _bytes(space.vocabulary.words),
        "pairs": space.vocabulary.pairs,
        "letters": _bytes(space.vocabulary.letters),
        "idf": space.idf,
        "structures": index.structures.distinct,
        "places": index.structures.places,
        "numbers": _bytes(index.structures.numbers),
        "meanings": index.meanings.kept(),
        "coefficients": index.coefficients,
        "left_out": index.left_out,
    }
    for name, sparse in (("rows", space.rows), ("postings", space.postings)):
        arrays |= {f"{name}.starts": sparse.starts, f"{name}.ids": sparse.ids, f"{name}.weights": sparse.weights}
    return arrays


def _from_arrays(arrays: _Arrays, source: Source) -> Index:
    vocabulary = Vocabulary(_numbered(arrays["stems"]), arrays["pairs"], _numbered(arrays["letters"]))
    space = Space(vocabulary, arrays["idf"], _sparse("rows", arrays), _sparse("postings", arrays))
    structures = Structures(arrays["structures"], arrays["places"], _numbered(arrays["numbers"]))
    counts = dict(zip(_text(arrays["vocabulary"]), arrays["counts"].tolist(), strict=True))
    keys, read = tuple(_text(arrays["keys"])), reader(source, counts)
    solved = (arrays["coefficients"], arrays["left_out"])
    meanings = meanings_from(arrays["meanings"])
    return Index(keys, arrays["labels"], arrays["hashes"], space, structures, meanings, *solved, counts, read)


def _numbered(array: np.ndarray[Any, Any]) -> dict[str, int]:
    return {text: place for place, text in enumerate(_text(array))}


def _sparse(name: str, arrays: _Arrays) -> Sparse:
    return Sparse(*(arrays[f"{name}.{field}"] for field in ("starts", "ids", "weights")))


def _bytes(lines: Any) -> np.ndarray[Any, Any]:
    return np.frombuffer(json.dumps(list(lines)).encode("ascii"), dtype=np.uint8)


def _text(array: np.ndarray[Any, Any]) -> list[str]:
    found: list[str] = json.loads(array.tobytes())
    return found
