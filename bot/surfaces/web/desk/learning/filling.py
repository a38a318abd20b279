"""A card as a form: what its fields hold at first, and the edits that they are when it is accepted."""

from collections.abc import Mapping
from typing import Any

from bot.curation.edit import AddEntry, AddWording, Edit, Proposal
from bot.curation.learn import AsAnswer, AsNote, AsWording, Lesson, Way
from bot.errors import BotError
from bot.knowledge import plain_spaces
from bot.surfaces.web.desk.learning.bench import Filled, Taken

_FIELDS = ("entry", "question", "answer", "note", "passages", "wordings")


class NotFilledError(BotError):
    """A form lacks what its way needs; the message says what."""


def drafted(lesson: Lesson) -> Filled:
    """Return a card's form as it is first shown: the likeliest way, each field as it was drafted."""
    return Filled(0, {f"w{place}-{name}": text for place, way in enumerate(lesson.ways) for name, text in _texts(way).items()})


def _texts(way: Way) -> Mapping[str, str]:
    wordings = "\n".join(way.wordings)
    match way:
        case AsWording(entry=entry):
            return {"entry": entry.id, "wordings": wordings}
        case AsNote():
            return {"question": way.question, "note": way.note, "wordings": wordings}
        case AsAnswer():
            quote = plain_spaces(way.passage.quote)
            return {"question": way.question, "answer": plain_spaces(way.answer), "passages": quote, "wordings": wordings}


def filled_in(form: Mapping[str, Any], lesson: Lesson) -> Filled:
    """Return what a sent form holds; a field that it lacks is as it was drafted."""
    first = drafted(lesson)
    way = str(form.get("way", ""))
    place = int(way) if way.isascii() and way.isdigit() and int(way) < len(lesson.ways) else first.way
    return Filled(place, {name: str(form.get(name, text)) for name, text in first.fields.items()})


def taken(lesson: Lesson, filled: Filled) -> Taken:
    """Return the edits that an accepted card is.

    Raises:
        NotFilledError: a field that its way needs is empty.
    """
    way = lesson.ways[filled.way]
    field = {name: filled.fields.get(f"w{filled.way}-{name}", "").strip() for name in _FIELDS}
    wordings = _lines(field["wordings"])
    if isinstance(way, AsWording):
        return _as_wordings(filled, field["entry"], wordings)
    for name in ("question", "answer" if isinstance(way, AsAnswer) else "note", *(["passages"] * isinstance(way, AsAnswer))):
        if not field[name]:
            raise NotFilledError(f"The {name} is empty; write it, or choose another way.")
    return _as_entry(filled, field, wordings)


def _as_wordings(filled: Filled, entry: str, wordings: tuple[str, ...]) -> Taken:
    if not wordings:
        raise NotFilledError("There is no wording to learn here; type one, or skip this card.")
    number = f"{len(wordings)} wording{'s' if len(wordings) > 1 else ''}"
    edits: tuple[Edit, ...] = tuple(AddWording(entry, wording) for wording in wordings)
    return Taken(filled, edits, f"{number} for {entry}")


def _as_entry(filled: Filled, field: Mapping[str, str], wordings: tuple[str, ...]) -> Taken:
    question, answer, note = (plain_spaces(field[name]) for name in ("question", "answer", "note"))
    proposal = Proposal(
        question=question,
        answer=answer,
        note=note,
        passages=_lines(field["passages"]),
        phrasings=tuple(wording for wording in wordings if wording != question),
        topic="",
        id="",
        near=(),
    )
    return Taken(filled, (AddEntry(proposal),), f"new, {'answered' if answer else 'not answered'}: {question}")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(plain_spaces, text.splitlines()))))
