"""What every kind of reply has under another name: what it is called, shows and offers."""

from bot.answering.reply.kinds import (
    About,
    Answer,
    ClosestPassages,
    Contradicted,
    NotSaid,
    OffTopic,
    Outcome,
    Suggestions,
    Unclear,
)
from bot.answering.reply.reason import Suggestion
from bot.knowledge import Passage


def outcome_name(reply: Outcome) -> str:
    """Return what the kind of reply is called in the contract with other programs."""
    match reply:
        case Answer():
            return "answer"
        case Suggestions():
            return "suggestions"
        case ClosestPassages():
            return "passage"
        case NotSaid() | Contradicted():
            return "not_said"
        case Unclear():
            return "unclear"
        case OffTopic():
            return "off_topic"
        case About():
            return "about"


def passages_of(reply: Outcome) -> tuple[Passage, ...]:
    """Return the passages that a reply shows, whatever they are to the question."""
    match reply:
        case Answer(entry=entry, also=also):
            return (*entry.passages, *(passage for other in also for passage in other.passages))
        case NotSaid(entry=entry) | Contradicted(entry=entry):
            return entry.passages
        case ClosestPassages(passages=passages):
            return passages
        case Suggestions() | Unclear() | OffTopic() | About():
            return ()


def points_of(reply: Outcome) -> tuple[str, ...]:
    """Return what each passage of an overview says, a line of a list each; nothing of any other reply."""
    return reply.entry.points if isinstance(reply, Answer) and not reply.also else ()


def suggestions_of(reply: Outcome) -> tuple[Suggestion, ...]:
    """Return the entries that a reply offers beside or in place of an answer."""
    return () if isinstance(reply, Answer | OffTopic | About) else reply.suggestions


def opened(reply: Answer) -> str:
    """Return an approved answer, behind yes or no where the question asks for it; in the language of its knowledge file."""
    return f"{reply.opening.capitalize()}. {reply.entry.answer}" if reply.opening else reply.entry.answer
