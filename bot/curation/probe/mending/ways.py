"""What may be done about a question that went wrong: edits to the knowledge file, or to drop it for good."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.curation.edit import AddEntry, AddSynonym, AddWording, Edit, Proposal, WordingField
from bot.curation.english.verbs import AUXILIARIES, base_form
from bot.curation.probe.ground import Ground
from bot.curation.probe.probed import ProbeQuestion, Wrong
from bot.curation.probe.text import lower_first, words_in
from bot.knowledge import LONGEST_ID, QUESTION, Entry, Knowledge, plain_spaces
from bot.language import load_pack

Taking = Literal["wording", "note", "synonym", "drop"]
_ONLY = "only-"  # the beginning of the id of an entry that is made here
_LONGEST_QUOTE = 30  # words of a passage that a note quotes
_LONGEST_STATEMENT = 25
_ATTRIBUTION = re.compile(r", [^,]+ (?:said|says|wrote|stated)\.?$")
_DETERMINERS = ("the", "a", "an", "this", "that", "its", "his", "her", "their", "both", "many", "all", "no", "it", "they")
_PRONOUNS = ("it", "they", "this", "that", "its", "his", "her", "their")  # nobody knows of whom or what they speak in a note


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that may be done.

    Attributes:
        taking: what it is.
        told: what it writes, in a line.
        edits: the edits; none where the question is dropped.
        dropped: the question, where it is dropped for good.
    """

    taking: Taking
    told: str
    edits: tuple[Edit, ...] = ()
    dropped: str = ""


def ways(wrong: Wrong, knowledge: Knowledge, pending: Iterable[Edit] = ()) -> tuple[Way, ...]:
    """Return what may be done about a question, the likeliest first.

    Args:
        wrong: the question, of an answered entry of this knowledge.
        knowledge: the knowledge that it was asked.
        pending: edits that will be made before: an entry that they add is used again.
    """
    asked = wrong.asked
    entry = next(entry for entry in knowledge.entries if entry.key == asked.entry)
    wording = Way("wording", f"a wording of {entry.id}", (AddWording(entry.id, asked.question, _field(asked, entry)),))
    drop = Way("drop", "drop it for good", dropped=asked.question)
    if asked.is_trap:
        return (_note(asked, entry, knowledge, pending), wording, drop)
    return (*_synonym(asked), wording, drop)


def _field(asked: ProbeQuestion, entry: Entry) -> WordingField:
    """Return where a wording goes: it is answered yes or no as the one that it was made of, if it is its paraphrase."""
    if asked.is_trap or asked.wording not in (*entry.yes, *entry.no):
        return "phrasings"
    return "answered_yes" if asked.wording in entry.yes else "answered_no"


def _synonym(asked: ProbeQuestion) -> tuple[Way, ...]:
    if asked.kind != "synonym":
        return ()
    word, other = asked.before.casefold(), asked.after
    return (Way("synonym", f"“{other}” as a synonym of “{word}”", (AddSynonym(word, (other,)),)),)


def _note(asked: ProbeQuestion, entry: Entry, knowledge: Knowledge, pending: Iterable[Edit]) -> Way:
    """Return the question as a wording under the entry's ready note, in an entry of its own; one that is there is used."""
    id_ = f"{_ONLY}{entry.id}"[:LONGEST_ID].strip("-")
    known = {one.id for one in knowledge.entries} | {edit.proposal.id for edit in pending if isinstance(edit, AddEntry)}
    note = ready_note(entry, knowledge)
    if id_ in known or len(asked.question) > QUESTION:
        return Way("note", f"not answered, a wording of {id_}: {note}", (AddWording(id_, asked.question),))
    question = asked.question[:1].upper() + asked.question[1:]
    proposal = Proposal(
        question=question if question.endswith("?") else f"{question}?",
        answer="",
        note=note,
        passages=_quotes(entry, knowledge),
        phrasings=(),
        topic=entry.topic,
        id=id_,
        near=(),
    )
    return Way("note", f"not answered, in a new entry: {note}", (AddEntry(proposal),))


def _quotes(entry: Entry, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the entry's passages as they may be written: those that stand in the article once."""
    quotes = (plain_spaces(passage.quote) for passage in entry.passages)
    return tuple(quote for quote in quotes if plain_spaces(knowledge.article.text).count(quote) == 1)


def ready_note(entry: Entry, knowledge: Knowledge) -> str:
    """Return a note that says what the article says, true by itself whatever was asked: the answer's words, or the passage's."""
    names = Ground(knowledge).name_words
    if _is_statement(entry.answer, names, knowledge):
        return f"The article says only that {lower_first(entry.answer, names)}"
    words = plain_spaces(entry.passages[0].quote).replace("“", "‘").replace("”", "’").split(" ")
    quote, whole = " ".join(words[:_LONGEST_QUOTE]), len(words) <= _LONGEST_QUOTE
    return f"The article says only: “{quote}”" + ("" if whole and quote[-1:] in ".!?’" else "." if whole else " …")


def _is_statement(answer: str, names: frozenset[str], knowledge: Knowledge) -> bool:
    """Say whether an answer may stand behind “that”: it names who or what, and has a verb; no list, and nothing quoted."""
    words = [word.folded for word in words_in(_ATTRIBUTION.sub("", answer))]
    subject = bool(words) and words[0] not in _PRONOUNS and (words[0] in names or words[0] in _DETERMINERS)
    if not subject or any(mark in answer for mark in ":;“”") or len(words) > _LONGEST_STATEMENT or "article" in words:
        return False
    lexicon = load_pack(knowledge.article.language).lexicon
    return _has_verb(words, [base_form(word, lexicon) is not None for word in words])


def _has_verb(words: Sequence[str], past: Sequence[bool]) -> bool:
    """Say whether a verb stands behind the first word: one that helps another, or a past form that is no adjective."""
    places = range(1, len(words))
    return any(words[n] in AUXILIARIES or (past[n] and words[n - 1] not in (*_DETERMINERS, "of", "and")) for n in places)
