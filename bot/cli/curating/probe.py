"""The verb of the command line that tries a knowledge file with questions made from it: probe.

Like those of `bot.cli.ask` it imports what it needs when it runs.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.shared import KNOWLEDGE_PATH, Verb, answerer_from, echo_utf8, say

if TYPE_CHECKING:
    from bot.curation.edit import Edit
    from bot.curation.probe import Mending, Probe
    from bot.knowledge import Knowledge, Manuscript
    from bot.surfaces.terminal.probe import Taken

_MOST = 6


@click.command(cls=Verb)
@KNOWLEDGE_PATH
@click.option("--json", "as_json", is_flag=True, help="Write the result as one JSON object.")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of question, such as name or synonym; may be given again.")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1, 100),
    default=_MOST,
    show_default=True,
    help="Traps and paraphrases of an entry.",
)
def probe(path: Path | None, as_json: bool, kinds: tuple[str, ...], limit: int) -> None:
    """Ask the knowledge at PATH questions made from its answered entries, and show those that go wrong.

    A trap is a question that an entry does not answer, however near it is: another year, name or title, an opposite, who
    else, why. A paraphrase is an entry's question in other words. In a terminal each one that goes wrong is taken with one
    key, and the file is written at the end. Where nothing can be asked about an article, the reason is told. Exit code 0:
    nothing goes wrong; 1: something does.

    \b
    onrecord probe knowledge/treaty.yaml
    """
    from bot.knowledge import load
    from bot.settings import knowledge_path
    from bot.surfaces.terminal.probe import go_through, show_probe

    library = load(knowledge_path(path))
    found = _probed(library, kinds, limit)
    if as_json:
        echo_utf8(json.dumps(found.plain()))
    elif found.wrong and sys.stdin.isatty() and sys.stdout.isatty():
        for file, taken in go_through(found, library, _mending(found, library), click.getchar).items():
            _write(file, taken)
    else:
        show_probe(found)
    if found.wrong:
        sys.exit(1)


def _probed(library: "tuple[Knowledge, ...]", kinds: tuple[str, ...], limit: int) -> "Probe":
    from bot.curation import read_dropped
    from bot.curation.probe import KINDS, questions_of
    from bot.curation.probe import probe as ask_all
    from bot.settings import environment, read_settings

    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]} is no kind of question; the kinds are {', '.join(KINDS)}", param_hint="--kind")
    questions = questions_of(library, limit, kinds, lambda knowledge: read_dropped(knowledge.path))
    answerer = answerer_from(read_settings(environment()), library)
    with click.progressbar(length=len(questions), label="asking", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        return ask_all(answerer, questions, lambda: bar.update(1))


def _mending(found: "Probe", library: "tuple[Knowledge, ...]") -> "Mapping[Path, tuple[Mending, ...]]":
    """Return the synonyms that mend several misses, for each file; they are asked for only where there is one file."""
    from bot.curation.probe import synonyms_that_mend
    from bot.settings import environment, read_settings

    if len(library) != 1:
        return {}
    settings = read_settings(environment())
    return {library[0].path: synonyms_that_mend(found, library[0], lambda knowledge: answerer_from(settings, [knowledge]))}


def _write(path: Path, taken: "Taken") -> None:
    """Write what was taken of a file: questions that were dropped beside it, and edits into it.

    An edit that cannot be made is told, and all others are made.

    Raises:
        KnowledgeError, OutputError: a file cannot be read or written; what was there is still there.
    """
    from bot.curation import drop
    from bot.curation.edit import save, single_manuscript

    if taken.dropped:
        drop(path, *taken.dropped)
        say(f"{path}: {len(taken.dropped)} dropped for good")
    if taken.edits:
        before = single_manuscript(path)  # as it is now: it may have been changed while the questions were gone through
        after, made = _edited(before, taken.edits)
        save(before, after.text)
        added, gone = _changed_lines(before.text, after.text)
        say(f"{path}: {made} of {len(taken.edits)} changes written, {added} lines more and {gone} fewer")


def _edited(before: "Manuscript", edits: "Iterable[Edit]") -> "tuple[Manuscript, int]":
    """Return a file with those of some edits that can be made, and how many they are."""
    from bot.curation.edit import edited
    from bot.errors import BotError

    edits = list(edits)
    try:
        return edited(before, edits), len(edits)
    except BotError:
        after, made = before, 0
    for edit in edits:
        try:
            after, made = edited(after, [edit]), made + 1
        except BotError as error:
            say(f"not written: {error}", error=True)
    return after, made


def _changed_lines(before: str, after: str) -> tuple[int, int]:
    """Return how many lines were added, and how many went."""
    from difflib import ndiff

    signs = [line[0] for line in ndiff(before.splitlines(), after.splitlines())]
    return signs.count("+"), signs.count("-")
