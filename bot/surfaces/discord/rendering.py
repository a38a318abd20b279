"""Replies as Discord messages: whole in their text, so that they are read without embeds and by screen readers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering import Answer, Answerer, NoAnswer, Reply, Suggestion, Suggestions
from bot.knowledge import Passage
from bot.surfaces.source import source_line

LIMIT = 2000  # characters of one message (Discord)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")
_CUT = "-# The passage goes on; it is shortened here to fit a message."
_LEAST = 80  # a passage shortened to less says nothing
BROKEN = "Something broke on my side, so this is no answer. Please try again; if it stays so, tell the operator: {id}"


@dataclass(frozen=True, slots=True)
class Message:
    """One message: its text, at most 2,000 characters, and whether only the asker should see it."""

    text: str
    private: bool


def render(answerer: Answerer, reply: Reply) -> Message:
    """Return the message for a reply. Answers are for everyone; doubts and misses for the asker alone."""
    match reply:
        case Answer(entry=entry):
            return Message(_with_passages(answerer, f"**{_plain(entry.answer)}**", entry.passages), private=False)
        case Suggestions(suggestions=suggestions):
            lines = ["I am not sure what you ask. Did you mean one of these?", *_questions(suggestions)]
            return Message(_fitted("\n".join(lines), LIMIT), private=True)
        case NoAnswer():
            text = _with_passages(answerer, _plain(reply.note), reply.passages)
            offered = "\n".join(["The article does answer:", *_questions(reply.suggestions)])
            fits = reply.suggestions and len(text) + len(offered) + 1 <= LIMIT
            return Message(f"{text}\n{offered}" if fits else text, private=True)
    raise TypeError(f"no message for {type(reply).__name__}")


def _with_passages(answerer: Answerer, head: str, passages: Sequence[Passage]) -> str:
    """Return the head with each passage quoted under it, as many as fit; what is left out or cut is said."""
    text = _fitted(head, LIMIT // 2)
    for place, passage in enumerate(passages):
        source = f"-# {source_line(answerer.article(passage), passage)}"
        left_out = f"\n-# {len(passages) - place} more in the article, paragraph {passage.paragraph}."
        quoted = f"\n{_quoted(passage.quote)}\n{source}"
        spare = 0 if place + 1 == len(passages) else len(left_out)
        if len(text) + len(quoted) + spare <= LIMIT:
            text += quoted
            continue
        room = LIMIT - len(text) - len(source) - len(_CUT) - len("\n> \n\n")
        shortened = _first_sentences(passage.quote, room)
        return text + (f"\n{_quoted(shortened)}\n{_CUT}\n{source}" if len(shortened) >= _LEAST else left_out)
    return text


def _quoted(quote: str) -> str:
    """Return a quote as Discord's block quote, its characters unchanged."""
    return "\n".join(f"> {line}" for line in quote.split("\n"))


def _questions(suggestions: Sequence[Suggestion]) -> list[str]:
    return [f"- {_plain(suggestion.entry.question)}" for suggestion in suggestions]


def _plain(text: str) -> str:
    """Escape what Discord would take for formatting in our own words (a quote is never touched)."""
    return re.sub(r"([\\*_~`|<>#\[\]])", r"\\\1", text)


def _fitted(text: str, room: int) -> str:
    return text if len(text) <= room else f"{_first_sentences(text, room - 2)} …"


def _first_sentences(text: str, room: int) -> str:
    """Return as many whole sentences as fit into so many characters; of one longer than that, whole words."""
    if len(text) <= room:
        return text
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if found.end() <= room]
    if ends:
        return text[: ends[-1]].rstrip()
    return text[: max(room, 0)].rpartition(" ")[0].rstrip()
