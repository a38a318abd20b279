"""Wordings for many entries at once, from a text file that a curator writes.

A line `entry-id:` is followed by one wording a line; `entry-id: wording` is both on one line; the entry's question may stand in
place of its id. With `yes` or `no` before the id
the wordings are those whose reply begins so. `synonym word: other, other` adds synonyms. A line that starts with # is a comment,
and a dash before a wording is passed over.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from bot.curation.edit.edits import AddSynonym, AddWording, WordingField
from bot.curation.edit.saving import edited
from bot.curation.edit.trial import Astray, Claimed, Known, Taken, claimed, try_wordings
from bot.errors import Fault, KnowledgeError
from bot.knowledge import Manuscript, short, wording_fault, wording_key, wordings_of
from bot.matching import EncoderName

_HEADER = re.compile(r"(?:(?P<field>yes|no)\s+)?(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\s*:(?:\s+(?P<rest>.*))?", re.IGNORECASE)
_SYNONYM = re.compile(r"synonyms?\s+(?P<word>[^:]+?)\s*:\s+(?P<others>.+)", re.IGNORECASE)
_FIELDS: dict[str, WordingField] = {"": "phrasings", "yes": "answered_yes", "no": "answered_no"}
_COLON = re.compile(r"\s*:(?:\s+|$)")
_NEAR_IDS = 3  # told where an id is not there
_MISTYPED = 0.7  # likeness to an entry's id from which a word before a colon is taken for it, mistyped


@dataclass(frozen=True, slots=True)
class Line:
    """One addition of a file of wordings, and the line on which it stands."""

    number: int
    edit: AddWording | AddSynonym

    @property
    def text(self) -> str:
        """What is added."""
        return self.edit.wording if isinstance(self.edit, AddWording) else ", ".join(self.edit.others)


@dataclass(frozen=True, slots=True)
class LeftOutWording:
    """A wording that is not added: where it leads, which entry has or had it, or what it would take from another entry."""

    line: Line
    why: Astray | Claimed | Known | Taken

    @property
    def harmless(self) -> bool:
        """Whether nothing is lost: its entry has it already."""
        return isinstance(self.why, Known) and isinstance(self.line.edit, AddWording) and self.why.owner == self.line.edit.entry


@dataclass(frozen=True, slots=True)
class WordingsRead:
    """A file of wordings: what it adds, and the wordings that an entry, or a line before, has already."""

    lines: tuple[Line, ...]
    known: tuple[LeftOutWording, ...]


@dataclass(frozen=True, slots=True)
class WordingsTried:
    """What of a file of wordings is added, and what not.

    Attributes:
        after: the knowledge file with what is added, not yet saved.
        taken: wordings that would be taken from other entries, though by none of the new wordings alone.
    """

    after: Manuscript
    added: tuple[Line, ...]
    left_out: tuple[LeftOutWording, ...]
    taken: tuple[Taken, ...]


def read_wordings(file: Path, text: str, manuscript: Manuscript) -> WordingsRead:
    """Return what a text adds to a knowledge file.

    Raises:
        KnowledgeError: with every fault of the text, each with its line.
    """
    reading = _Reading(file, manuscript)
    written = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    lines = tuple(line for number, one in written for line in reading.line(number, one.strip()))
    if not (lines or reading.known or reading.faults):
        reading.refuse(None, "there is no wording in it", "write a line such as “entry-id: a wording”")
    if reading.faults:
        raise KnowledgeError(reading.faults)
    return WordingsRead(lines, tuple(reading.known))


def try_lines(
    manuscript: Manuscript,
    lines: Sequence[Line],
    cache: Path | None,
    on_step: Callable[[str], object],
    encoder: EncoderName = "use",
) -> WordingsTried:
    """Work out what additions do to a knowledge file; nothing is written.

    A wording is left out that would not lead to its entry, that another entry is the reply to until now, or that would take a
    question from another one; the rest is added.

    Raises:
        KnowledgeError: a synonym cannot be meant.
        OutputError: the file cannot be changed in place.
    """
    if not lines:
        return WordingsTried(manuscript, (), (), ())
    after = edited(manuscript, [line.edit for line in lines])
    on_step("asking every question with the new wordings")
    trial = try_wordings(manuscript, after, cache, encoder)
    rows = {(line.edit.entry, line.edit.wording): line for line in lines if isinstance(line.edit, AddWording)}
    wrong: dict[Line, LeftOutWording] = {}
    taken: list[Taken] = []
    found: tuple[Astray | Claimed | Taken, ...] = (*trial.astray, *claimed(manuscript, trial, cache, encoder), *trial.taken)
    for why in found:
        line = rows.get((why.taker, why.by) if isinstance(why, Taken) else (why.wording.entry.id, why.wording.text))
        if line:
            wrong.setdefault(line, LeftOutWording(line, why))
        elif isinstance(why, Taken):
            taken.append(why)
    added = tuple(line for line in lines if line not in wrong)
    if wrong:
        after = edited(manuscript, [line.edit for line in added])
    return WordingsTried(after, added, tuple(sorted(wrong.values(), key=lambda one: one.line.number)), tuple(taken))


class _Reading:
    """Reads line after line; `faults` gathers what is wrong, `known` the wordings that are there already."""

    def __init__(self, file: Path, manuscript: Manuscript) -> None:
        self._file, self._manuscript = file, manuscript
        self._open: tuple[str, WordingField] | None = None
        self._told = False  # that there is no entry for the lines that follow
        self.faults: list[Fault] = []
        self.known: list[LeftOutWording] = []
        self._questions = {wording_key(fields.question): id_ for id_, (_, fields) in manuscript.written.items()}
        self._owners = {
            wording_key(text): id_
            for id_, (_, fields) in manuscript.written.items()
            for text in (fields.question, *(text for texts in wordings_of(fields).values() for text in texts))
        }
        self._lines: dict[str, tuple[int, str]] = {}

    def refuse(self, number: int | None, what: str, fix: str) -> None:
        """Note what is wrong with a line."""
        self.faults.append(Fault(self._file, "wording", what, fix, number))

    def line(self, number: int, written: str) -> Iterator[Line]:
        """Yield what a line adds, if anything."""
        if not written or written.startswith("#"):
            return
        synonym, header, asked = _SYNONYM.fullmatch(written), _HEADER.fullmatch(written), self._question(written)
        if synonym:
            yield from self._synonym(number, synonym["word"], synonym["others"])
        elif asked:
            yield from self._section(number, asked[0], "phrasings", asked[1])
        elif header and self._is_header(header):
            yield from self._section(number, header["id"], _FIELDS[(header["field"] or "").lower()], header["rest"] or "")
        else:
            yield from self._wording(number, written.removeprefix("- ").strip())

    def _synonym(self, number: int, word: str, written: str) -> Iterator[Line]:
        others = tuple(other.strip() for other in written.split(","))
        faults = [fault for text in (word, *others) if (fault := wording_fault(text))]
        if faults:
            self.refuse(number, f"a synonym of “{short(word)}” {faults[0][0]}", faults[0][1])
        elif set(others) <= {word, *self._manuscript.fields.synonyms.get(word, ())}:
            self.refuse(number, f"“{short(word)}” has these synonyms already", "leave the line out")
        else:
            yield Line(number, AddSynonym(word, others))

    def _is_header(self, header: re.Match[str]) -> bool:
        """Say whether a word before a colon is meant as an entry's id; a wording may have a colon too."""
        id_ = header["id"]
        mistyped = get_close_matches(id_, self._manuscript.written, 1, _MISTYPED)
        return id_ in self._manuscript.written or bool(mistyped) or "-" in id_ or not header["rest"]

    def _question(self, written: str) -> tuple[str, str] | None:
        """Return the id of the entry whose question stands before a colon, and what follows it; None where none does."""
        for colon in _COLON.finditer(written):
            id_ = self._questions.get(wording_key(written[: colon.start()]))
            if id_:
                return id_, written[colon.end() :]
        return None

    def _section(self, number: int, id_: str, field: WordingField, rest: str) -> Iterator[Line]:
        self._begin(number, id_, field)
        if self._open and rest:
            yield from self._wording(number, rest)

    def _begin(self, number: int, id_: str, field: WordingField) -> None:
        self._open, self._told = None, True
        if id_ not in self._manuscript.written:
            near = " or ".join(get_close_matches(id_, self._manuscript.written, _NEAR_IDS))
            fix = f"did you mean {near}?" if near else "name it by its id; a wording that looks so is written behind “- ”"
            self.refuse(number, f"no entry is called {short(id_)}", fix)
        elif field != "phrasings" and self._manuscript.at(id_)[0] == "unanswered":
            self.refuse(number, f"{id_} has no answer that could begin with yes or no", "leave the yes or no out")
        else:
            self._open = id_, field

    def _wording(self, number: int, text: str) -> Iterator[Line]:
        if self._open is None:
            if not self._told:
                self.refuse(number, f"“{short(text)}” stands under no entry", "write a line such as “entry-id:” above it")
            self._told = True
            return
        key, fault, line = wording_key(text), wording_fault(text), Line(number, AddWording(self._open[0], text, self._open[1]))
        owner, (earlier, beside) = self._owners.get(key), self._lines.setdefault(key, (number, self._open[0]))
        if fault:
            self.refuse(number, f"“{short(text)}” {fault[0]}", fault[1])
        elif owner or earlier != number:
            self.known.append(LeftOutWording(line, Known(owner) if owner else Known(beside, earlier)))
        else:
            yield line
