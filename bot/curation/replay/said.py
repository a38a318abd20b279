"""What an answerer says to a question, as far as a curator compares it; and an answerer that remembers what it said."""

from dataclasses import dataclass

from bot.answering import (
    About,
    Answer,
    Answerer,
    ClosestPassages,
    Contradicted,
    NotSaid,
    Outcome,
    opened,
    outcome_name,
    suggestions_of,
)
from bot.knowledge import Entry


@dataclass(frozen=True, slots=True)
class Said:
    """One reply.

    Attributes:
        outcome: the name of its kind.
        entry: the key of the entry that it stands on, or that it offers first; empty where there is none.
        confidence: how sure what is said is, 0..1.
        text: the answer, the note, or the nearest passage; empty where it says nothing of the article's.
    """

    outcome: str
    entry: str
    confidence: float
    text: str

    def differs(self, other: "Said") -> bool:
        """Say whether a reader would see another reply: a change of confidence alone is none."""
        return (self.outcome, self.entry, self.text) != (other.outcome, other.entry, other.text)


def said(reply: Outcome) -> Said:
    """Return what a curator compares of a reply."""
    entry = _entry(reply)
    return Said(outcome_name(reply), entry.key if entry else "", reply.confidence, _text(reply))


def _entry(reply: Outcome) -> Entry | None:
    match reply:
        case Answer(entry=entry) | NotSaid(entry=entry) | Contradicted(entry=entry):
            return entry
        case _:
            return next((suggestion.entry for suggestion in suggestions_of(reply)), None)


def _text(reply: Outcome) -> str:
    match reply:
        case Answer(also=also):
            return " ".join((opened(reply), *(entry.answer or entry.note for entry in also)))
        case NotSaid(entry=entry):
            return entry.note
        case Contradicted(asked=asked, known=known):
            return f"{asked}: {known}"
        case ClosestPassages(passages=passages):
            return passages[0].quote
        case About(topic=topic):
            return topic
        case _:
            return ""


class Voice:
    """An answerer that remembers what it said, for as long as somebody works with it.

    Args:
        answerer: what answers.
    """

    def __init__(self, answerer: Answerer) -> None:
        self.answerer = answerer
        self._replies: dict[str, Outcome] = {}

    def reply(self, question: str) -> Outcome:
        """Return the reply to a question, asked once."""
        if question not in self._replies:
            self._replies[question] = self.answerer.answer(question, explained=False)
        return self._replies[question]
