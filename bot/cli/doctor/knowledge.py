"""Checks what is answered from, and what answers: the knowledge, the encoder and the kept index."""

import math
from collections.abc import Iterator
from pathlib import Path

from bot.answering import Answerer
from bot.cli.doctor.findings import Finding
from bot.cli.shared import show_progress
from bot.knowledge import load
from bot.matching import load_encoder
from bot.settings import Settings, cache_folder, knowledge_path


def check_knowledge(_: Settings) -> Iterator[Finding]:
    """Load the knowledge, which proves every passage, and count what it holds."""
    path = knowledge_path()
    library = load(path)
    articles = {knowledge.article.name for knowledge in library}
    entries = [entry for knowledge in library for entry in knowledge.entries]
    answered = sum(entry.answered for entry in entries)
    passages = sum(len(entry.passages) for entry in entries)
    yield Finding(
        "ok",
        f"the knowledge {path} is proven: articles {len(articles)}, entries answered {answered}, "
        f"unanswered {len(entries) - answered}, passages {passages}",
    )
    if not entries:
        yield Finding("note", "nobody has curated this knowledge", "it is answered with passages alone; see draft")


def check_encoder(settings: Settings) -> Iterator[Finding]:
    """Have the encoder read a text."""
    encoder = load_encoder(settings.encoder, cache_folder())
    if encoder is None:
        yield Finding("note", "ENCODER=none: questions are matched by their words alone", "ENCODER=use needs 120 MB more")
    elif math.isclose(float(encoder.encode("Does this work?") @ encoder.encode("Does this work?")), 1, abs_tol=1e-3):
        yield Finding("ok", "the encoder works")
    else:
        yield Finding("wrong", "the encoder gives no vectors of length 1", "install the locked requirements again")


def check_index(settings: Settings) -> Iterator[Finding]:
    """Make everything ready that questions need, and tell whether the next start finds it in the cache."""
    library = load(knowledge_path())
    before = _kept()
    Answerer(library, cache_folder(), settings.false_answers, encoder=settings.encoder, progress=show_progress).prepare()
    new = _kept() - before
    if new:
        yield Finding("note", "the index was not up to date; it was built now, and is kept")
    elif before:
        yield Finding("ok", "the index is up to date")
    else:
        yield Finding("wrong", "the index cannot be kept, and every start builds it anew", "see what is said of the cache")


def _kept() -> set[tuple[Path, int]]:
    """Return the index files of the cache, each with the time at which it was written."""
    return {(path, path.lstat().st_mtime_ns) for path in cache_folder().glob("index-*")}
