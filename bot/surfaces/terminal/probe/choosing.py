"""Going through what a probe found in a terminal, one question at a time, one key each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from bot.curation.edit import Edit
from bot.curation.probe import Mending, Probe, Taking, Way, Wrong, ways
from bot.knowledge import Knowledge
from bot.language import harmless
from bot.surfaces.terminal.probe.figures import figures, lines_of

_LETTERS: dict[Taking, str] = {"wording": "w", "note": "n", "synonym": "s", "drop": "d"}
_SKIPPING = ("\r", "\n", " ")
_QUITTING = ("q", "\x03", "\x04", "\x1b")


@dataclass
class Taken:
    """What was taken of one knowledge file: edits in their order, and questions to drop for good."""

    edits: list[Edit] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def take(self, way: Way) -> None:
        """Take one way more."""
        self.edits += way.edits
        self.dropped += [way.dropped] if way.dropped else []


def go_through(
    found: Probe, library: Sequence[Knowledge], mending: Mapping[Path, Sequence[Mending]], read_key: Callable[[], str]
) -> dict[Path, Taken]:
    """Show each question that went wrong with what may be done, and return what was chosen for each file; nothing is written.

    Args:
        found: what was found.
        library: what was probed.
        mending: for a file the synonyms that mend several misses, which come first.
        read_key: gives the next key that is pressed; it may raise EOFError and KeyboardInterrupt, which leave.
    """
    _say(figures(found))
    taken = {knowledge.path: Taken() for knowledge in library}
    offers = [(path, one) for path, mendings in mending.items() for one in mendings]
    mended = _mended(offers, taken, read_key)
    if mended is not None:
        _each([one for one in found.wrong if one not in mended], library, taken, read_key)
    return taken


def _mended(offers: Sequence[tuple[Path, Mending]], taken: dict[Path, Taken], read_key: Callable[[], str]) -> set[Wrong] | None:
    """Offer synonyms, and return the misses that those that were taken mend; None to leave."""
    mended: set[Wrong] = set()
    for path, one in offers:
        told = f"“{one.other}” as a synonym of “{one.word}”"
        way = _chosen(f"{told} mends {len(one.mended)} misses", [Way("synonym", told, (one.edit,))], read_key)
        if way is None:
            return None
        taken[path].take(way)
        mended |= {*one.mended} if way.edits else set()
    return mended


def _each(wrong: Sequence[Wrong], library: Sequence[Knowledge], taken: dict[Path, Taken], read_key: Callable[[], str]) -> None:
    owners = {entry.key: knowledge for knowledge in library for entry in knowledge.entries}
    for number, one in enumerate(wrong, start=1):
        knowledge = owners[one.asked.entry]
        of_file = taken[knowledge.path]
        shown = "\n".join((f"{number} of {len(wrong)}", *lines_of(one)))
        way = _chosen(shown, ways(one, knowledge, of_file.edits), read_key)
        if way is None:
            return
        of_file.take(way)


_SKIP = Way("drop", "skipped")  # with nothing to drop


def _chosen(shown: str, offered: Iterable[Way], read_key: Callable[[], str]) -> Way | None:
    """Return the way that a key takes, one that does nothing to go on, or None to leave."""
    by_key = {_LETTERS[way.taking]: way for way in offered}
    _say(
        (
            "",
            *shown.split("\n"),
            *(f"    {key}  {way.told}" for key, way in by_key.items()),
            "    enter  skip    q  write and leave",
        )
    )
    while True:
        try:
            key = read_key().casefold()
        except (EOFError, KeyboardInterrupt):
            return None
        if key in _QUITTING:
            return None
        if key in by_key or key in _SKIPPING:
            way = by_key.get(key, _SKIP)
            _say((f"    → {way.told}",))
            return way


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(harmless(line))
