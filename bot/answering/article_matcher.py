"""The matcher of one article: its entries' wordings, with all that stands behind each."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.answering.offering.topics import general_questions
from bot.knowledge import Article, Entry, Knowledge, plain_spaces
from bot.matching import EncoderName, Matcher, Progress


def build_matcher(library: Sequence[Knowledge], encoder: EncoderName, cache: Path | None, progress: Progress) -> Matcher:
    """Return the matcher of the entries of one article's files; the arguments are those of `Matcher`."""
    entries = [entry for knowledge in library for entry in knowledge.entries]
    return Matcher(
        {entry.key: (entry.question, *entry.phrasings) for entry in entries},
        declined=frozenset(entry.key for entry in entries if not entry.answered),
        support={entry.key: _support(entry, library[0].article) for entry in entries},
        synonyms={word: others for knowledge in library for word, others in knowledge.synonyms.items()},
        date=library[0].article.dateline,
        background=general_questions(),
        language=library[0].article.language,
        encoder=encoder,
        name=library[0].article.name,
        cache=cache,
        progress=progress,
    )


def _support(entry: Entry, article: Article) -> str:
    """Return what an entry says and stands on, a line each: of its passages the whole sentences, whose names are its own."""
    sentences = {s.number: s for passage in entry.passages for s in article.sentences_within(passage)}
    stood_on = (article.text[s.start : s.end] for _, s in sorted(sentences.items()))
    said = (entry.answer or entry.note, *entry.points, *(passage.quote for passage in entry.passages), *stood_on)
    return "\n".join(map(plain_spaces, said))


def cited(entries: Iterable[Entry], article: Article) -> dict[str, frozenset[object]]:
    """Return what each answered entry stands on: entries that share a sentence are right for one another's questions."""
    return {
        entry.key: frozenset(s.number for p in entry.passages for s in article.sentences_within(p))
        for entry in entries
        if entry.answered
    }
