"""Checks of knowledge that has been proven: what a curator should still mend before readers see it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering import Answer, Answerer, NoAnswer
from bot.knowledge import Entry, Knowledge

PHRASINGS, UNANSWERED_PHRASINGS = 10, 5
"""Fewest wordings with which an answered and an unanswered entry is found reliably."""
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: `rule` names the check; an error keeps the file from shipping, a warning does not."""

    rule: str
    severity: str
    where: str
    what: str


def check(answerer: Answerer) -> tuple[Finding, ...]:
    """Return every finding, by file, in the order of the checks."""
    return tuple(
        finding
        for knowledge in answerer.library
        for findings in (_coverage(knowledge), _wording(knowledge), _regression(answerer, knowledge))
        for finding in findings
    )


def uncovered(knowledge: Knowledge) -> tuple[int, ...]:
    """Return the numbers of the citable sentences that no answered entry cites."""
    article = knowledge.article
    cited = {s.number for e in knowledge.entries if e.answered for p in e.passages for s in article.sentences_within(p)}
    return tuple(sentence.number for sentence in article.citable() if sentence.number not in cited)


def _coverage(knowledge: Knowledge) -> Iterator[Finding]:
    sentences = {sentence.number: sentence for sentence in knowledge.article.sentences}
    for number in uncovered(knowledge):
        text = knowledge.article.text[sentences[number].start : sentences[number].end]
        what = f"no entry cites sentence {number}, “{_short(text)}”; add one, or list the line in article.captions if it is one"
        yield Finding("coverage", "warning", str(knowledge.path), what)


def _wording(knowledge: Knowledge) -> Iterator[Finding]:
    for entry in knowledge.entries:
        fewest = PHRASINGS if entry.answered else UNANSWERED_PHRASINGS
        if len(entry.phrasings) < fewest:
            what = f"{entry.id} has {len(entry.phrasings)} phrasings; write at least {fewest}, as different people would ask"
            yield Finding("wording", "warning", str(knowledge.path), what)


def _regression(answerer: Answerer, knowledge: Knowledge) -> Iterator[Finding]:
    for entry in knowledge.entries:
        for text in (entry.question, *entry.phrasings):
            got = _reached(answerer, text)
            if got != entry.id:
                what = f"“{_short(text)}” of {entry.id} leads to {got or 'no entry'}; reword it or move it"
                yield Finding("regression", "error", str(knowledge.path), what)


def _reached(answerer: Answerer, text: str) -> str | None:
    reply = answerer.answer(text)
    entry: Entry | None = reply.entry if isinstance(reply, Answer | NoAnswer) else None
    return entry.id if entry else None


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
