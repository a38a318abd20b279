"""Writes a draft as a knowledge file."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.curation.draft.drafted import DraftEntry
from bot.errors import Fault, KnowledgeError, OutputError
from bot.files import write
from bot.knowledge import Article, Sentence, id_for, plain_spaces

_HEAD = """\
# Drafted from {name}.txt. An entry that is marked “draft: true” is not used until a person has checked it: read it against
# the article, mend its wording, add the ways people would ask it, then remove the mark. Delete what is of no use.
"""
_WIDTH = 120
_SHORT = 60  # characters; a longer sentence hardly ever stands within another
_NEARBY = 200  # characters that hold so many words
_AROUND = 4  # words on each side of a repeated sentence that tell it apart


def check_place(path: Path, article: Path) -> None:
    """Check that a draft of an article may be written to a path and would load from there, before the work begins.

    Raises:
        KnowledgeError: the article is not a .txt file.
        OutputError: the file is there, is no .yaml file, or does not lie beside its article.
    """
    if article.suffix != ".txt":
        raise KnowledgeError([Fault(article, "file", "an article is a .txt file", f"name it {article.stem}.txt")])
    if path.suffix not in (".yaml", ".yml"):
        raise OutputError(f"{path}: a knowledge file is a .yaml file; name it {path.stem}.yaml")
    _check_free(path)
    if path.parent.resolve() != article.parent.resolve():
        raise OutputError(f"{path}: a knowledge file lies beside its article; name a file in {article.parent}")


def write_draft(path: Path, article: Article, digest: str, entries: tuple[DraftEntry, ...]) -> None:
    """Write the draft of an article; a file that is there is never overwritten.

    Raises:
        OutputError: the file is there by now, or cannot be written.
    """
    text = _HEAD.format(name=article.name) + yaml.safe_dump(
        _document(article, digest, entries), allow_unicode=True, sort_keys=False, width=_WIDTH
    )
    _check_free(path)
    write(path, text)


def _check_free(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise OutputError(f"{path}: is already there and is not overwritten; move it away, or name another with --output")


def _document(article: Article, digest: str, entries: tuple[DraftEntry, ...]) -> dict[str, Any]:
    captions = [plain_spaces(article.text[s.start : s.end]) for s in article.sentences if s.caption]
    about: dict[str, Any] = {"file": f"{article.name}.txt", "sha256": digest, "language": "en"}
    about |= {"captions": list(dict.fromkeys(captions))} if captions else {}
    ids: set[str] = set()
    times = Counter(article.text[s.start : s.end] for s in article.sentences)
    answered = [_entry(article, entry, ids, times) for entry in entries if entry.sentence]
    unanswered = [_entry(article, entry, ids, times) for entry in entries if not entry.sentence]
    return {"schema": 1, "article": about, "entries": answered, "unanswered": unanswered}


def _entry(article: Article, entry: DraftEntry, ids: set[str], times: Mapping[str, int]) -> dict[str, Any]:
    id_ = id_for(entry.question, ids)
    ids.add(id_)
    fields: dict[str, Any] = {"id": id_, "draft": True, "question": entry.question, "phrasings": list(entry.phrasings)}
    if entry.sentence is None:
        return {**fields, "note": entry.text}
    return {**fields, "answer": entry.text, "passages": [_quote(article, entry.sentence, times)]}


def _quote(article: Article, sentence: Sentence, times: Mapping[str, int]) -> str | dict[str, str]:
    """Return the sentence as a passage, with the whole words around it if it stands more than once."""
    quote = article.text[sentence.start : sentence.end]
    plain = plain_spaces(quote)
    if times[quote] < 2 and (len(quote) > _SHORT or article.text.count(quote) < 2):
        return plain
    before = article.text[max(0, sentence.start - _NEARBY) : sentence.start].split()[-_AROUND:]
    after = article.text[sentence.end : sentence.end + _NEARBY].split()[:_AROUND]
    return {"quote": plain, "prefix": " ".join(before), "suffix": " ".join(after)}
