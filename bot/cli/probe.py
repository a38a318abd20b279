"""The verb of the command line that tries a knowledge file with questions made from it: probe.

Like those of `bot.cli.ask` it imports what it needs when it runs.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.shared import KNOWLEDGE_PATH, Verb, answerer_from, echo_utf8

if TYPE_CHECKING:
    from bot.curation.probe import Probe


@click.command(cls=Verb)
@KNOWLEDGE_PATH
@click.option("--json", "as_json", is_flag=True, help="Write the result as one JSON object.")
@click.option("--kind", "kinds", multiple=True, help="Only this kind of question, such as name or synonym; may be given again.")
@click.option(
    "--limit", metavar="N", type=click.IntRange(1, 100), default=6, help="Traps and paraphrases of an entry; default 6."
)
def probe(path: Path | None, as_json: bool, kinds: tuple[str, ...], limit: int) -> None:
    """Ask the knowledge at PATH questions made from its answered entries, and show those that go wrong.

    A trap is a question that an entry does not answer, however near it is: another year, name or title, an opposite, who
    else, why. A paraphrase is an entry's question in other words. In a terminal each one that goes wrong is taken with one
    key, and the file is written at the end. Exit code 0: nothing goes wrong; 1: something does.

    \b
    onrecord probe knowledge/treaty.yaml
    """
    from bot.surfaces.terminal import show_probe

    found = _probed(path, kinds, limit)
    if as_json:
        echo_utf8(json.dumps(found.plain()))
    else:
        show_probe(found)
    if found.wrong:
        sys.exit(1)


def _probed(path: Path | None, kinds: tuple[str, ...], limit: int) -> "Probe":
    from bot.curation import read_dropped
    from bot.curation.probe import KINDS, questions_of
    from bot.curation.probe import probe as ask_all
    from bot.knowledge import load
    from bot.settings import environment, knowledge_path, read_settings

    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]} is no kind of question; the kinds are {', '.join(KINDS)}", param_hint="--kind")
    library = load(knowledge_path(path))
    questions = questions_of(library, limit, kinds, lambda knowledge: read_dropped(knowledge.path))
    answerer = answerer_from(read_settings(environment()), library)
    with click.progressbar(length=len(questions), label="asking", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        return ask_all(answerer, questions, lambda: bar.update(1))
