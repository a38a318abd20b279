"""Proves one knowledge file against its article: every passage found, every id and wording once."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bot.errors import Fault, KnowledgeError
from bot.files import read_text
from bot.knowledge.article import Article, Passage, Sentence, cut, plain_spaces, sha256
from bot.knowledge.entry import Entry, Knowledge
from bot.knowledge.quotes import MOST_PLACES, alike, difference, find, find_between, fold, nearest
from bot.knowledge.schema import POINTS, ArticleFields, EntryFields, KnowledgeFields, QuoteFields, UnansweredFields
from bot.knowledge.sentence_number import SentenceNumberError, is_sentence_number, numbered_passage
from bot.knowledge.strict_yaml import Document, KeyPath

_PUNCTUATION = re.compile(r"[\W_]+")
_SHOWN = 90  # characters of a sentence or passage shown in a message
_SEARCHED = 5_000_000_000  # characters that the passages of one file may be searched in, all together; some seconds
_COMPARED = 10_000_000  # characters that passages which are not there are compared with; the others are not explained


class Proof:
    """Proves one file's fields against its article, gathering every fault.

    Raises:
        KnowledgeError: the article cannot be read, or is too long for so many passages.
    """

    def __init__(self, path: Path, document: Document, fields: KnowledgeFields) -> None:
        self._path, self._document, self._fields = path, document, fields
        self._faults: list[Fault] = []
        self._compared = 0
        self._article = self._load_article(fields.article)
        self._folded = fold(self._article.text)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What could not be proven."""
        return tuple(self._faults)

    def _fault(self, rule: str, where: KeyPath, what: str, fix: str) -> None:
        self._faults.append(Fault(self._path, rule, what, fix, *self._document.place(where)))

    def knowledge(self, digest: str) -> Knowledge:
        """Return what could be proven; an answered entry without a proven passage is left out."""
        self._check_length()
        self._check_ids()
        self._check_wordings()
        found = {fields.id: (self._entry(where, fields), fields.draft == "true") for where, fields in self._all()}
        proven = [(entry, draft) for entry, draft in found.values() if entry.passages or not entry.answered]
        if not self._fields.entries:
            self._fault("schema", ("entries",), "no entry answers anything", "add at least one to entries")
        entries = tuple(entry for entry, draft in proven if not draft)
        drafts = tuple(entry for entry, draft in proven if draft)
        return Knowledge(self._path, digest, self._article, entries, self._fields.synonyms, drafts)

    def _load_article(self, fields: ArticleFields) -> Article:
        path = self._path.parent / fields.file
        text, content = read_text(path)
        actual = sha256(content)
        self._pinned = actual == fields.sha256
        if not self._pinned:
            what = f"{fields.file} is not the file that was pinned: its SHA-256 is {actual}"
            self._fault("proof", ("article", "sha256"), what, f"restore it, or run update {path} to see what the change moved")
        sentences = cut(text, frozenset(plain_spaces(caption) for caption in fields.captions))
        lines: dict[str, list[Sentence]] = {}
        for sentence in sentences:
            lines.setdefault(plain_spaces(text[sentence.start : sentence.end]), []).append(sentence)
        for place, caption in enumerate(fields.captions):
            if plain_spaces(caption) not in lines:
                what = f"no line of {fields.file} is the caption “{short(caption)}”"
                self._fault("proof", ("article", "captions", place), what, "copy the line whole")
        skipped = frozenset(number for place in range(len(fields.skipped)) for number in self._skipped(place, lines))
        metadata = fields.title, fields.publisher, fields.dateline, fields.language, fields.url
        return Article(path.stem, text, *metadata, sentences, skipped)

    def _skipped(self, place: int, lines: Mapping[str, Sequence[Sentence]]) -> Iterator[int]:
        """Yield the numbers of all sentences of a text that needs no entry."""
        written = self._fields.article.skipped[place]
        if not lines.get(plain_spaces(written)):
            what = f"no sentence of {self._fields.article.file} is “{short(written)}”"
            self._fault("proof", ("article", "skipped", place), what, "copy the sentence whole")
        yield from (sentence.number for sentence in lines.get(plain_spaces(written), ()))

    def _all(self) -> Iterator[tuple[KeyPath, EntryFields | UnansweredFields]]:
        for place, answered in enumerate(self._fields.entries):
            yield ("entries", place), answered
        for place, unanswered in enumerate(self._fields.unanswered):
            yield ("unanswered", place), unanswered

    def _check_length(self) -> None:
        passages = sum(len(fields.passages) for _, fields in self._all())
        if passages * len(self._article.text) > _SEARCHED:
            what = f"{passages} passages are too many to prove in an article of {len(self._article.text)} characters"
            self._fault("proof", ("entries",), what, "split the article and its entries")
            raise KnowledgeError(self._faults)

    def _check_ids(self) -> None:
        first: dict[str, KeyPath] = {}
        for where, fields in self._all():
            earlier = first.setdefault(fields.id, where)
            if earlier != where:
                line, _ = self._document.place((*earlier, "id"))
                what = f"the id “{fields.id}” is already taken on line {line}"
                self._fault("schema", (*where, "id"), what, "give one of them another id")

    def _check_wordings(self) -> None:
        """No wording may lead to two entries: the reader could only get one of them."""
        first: dict[str, tuple[KeyPath, str]] = {}
        for where, fields in self._all():
            wordings = [((*where, "question"), fields.question)]
            for name, texts in wordings_of(fields).items():
                wordings += [((*where, name, place), text) for place, text in enumerate(texts)]
            for spot, text in wordings:
                earlier, owner = first.setdefault(wording_key(text), (spot, fields.id))
                if earlier != spot:
                    line, _ = self._document.place(earlier)
                    what = f"“{short(text)}” in {fields.id} is already on line {line} in {owner}"
                    self._fault("collisions", spot, what, "keep it in one place")

    def _entry(self, where: KeyPath, fields: EntryFields | UnansweredFields) -> Entry:
        answer = fields.answer if isinstance(fields, EntryFields) else ""
        note = fields.note if isinstance(fields, UnansweredFields) else ""
        passages = [self._passage((*where, "passages", n), quote) for n, quote in enumerate(fields.passages)]
        kept = tuple(passage for passage in passages if passage)
        points = self._points((*where, "passages"), [as_quote(written).point for written in fields.passages])
        wordings = wordings_of(fields)
        return Entry(
            id=fields.id,
            question=fields.question,
            topic=fields.topic,
            phrasings=tuple(text for texts in wordings.values() for text in texts),
            answer=answer,
            note=note,
            passages=kept,
            points=points,
            claim=fields.claim if isinstance(fields, UnansweredFields) else "",
            question_answered=fields.question_answered if isinstance(fields, EntryFields) else "",
            yes=wordings.get("answered_yes", ()),
            no=wordings.get("answered_no", ()),
        )

    def _points(self, where: KeyPath, written: Sequence[str]) -> tuple[str, ...]:
        if not any(written):
            return ()
        if not all(written):
            what = "some of these passages have a point, and some have none"
            self._fault("schema", where, what, "write a point for each, or for none")
        if len(written) > POINTS:
            self._fault("schema", where, f"an overview of {len(written)} points", f"keep the {POINTS} that matter most")
        return tuple(written)

    def _passage(self, where: KeyPath, written: str | QuoteFields) -> Passage | None:
        fields = as_quote(written)
        if is_sentence_number(fields):
            return self._numbered(where, fields.quote)
        places = find_between(fields, self._folded)
        if len(places) == 1:
            return self._citable(where, self._article.passage(*places[0]))
        if places:
            often = f"{len(places)} times" if len(places) < MOST_PLACES else f"{MOST_PLACES} times or more"
            what = f"“{short(fields.quote)}” stands {often} in the article"
            self._fault("proof", where, what, "quote more, or add prefix or suffix")
        else:
            self._fault("proof", where, *self._missing(fields))
        return None

    def _numbered(self, where: KeyPath, written: str) -> Passage | None:
        """Return the passage that a sentence number means; in another text than the pinned one it may mean another."""
        if self._pinned:
            try:
                return numbered_passage(written, self._article)
            except SentenceNumberError as error:
                self._fault("proof", where, error.what, error.fix)
        else:
            what = f"“{written}” counts the sentences of the article that was pinned, and this is another text"
            self._fault("proof", where, what, "take over the new text with update, or copy the passage")
        return None

    def _citable(self, where: KeyPath, passage: Passage) -> Passage:
        if any(sentence.caption for sentence in self._article.sentences_within(passage)):
            what = f"“{short(passage.quote)}” stands in a caption, which is never cited"
            self._fault("proof", where, what, "cite a sentence")
        return passage

    def _missing(self, fields: QuoteFields) -> tuple[str, str]:
        if find(fields.quote, self._folded):
            what = f"“{short(fields.quote)}” is in the article, but not with this prefix and suffix"
            return what, "copy them from it"
        if self._compared >= _COMPARED:
            return f"“{short(fields.quote)}” is not in the article", "cite what the article says, or remove it"
        self._compared += len(self._article.text)
        real = nearest(fields.quote, [self._article.text[s.start : s.end] for s in self._article.citable()])
        what = f"“{short(fields.quote)}” is not in the article"
        if not alike(fields.quote, real):
            return f"{what}, and no sentence is like it", "cite what the article says, or remove it"
        return f"{what}: {difference(fields.quote, real)}", f"copy it exactly; the nearest sentence is “{short(real)}”"


def as_quote(written: str | QuoteFields) -> QuoteFields:
    """Return a passage as written in its long form."""
    return written if isinstance(written, QuoteFields) else QuoteFields(quote=written)


def wordings_of(fields: EntryFields | UnansweredFields) -> dict[str, tuple[str, ...]]:
    """Return the further wordings of an entry by the field they stand in, in the order in which the entry has them."""
    if isinstance(fields, UnansweredFields):
        return {"phrasings": fields.phrasings}
    return {"phrasings": fields.phrasings, "answered_yes": fields.answered_yes, "answered_no": fields.answered_no}


def wording_key(text: str) -> str:
    """Return a wording without case, punctuation and spacing: what two entries may not share."""
    return " ".join(_PUNCTUATION.sub(" ", text.casefold()).split()) or text.strip()


def short(text: str) -> str:
    """Return a text short enough for a message."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
