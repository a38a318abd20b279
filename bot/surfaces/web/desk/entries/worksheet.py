"""The article as it is worked on: its sentences with what stands on each, and the entries in the order of the article."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge import Article, Entry, Knowledge, Sentence, plain_spaces


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the numbers of the answers, and of the drafts, that cite it."""

    number: int
    paragraph: int
    text: str
    caption: bool
    skipped: bool
    answers: int
    drafts: int


@dataclass(frozen=True, slots=True)
class Card:
    """An entry with the numbers of the sentences that it cites."""

    entry: Entry
    draft: bool
    sentences: tuple[int, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return self.entry.answer or self.entry.note


@dataclass(frozen=True, slots=True)
class Worksheet:
    """An article with its entries.

    Attributes:
        lines: the article's sentences, in order.
        cards: the entries in the order of the first sentence that they cite; those that cite none stand last.
    """

    lines: tuple[Line, ...]
    cards: tuple[Card, ...]

    @property
    def covered(self) -> tuple[int, int]:
        """How many of the sentences that want an answer have one, and how many there are."""
        wanted = [line for line in self.lines if not line.caption and not line.skipped]
        return sum(line.answers > 0 for line in wanted), len(wanted)

    @property
    def drafts(self) -> tuple[Card, ...]:
        """The entries that nobody has approved yet."""
        return tuple(card for card in self.cards if card.draft)

    def gone_with_caption(self, number: int) -> tuple[str, ...]:
        """Return the ids of the drafts that stand on a sentence, or on one of the same text: they go if it is a caption."""
        same = self._same(number)
        return tuple(card.entry.id for card in self.drafts if same.intersection(card.sentences))

    def gone_with_skip(self, number: int) -> tuple[str, ...]:
        """Return the ids of the drafts that stand on nothing but a sentence, or one of the same text."""
        same = self._same(number)
        return tuple(card.entry.id for card in self.drafts if card.sentences and same.issuperset(card.sentences))

    def _same(self, number: int) -> set[int]:
        return {line.number for line in self.lines if line.text == self.lines[number - 1].text}

    def after(self, id_: str) -> str:
        """Return the id of the draft that comes after an entry; of the first one behind the last; empty if there is no other."""
        ids = [card.entry.id for card in self.cards]
        place = ids.index(id_) if id_ in ids else -1
        order = (*self.cards[place + 1 :], *self.cards[: max(place, 0)])
        return next((card.entry.id for card in order if card.draft), "")


def number_in(typed: str, last: int) -> int:
    """Return the number of a sentence as it was typed; 0 where it is none of an article's."""
    known = typed.isdecimal() and len(typed) <= len(str(last)) and 1 <= int(typed) <= last
    return int(typed) if known else 0


def worksheet(knowledge: Knowledge) -> Worksheet:
    """Return an article with its entries, as it is worked on."""
    article = knowledge.article
    cards = sorted(_cards(knowledge), key=lambda card: (card.sentences or (len(article.sentences) + 1,), card.entry.id))
    return Worksheet(tuple(_line(article, sentence, cards) for sentence in article.sentences), tuple(cards))


def _cards(knowledge: Knowledge) -> Iterator[Card]:
    for entries, draft in ((knowledge.entries, False), (knowledge.drafts, True)):
        for entry in entries:
            touched = (s.number for passage in entry.passages for s in knowledge.article.sentences_within(passage))
            yield Card(entry, draft, tuple(sorted(set(touched))))


def _line(article: Article, sentence: Sentence, cards: list[Card]) -> Line:
    own = [card for card in cards if card.entry.answered and sentence.number in card.sentences]
    text, drafts = plain_spaces(article.text[sentence.start : sentence.end]), sum(card.draft for card in own)
    skipped = sentence.number in article.skipped
    return Line(sentence.number, sentence.paragraph, text, sentence.caption, skipped, len(own) - drafts, drafts)
