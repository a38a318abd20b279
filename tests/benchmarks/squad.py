"""Articles and questions in the SQuAD 2.0 format (Rajpurkar et al., 2018), cut into sentences as the bot cuts them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.knowledge import Article, cut


@dataclass(frozen=True, slots=True)
class SquadArticle:
    """An article with its questions: the places of the sentences that an annotated answer begins in; none if unanswerable."""

    article: Article
    answerable: Mapping[str, frozenset[int]]
    unanswerable: tuple[str, ...]


def read_squad(path: Path) -> tuple[SquadArticle, ...]:
    """Read every article of a file."""
    return tuple(_read(told) for told in json.loads(path.read_text(encoding="utf-8"))["data"])


def _read(told: Any) -> SquadArticle:
    contexts = [paragraph["context"] for paragraph in told["paragraphs"]]
    text = "\n\n".join(contexts)
    sentences = cut(text, ())
    answerable: dict[str, frozenset[int]] = {}
    unanswerable: list[str] = []
    begun = 0
    for paragraph, context in zip(told["paragraphs"], contexts, strict=True):
        for asked in paragraph["qas"]:
            starts = {begun + answer["answer_start"] for answer in asked["answers"]}
            right = {place for place, s in enumerate(sentences) if any(s.start <= start < s.end for start in starts)}
            if asked["is_impossible"]:
                unanswerable.append(asked["question"])
            else:
                answerable[asked["question"]] = frozenset(right)
        begun += len(context) + len("\n\n")
    return SquadArticle(Article(told["title"], text, "", "", "", "en", "", sentences), answerable, tuple(unanswerable))
