"""Writes out the passages of a knowledge file that are written as the numbers of sentences."""

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any, cast

from bot.curation.edit.text.yaml import rewritten
from bot.knowledge import (
    Article,
    KeyPath,
    Manuscript,
    QuoteFields,
    SentenceNumberError,
    Value,
    as_quote,
    distinct_quote,
    is_sentence_number,
    numbered_passage,
    read_manuscript,
)


def has_numbers(manuscript: Manuscript) -> bool:
    """Say whether a passage of the file is written as the number of a sentence."""
    return any(True for _ in _numbers(manuscript))


def written_out(manuscript: Manuscript, article: Article | None = None) -> Manuscript:
    """Return the file with every sentence number replaced by its quote; one that cannot be meant stays.

    Args:
        manuscript: the file.
        article: the text whose sentences are counted, where that is not the one beside the file.

    Raises:
        OutputError: the file cannot be changed in place.
    """
    if article is None and not manuscript.pinned:
        return manuscript
    wanted = cast(Any, deepcopy(manuscript.document.value))
    for (section, place, *_, row), fields in _numbers(manuscript):
        with suppress(SentenceNumberError):
            of = article or manuscript.knowledge.article
            quote = distinct_quote(numbered_passage(fields.quote, of), of)
            wanted[section][place]["passages"][row] = as_typed(quote.model_copy(update={"point": fields.point}))
    if wanted == manuscript.document.value:
        return manuscript
    return read_manuscript(manuscript.path, rewritten(manuscript.path, manuscript.text, wanted))


def as_typed(fields: QuoteFields) -> Value:
    """Return a passage as it is written: the bare quote where that is enough."""
    given = {name: value for name, value in fields.model_dump().items() if value}
    return fields.quote if len(given) == 1 else given


def _numbers(manuscript: Manuscript) -> Iterator[tuple[KeyPath, QuoteFields]]:
    """Yield the passages that are written as numbers, with their places."""
    for where, fields in manuscript.written.values():
        for row, written in enumerate(fields.passages):
            quote = as_quote(written)
            if is_sentence_number(quote):
                yield (*where, "passages", row), quote
