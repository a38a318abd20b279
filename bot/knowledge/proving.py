"""Proves one knowledge file against its article: every passage found, every id and wording once."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.errors import KnowledgeError
from bot.knowledge import strict_yaml
from bot.knowledge.article import Article, Passage, cut, sha256
from bot.knowledge.entries import Entry, Knowledge
from bot.knowledge.files import read_text
from bot.knowledge.proof import difference, find, fold, nearest
from bot.knowledge.schema import ArticleFields, EntryFields, KnowledgeFields, QuoteFields, UnansweredFields

_PUNCTUATION = re.compile(r"[\W_]+")
_SHOWN = 90  # characters of a sentence or passage shown in a message


class Proof:
    """Proves one file's fields against its article, gathering every fault before it gives up."""

    def __init__(self, path: Path, document: strict_yaml.Document, fields: KnowledgeFields) -> None:
        self._path, self._document, self._fields = path, document, fields
        self._faults: list[str] = []
        self._article = self._load_article(fields.article)
        self._folded = fold(self._article.text)

    def _fault(self, where: strict_yaml.Path, what: str) -> None:
        line, _ = self._document.place(where)
        self._faults.append(f"{self._path}:{line}: {what}")

    def knowledge(self, digest: str) -> Knowledge:
        """Return the proven knowledge, or raise with every fault."""
        self._check_ids()
        self._check_wordings()
        answered = [self._entry("entries", place, fields) for place, fields in enumerate(self._fields.entries)]
        unanswered = [self._entry("unanswered", place, fields) for place, fields in enumerate(self._fields.unanswered)]
        if not answered:
            self._fault(("entries",), "no entry answers anything; add at least one to entries")
        if self._faults:
            raise KnowledgeError(self._faults)
        return Knowledge(self._path, digest, self._article, (*answered, *unanswered), self._fields.synonyms)

    def _load_article(self, fields: ArticleFields) -> Article:
        path = self._path.parent / fields.file
        text, content = read_text(path)
        actual = sha256(content)
        if actual != fields.sha256:
            self._fault(
                ("article", "sha256"),
                f"{fields.file} is not the file that was pinned: its SHA-256 is {actual}. "
                "Restore the file; if it was changed on purpose, pin that value and mend the passages",
            )
        captions = frozenset(" ".join(caption.split()) for caption in fields.captions)
        sentences = cut(text, captions)
        lines = {" ".join(text[s.start : s.end].split()) for s in sentences if s.caption}
        for place, caption in enumerate(fields.captions):
            if " ".join(caption.split()) not in lines:
                self._fault(("article", "captions", place), f"no line of {fields.file} is the caption “{caption}”; copy it whole")
        told = fields.title, fields.publisher, fields.dateline, fields.language, fields.url
        return Article(path.stem, text, *told, sentences)

    def _all(self) -> Iterator[tuple[strict_yaml.Path, EntryFields | UnansweredFields]]:
        for place, answered in enumerate(self._fields.entries):
            yield ("entries", place), answered
        for place, unanswered in enumerate(self._fields.unanswered):
            yield ("unanswered", place), unanswered

    def _check_ids(self) -> None:
        first: dict[str, strict_yaml.Path] = {}
        for where, fields in self._all():
            earlier = first.setdefault(fields.id, where)
            if earlier != where:
                line, _ = self._document.place((*earlier, "id"))
                self._fault((*where, "id"), f"the id “{fields.id}” is already taken on line {line}; give one of them another id")

    def _check_wordings(self) -> None:
        """No wording may lead to two entries: the reader could only get one of them."""
        first: dict[str, tuple[strict_yaml.Path, str]] = {}
        for where, fields in self._all():
            wordings = [((*where, "question"), fields.question)]
            wordings += [((*where, "phrasings", place), text) for place, text in enumerate(fields.phrasings)]
            for spot, text in wordings:
                earlier, owner = first.setdefault(_plain(text), (spot, fields.id))
                if earlier != spot:
                    line, _ = self._document.place(earlier)
                    what = f"“{text}” in {fields.id} is already on line {line} in {owner}; keep it in one place"
                    self._fault(spot, what)

    def _entry(self, section: str, place: int, fields: EntryFields | UnansweredFields) -> Entry:
        answer = fields.answer if isinstance(fields, EntryFields) else ""
        note = fields.note if isinstance(fields, UnansweredFields) else ""
        passages = [self._passage((section, place, "passages", n), quote) for n, quote in enumerate(fields.passages)]
        kept = tuple(passage for passage in passages if passage)
        return Entry(fields.id, fields.question, fields.topic, fields.phrasings, answer, note, kept)

    def _passage(self, where: strict_yaml.Path, written: str | QuoteFields) -> Passage | None:
        fields = written if isinstance(written, QuoteFields) else QuoteFields(quote=written)
        places = [place for place in find(fields.quote, self._folded) if self._stands_between(place, fields)]
        if len(places) == 1:
            passage = self._article.passage(*places[0])
            if any(sentence.caption for sentence in self._article.sentences_within(passage)):
                self._fault(where, f"“{_short(fields.quote)}” stands in a caption, which is never cited")
            return passage
        if places:
            what = f"“{_short(fields.quote)}” stands {len(places)} times in the article; quote more, or add prefix or suffix"
            self._fault(where, what)
        else:
            self._fault(where, self._missing(fields))
        return None

    def _stands_between(self, place: tuple[int, int], fields: QuoteFields) -> bool:
        if not (fields.prefix or fields.suffix):
            return True
        before, after = fold(self._article.text[: place[0]]).text, fold(self._article.text[place[1] :]).text
        prefix, suffix = fold(fields.prefix).text.strip(), fold(fields.suffix).text.strip()
        return before.rstrip().endswith(prefix) and after.lstrip().startswith(suffix)

    def _missing(self, fields: QuoteFields) -> str:
        if find(fields.quote, self._folded):
            return f"“{_short(fields.quote)}” is in the article, but not with this prefix and suffix; copy them from it"
        sentences = [self._article.text[s.start : s.end] for s in self._article.citable()]
        real = nearest(fields.quote, sentences)
        told = difference(fields.quote, real)
        return (
            f"“{_short(fields.quote)}” is not in the article: {told}. The nearest sentence is “{_short(real)}”; copy it exactly"
        )


def _plain(text: str) -> str:
    """Return a wording without case, punctuation and spacing."""
    return " ".join(_PUNCTUATION.sub(" ", text.casefold()).split()) or text.strip()


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
