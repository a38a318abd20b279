"""What several verbs share: how they name the knowledge, what answers, and how text for programs is written."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.answering import Answerer

FILE = click.Path(path_type=Path)
KNOWLEDGE = click.option(
    "--knowledge",
    metavar="PATH",
    type=FILE,
    help="A knowledge file, a .txt article, or a folder of them. Default: $KNOWLEDGE, else the folder knowledge/.",
)
"""The option of the verbs that answer questions."""
CURATED = click.option("--knowledge", metavar="PATH", type=FILE, help="A knowledge file, or the folder it is in.")
"""The option of the verbs that change or measure a knowledge file."""


def build_answerer(knowledge: Path | None) -> "Answerer":
    """Return what answers from the knowledge at a path, or at the one that the settings name.

    Raises:
        KnowledgeError, SettingsError: the knowledge or a setting cannot be used.
    """
    from bot.answering import Answerer
    from bot.knowledge import load
    from bot.settings import cache_folder, environment, knowledge_path, read_settings

    target = read_settings(environment()).false_answers
    return Answerer(load(knowledge or knowledge_path()), cache_folder(), target)


def echo_utf8(text: str, nl: bool = True) -> None:
    """Write text for other programs, which is UTF-8 wherever it goes to and whatever the terminal's encoding, and flush."""
    click.echo(text.encode("utf-8", "replace"), nl=nl)
