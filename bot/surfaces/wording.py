"""What replies are called and said in English, by every surface that has no catalogue of its own: the terminal and JSON."""

from collections.abc import Sequence

from bot.answering import (
    About,
    Answer,
    ClosestPassages,
    Contradicted,
    NotSaid,
    OffTopic,
    Outcome,
    Suggestion,
    Suggestions,
    Unclear,
    about_entries,
    opened,
    points_of,
)
from bot.surfaces.languages import in_their_language

DID_YOU_MEAN = "I am not sure what you mean. Did you mean:"
DOES_ANSWER = "The article does answer:"
UNDERSTOOD_AS = "Understood as: {question} (If that is not what you meant, ask it in full.)"
ALSO_LEFT = "You also asked “{question}”; I am not sure of that. Please ask it by itself."
NO_TOPICS = "Nobody has written down questions here yet. Ask anything, and I show the closest passage."
_CLOSEST = "Closest in the article:"
_UNSURE = "I am not sure what you mean."
_GONE = "What you refer to is no longer among what I answer. Please ask it in full."
_NOTHING_ANSWERED = "Nobody has approved an answer about this article yet."
_OUTSIDE = "That is outside this article."
_UNREADABLE = "I cannot read a question in that."
_ARTICLES_NAMED = 6


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
            return f"The article says {known}, not {asked}."
        case Unclear(gone=gone):
            return _GONE if gone else _with_theirs(_UNSURE, reply)
        case OffTopic():
            return _with_theirs(_off_topic(reply), reply)
        case About():
            return about_text(reply, "en")


def answer_text(reply: Answer) -> str:
    """Return an approved answer, behind yes or no where the question asks for it, with its points and the replies to further
    questions, a line each.
    """
    points = (f"• {point}" for point in points_of(reply))
    return "\n".join((opened(reply), *points, *(entry.answer or entry.note for entry in reply.also)))


def about_text(reply: About, language: str) -> str:
    """Return what the bot says about itself in a language, with the name and the contact that its operator chose."""
    names = reply.names
    return about_entries(language)[reply.topic].text.format(name=names.name, contact=names.contact, article=names.article)


def _with_theirs(line: str, reply: Outcome) -> str:
    """Return a line with the one in the asker's own language, where there is one."""
    return f"{line}\n{theirs}" if (theirs := in_their_language(reply)) else line


def _off_topic(reply: OffTopic) -> str:
    invitation = f" Ask me about {_either(reply.topics)}." if reply.topics else _for_example(reply.examples)
    match reply.why:
        case "nothing near":
            return f"I find nothing near that in {_some(reply.articles)}."
        case "outside":
            return _OUTSIDE + invitation
        case "unreadable":
            return _UNREADABLE + invitation
        case "nothing answered":
            return _NOTHING_ANSWERED + invitation


def _for_example(questions: Sequence[str]) -> str:
    """Return an invitation to ask one of some questions; nothing where there are none."""
    return f" Ask me, for example: {' '.join(f'“{question}”' for question in questions)}" if questions else ""


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
