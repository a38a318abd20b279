"""Answers: what was approved, with its passages and those to further questions of the same message."""

from dataclasses import replace

from bot.answering import Answer, Answerer, opened
from bot.knowledge import Entry
from bot.surfaces.discord.i18n.catalogue import Language
from bot.surfaces.discord.pages.markup import LIMIT, label, plain, small, width
from bot.surfaces.discord.pages.message import Audience, Button, Control, Message, Reader
from bot.surfaces.discord.pages.quotation import in_context_of, link, with_passages
from bot.surfaces.discord.pages.replies.controls import delete, related, why

_ALSO = 60  # of a question that was asked too, in UTF-16 code units


def answered(
    answerer: Answerer,
    entry: Entry,
    question: str,
    reader: Reader,
    answer: str = "",
    understood: bool = False,
    room: int = LIMIT,
) -> Message:
    """Return the message of an answered entry: its question, the answer, its passages, and the buttons.

    Args:
        answerer: knows the articles.
        entry: what is answered.
        question: what was asked.
        reader: who asked.
        answer: the answer as it is said to this question; by default as it was approved.
        understood: whether the question leaned on the one before it, and is said in full.
        room: how much of a message it may take.
    """
    say = reader.language.say
    asked = plain(entry.question)
    head = f"{small(say('understood-as', question=asked) if understood else asked)}\n**{plain(answer or entry.answer)}**"
    text = with_passages(answerer, head, entry.passages, reader.language, entry.points, room)
    private = reader.audience is Audience.ASKER
    controls: list[Control] = [
        in_context_of(answerer, entry.passages, reader.language),
        related(entry, say),
        Button(say("button-why"), why(entry, question)),
        *([] if private else [delete(reader)]),
        *link(answerer, entry.passages, reader.language),
    ]
    return Message(text, private, (tuple(controls),))


def answer(answerer: Answerer, reply: Answer, reader: Reader) -> Message:
    """Return an answer with those to the further questions of its message, as far as they fit; what is left out is named."""
    named = [_also_left(entry.question, reader.language) for entry in reply.also]
    left = "".join(_also_left(question, reader.language) for question in reply.left)
    room = LIMIT - width("".join(named)) - width(left)
    understood = bool(reply.understood_as)
    shown = answered(answerer, reply.entry, reply.question, reader, opened(reply), understood, room)
    text = shown.text
    for entry, line in zip(reply.also, named, strict=True):
        room += width(line)
        head = f"{small(plain(entry.question))}\n**{plain(entry.answer or entry.note)}**"
        further = "\n\n" + with_passages(answerer, head, entry.passages, reader.language)
        text += further if width(text) + width(further) <= room else line
    return replace(shown, text=text + left)


def _also_left(question: str, language: Language) -> str:
    return f"\n{small(language.say('also-left', question=plain(label(question, _ALSO))))}"
