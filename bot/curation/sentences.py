"""The sentences of an article as they are numbered, and which answers cite each."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge import Knowledge, Sentence, plain_spaces, read, read_manuscript

_ARTICLE = ".txt"


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence with the answered entries that cite it, by id, and whether a curator decided to have none for it."""

    sentence: Sentence
    text: str
    skipped: bool
    answers: tuple[str, ...]
    drafts: tuple[str, ...]


def numbered(path: Path) -> Iterator[Knowledge]:
    """Yield what is read at a path; for an article its knowledge file beside it, which tells its captions.

    Raises:
        KnowledgeError: there is none, or it cannot be read; passages that are not proven do not matter.
    """
    beside = read(path.parent).manuscripts if path.suffix == _ARTICLE and path.is_file() else ()
    pinning = [manuscript.path for manuscript in beside if manuscript.article_path.resolve() == path.resolve()]
    shelf = read(pinning[0] if pinning else path)
    for file in shelf.unread:
        read_manuscript(file)  # raises
    yield from (manuscript.knowledge for manuscript in shelf.manuscripts)
    yield from shelf.bare


def cited_sentences(knowledge: Knowledge) -> tuple[CitedSentence, ...]:
    """Return every sentence of an article, captions too, with the answers that cite it."""
    article = knowledge.article
    citing: dict[int, tuple[list[str], list[str]]] = {sentence.number: ([], []) for sentence in article.sentences}
    for draft, entries in enumerate((knowledge.entries, knowledge.drafts)):
        for entry in entries:
            for number in {s.number for passage in entry.passages for s in article.sentences_within(passage) if entry.answered}:
                citing[number][draft].append(entry.id)
    return tuple(
        CitedSentence(s, article.text[s.start : s.end], s.number in article.skipped, *map(tuple, citing[s.number]))
        for s in article.sentences
    )


def sentence_lines(sentences: tuple[CitedSentence, ...]) -> Iterator[str]:
    """Yield a line for each sentence: its number, its paragraph, what it is or how many answers cite it, and its text."""
    for one in sentences:
        mark = "caption" if one.sentence.caption else "skipped" if one.skipped and not one.answers else f"{len(one.answers)}×"
        yield f"S{one.sentence.number:02} P{one.sentence.paragraph:02} {mark:>7}  {plain_spaces(one.text)}"


def sentences_json(knowledge: Knowledge) -> Iterator[str]:
    """Yield an object a line for each sentence."""
    for one in cited_sentences(knowledge):
        fields = {
            "article": knowledge.article.name,
            "sentence": one.sentence.number,
            "paragraph": one.sentence.paragraph,
            "text": one.text,
            "start": one.sentence.start,
            "end": one.sentence.end,
            "caption": one.sentence.caption,
            "skipped": one.skipped,
            "answers": one.answers,
            "drafts": one.drafts,
        }
        yield json.dumps(fields, ensure_ascii=False)
