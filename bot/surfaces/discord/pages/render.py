"""Replies as Discord messages: whole in their text, so that they are read without embeds and by screen readers.

Each kind of reply begins in words of its own, so that the kinds are told apart without colour.
"""

from bot.answering import (
    About,
    Answer,
    Answerer,
    ClosestPassages,
    Contradicted,
    NotSaid,
    OffTopic,
    Outcome,
    Suggestions,
    Unclear,
    passages_of,
    suggestions_of,
)
from bot.surfaces.discord.custom_id import AboutBot, Topics
from bot.surfaces.discord.pages.markup import plain
from bot.surfaces.discord.pages.message import Button, Message, Reader
from bot.surfaces.discord.pages.replies.answers import answer
from bot.surfaces.discord.pages.replies.misses import denied, did_you_mean, miss, off_topic, with_nearby
from bot.surfaces.languages import in_their_language
from bot.surfaces.wording import about_text


def render(answerer: Answerer, reply: Outcome, reader: Reader) -> Message:
    """Return the message for a reply; who sees it depends on the reply and on the reader's audience."""
    say = reader.language.say
    match reply:
        case Answer():
            return answer(answerer, reply, reader)
        case Unclear(gone=True):
            return miss(say("gone-exchange"), reader, ())
        case Suggestions(suggestions=suggestions) | Unclear(suggestions=suggestions):
            return did_you_mean(suggestions, in_their_language(reply), reader)
        case ClosestPassages():
            head = say("closest-passage")
        case NotSaid() | Contradicted():
            return denied(answerer, reply, reader)
        case OffTopic():
            return off_topic(reply, reader)
        case About():
            line = plain(about_text(reply, reader.language.code))
            known = (Button(say("button-topics"), Topics()),) if answerer.topics or answerer.examples else ()
            return miss(line, reader, (*known, Button(say("button-about"), AboutBot())))
    return with_nearby(answerer, head, passages_of(reply), suggestions_of(reply), reader)
