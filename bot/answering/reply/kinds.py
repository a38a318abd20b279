"""The kinds of reply: what is the case for a question, the same for every surface. How it is said is each surface's own."""

from dataclasses import dataclass, field
from typing import Literal

from bot.answering.reply.reason import Reason, Suggestion
from bot.knowledge import Entry, Passage

Opening = Literal["", "yes", "no"]


@dataclass(frozen=True, slots=True)
class Reply:
    """What every reply has.

    Attributes:
        question: the question as asked.
        confidence: how sure what is said is, 0..1.
        reason: why it is said.
        understood_as: the question in full, where the one asked leaned on the one before it; else empty.
    """

    question: str
    confidence: float
    reason: Reason
    understood_as: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Answer(Reply):
    """An approved answer with its passages.

    Attributes:
        entry: whose answer it is.
        opening: what a question for yes or no gets before it; empty where it does not ask so, or it is not known.
        also: the entries that reply to further questions of the same message, with an answer or a note.
        left: further questions of the message that nothing is sure enough for.
    """

    entry: Entry
    opening: Opening = ""
    also: tuple[Entry, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestions(Reply):
    """Did you mean: one to three entries, the likeliest first."""

    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class ClosestPassages(Reply):
    """No curated answer, only the closest passages; a surface says that they are only that.

    The confidence is that the first is about what was asked, not that it answers it.

    Attributes:
        passages: the closest first, at least one.
        suggestions: questions nearby that the article answers, at most three.
    """

    passages: tuple[Passage, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class NotSaid(Reply):
    """The article does not say it, on the word of an unanswered entry, whose note and passages tell what it does say.

    Attributes:
        entry: the unanswered entry that fits.
        suggestions: questions nearby that the article answers, at most three.
    """

    entry: Entry
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Contradicted(Reply):
    """The question would be answered but for one name or number, in place of which the article has another.

    Attributes:
        entry: the answered entry that is nearest; its passages show what the article has.
        asked: the name or number of the question.
        known: what the article has in its place, as the entry writes it.
        suggestions: questions nearby that the article answers, at most three.
    """

    entry: Entry
    asked: str
    known: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Unclear(Reply):
    """On the subject, as it seems, but no entry is near enough to answer or to suggest.

    Attributes:
        suggestions: entries that may be meant all the same, at most three.
        gone: whether it leans on a reply whose entry is no longer there.
        foreign_to: the tag of the article's language, where the question seems to be in another; else empty.
    """

    suggestions: tuple[Suggestion, ...]
    gone: bool = False
    foreign_to: str = ""


@dataclass(frozen=True, slots=True)
class OffTopic(Reply):
    """Nothing of what was asked is in the articles.

    Attributes:
        why: the question is nearer to questions about nothing here; or has no word that can be read; or no entry has an
            answer yet; or no passage of these articles is near.
        topics: the first of the topics that can be asked about, as they stand within a sentence; none in a bare article.
        articles: what each article is called.
        foreign_to: the tag of the article's language, where the question seems to be in another; else empty.
        examples: questions that can be asked, where there are entries and none has a topic.
    """

    why: Literal["outside", "unreadable", "nothing answered", "nothing near"]
    topics: tuple[str, ...]
    articles: tuple[str, ...]
    foreign_to: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """What the bot's texts about itself call things: itself, how to reach who runs it, the article."""

    name: str = "On Record"
    contact: str = "the people who run this server"
    article: str = ""


@dataclass(frozen=True, slots=True)
class About(Reply):
    """It was said to the bot about itself, or is small talk.

    Attributes:
        topic: what it is about, an id of the files in `about`.
        names: what the texts call things: the bot's name, the contact to its operator, the article (the first of several).
    """

    topic: str
    names: Names


Outcome = Answer | Suggestions | ClosestPassages | NotSaid | Contradicted | Unclear | OffTopic | About
"""Every reply there is: a `match` over it that forgets one does not type-check."""
