"""What replies are called and said in English, by every surface that has no catalogue of its own: the terminal and JSON."""

from collections.abc import Sequence

from bot.answering import (
    Answer,
    ClosestPassages,
    Contradicted,
    NotSaid,
    OffTopic,
    Outcome,
    Suggestion,
    Suggestions,
    Unclear,
)

DID_YOU_MEAN = "I am not sure what you ask. Did you mean:"
DOES_ANSWER = "The article does answer:"
NO_TOPICS = "Nobody has written down questions here yet. Ask anything, and I show the closest passage."
_CLOSEST = "The closest passage, not an answer: nobody has approved an answer to that question."
_UNANSWERED = "The article does not answer that."
_OUTSIDE = "That is outside this article."
_UNREADABLE = "I cannot read a question in that."
_ARTICLES_NAMED = 6


def outcome_name(reply: Outcome) -> str:
    """Return what the kind of reply is called in the contract with other programs."""
    match reply:
        case Answer():
            return "answer"
        case Suggestions():
            return "suggestions"
        case ClosestPassages():
            return "passage"
        case NotSaid() | Contradicted() | Unclear() | OffTopic():
            return "no_answer"


def note(reply: Outcome) -> str | None:
    """Return what a reply that is no answer says in its own words; None where its answer or suggestions say it all."""
    match reply:
        case Answer() | Suggestions():
            return None
        case ClosestPassages():
            return _CLOSEST
        case NotSaid(entry=entry):
            return entry.note
        case Contradicted(asked=asked, known=known):
            return f"The article speaks of {known}, not {asked}."
        case Unclear():
            return _UNANSWERED
        case OffTopic():
            return _off_topic(reply)


def _off_topic(reply: OffTopic) -> str:
    invitation = f" Ask me about {_either(reply.topics)}." if reply.topics else ""
    match reply.why:
        case "nothing near":
            return f"I find nothing near that in {_some(reply.articles)}."
        case "outside":
            return _OUTSIDE + invitation
        case "unreadable":
            return _UNREADABLE + invitation
        case "nothing answered":
            return _UNANSWERED + invitation


def _either(names: Sequence[str]) -> str:
    """Return names as they stand in a sentence: the meeting, the treaty or Taiwan."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def _some(titles: Sequence[str]) -> str:
    """Return the first titles in quotes, and how many more there are."""
    named = ", ".join(f"“{title}”" for title in titles[:_ARTICLES_NAMED])
    return f"{named} and {len(titles) - _ARTICLES_NAMED} more" if len(titles) > _ARTICLES_NAMED else named


def offered(suggestion: Suggestion) -> str:
    """Return a suggested question, with its article's name where there are several."""
    return f"{suggestion.entry.question} (in “{suggestion.article}”)" if suggestion.article else suggestion.entry.question
