"""A reply taken apart for a page: what is shown on Discord, what stands behind it, and what spoke for and against it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering import Answer, Contradicted, NotSaid, Outcome, outcome_name, passages_of, suggestions_of
from bot.knowledge import Article, Passage
from bot.language import tokenise
from bot.surfaces.discord.i18n.catalogue import language
from bot.surfaces.discord.pages.message import Audience, Button, Link, Message, Reader
from bot.surfaces.web.desk.shelf import Opened
from bot.surfaces.wording import answer_text, note

_NOBODY = 1  # the id of a reader whom nothing is kept of


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the picture: what it stands for, how long it is (0..1), and whether it is the one that was taken."""

    label: str
    value: float
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A question with its reply, taken apart.

    Attributes:
        question: what was asked.
        outcome: the name of the reply's kind.
        text: the reply as Discord's markdown.
        buttons: the labels of what can be pressed under it.
        passages: what it quotes.
        entry: the key of the entry that it stands on; empty where it stands on none.
        confidence: how sure what is said is, 0..1.
        threshold: the confidence from which a question is answered.
        phrasing: the wording that was nearest; empty where nothing was weighed.
        words: the question's words, each with how it was matched: exact, spelling, stem, synonym, missing, against, or plain.
        against: the signs against an answer, each with its words.
        bars: the entries that were weighed.
    """

    question: str
    outcome: str
    text: str
    buttons: tuple[str, ...]
    passages: tuple[Passage, ...]
    entry: str
    confidence: float
    threshold: float
    phrasing: str
    words: tuple[tuple[str, str], ...]
    against: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a batch with what became of it."""

    question: str
    outcome: str
    entry: str
    said: str
    confidence: float


def see(opened: Opened, question: str) -> Seen:
    """Return the reply to a question, taken apart."""
    reply = opened.answerer.answer(question)
    message = opened.controller.ask(question, Reader(_NOBODY, language("en"), Audience.EVERYONE_IF_SURE))
    found = reply.reason.evidence
    return Seen(
        question=question,
        outcome=outcome_name(reply),
        text=message.text,
        buttons=tuple(_labels(message)),
        passages=passages_of(reply),
        entry=entry_of(reply),
        confidence=reply.confidence,
        threshold=reply.reason.threshold,
        phrasing=found.phrasing if found else "",
        words=tuple(_words(question, reply)),
        against=tuple((guard.name, ", ".join(guard.words)) for guard in reply.reason.guards),
        bars=tuple(_bars(opened, reply)),
    )


def ask_all(opened: Opened, questions: Sequence[str]) -> tuple[Asked, ...]:
    """Return what becomes of many questions, the least sure first, those equally sure in the order in which they were asked."""
    replies = [opened.answerer.answer(question, explained=False) for question in questions]
    asked = (
        Asked(reply.question, outcome_name(reply), entry_of(reply), _said(reply), reply.confidence) for reply in replies
    )  # fmt: skip
    return tuple(sorted(asked, key=lambda one: one.confidence))


def entry_of(reply: Outcome) -> str:
    """Return the key of the entry that a reply stands on; empty where it stands on none."""
    return reply.entry.key if isinstance(reply, Answer | NotSaid | Contradicted) else ""


def lit_article(article: Article, passages: Iterable[Passage]) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """Return an article's paragraphs, each as stretches of its text with whether a passage covers them."""
    spans = [(passage.start, passage.end) for passage in passages]
    paragraphs: dict[int, list[tuple[str, bool]]] = {}
    for sentence in article.sentences:
        own = paragraphs.setdefault(sentence.paragraph, [])
        own += [*_stretches(article.text, sentence.start, sentence.end, spans), (" ", False)]
    return tuple(tuple(stretches) for stretches in paragraphs.values())


def _stretches(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    cuts = sorted({start, end, *(place for span in spans for place in span if start < place < end)})
    for begin, stop in pairwise(cuts):
        yield text[begin:stop], any(first <= begin and stop <= last for first, last in spans)


def _labels(message: Message) -> Iterator[str]:
    for row in message.rows:
        yield from (control.label for control in row if isinstance(control, Button | Link))


def _words(question: str, reply: Outcome) -> Iterator[tuple[str, str]]:
    """Yield the question's words as they were written, each with how it was matched."""
    found = reply.reason.evidence
    known = {word: "against" for guard in reply.reason.guards for text in guard.words for word in tokenise(text)}
    if found:
        known = {match.word: match.how for match in found.matched} | dict.fromkeys(found.missing, "missing") | known
    for word in question.split():
        yield word, next((known[token] for token in tokenise(word) if token in known), "plain")


def _bars(opened: Opened, reply: Outcome) -> Iterator[Bar]:
    """Yield what was weighed, the taken entry first; each entry once."""
    seen = {entry_of(reply)}
    if isinstance(reply, Answer | NotSaid | Contradicted):
        yield Bar(reply.entry.question, reply.confidence, chosen=True)
    for suggestion in suggestions_of(reply):
        if suggestion.entry.key not in seen:
            seen.add(suggestion.entry.key)
            yield Bar(suggestion.entry.question, suggestion.confidence)
    rival = reply.reason.runner_up
    if rival and rival.entry not in seen:
        yield Bar(opened.answerer.entry(rival.entry).question, min(1.0, max(0.0, rival.score)))


def _said(reply: Outcome) -> str:
    """Return what a reply says in a line."""
    if isinstance(reply, Answer):
        return answer_text(reply)
    offered = "; ".join(suggestion.entry.question for suggestion in suggestions_of(reply))
    return note(reply) or (f"Did you mean: {offered}" if offered else "")
