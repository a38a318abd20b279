"""What several verbs share: how they name the knowledge, what answers, and how text for programs is written."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

_LONG = 500  # wordings, half a second

if TYPE_CHECKING:
    from bot.answering import Answerer
    from bot.knowledge import Knowledge
    from bot.settings import Settings


class Verb(click.Command):
    """A command whose help calls the program as it was called."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the command's text."""
        self.help = as_called(self.help or "")
        super().format_help_text(ctx, formatter)


class VerbGroup(Verb, click.Group):
    """A command with commands of its own."""


def as_called(text: str) -> str:
    """Return a text for users with the program's name as it was called: “python -m bot” from a checkout."""
    return text.replace("onrecord ", f"{click.get_current_context().find_root().info_name} ")


FILE = click.Path(path_type=Path)
KNOWLEDGE = click.option(
    "--knowledge",
    metavar="PATH",
    type=FILE,
    help="A knowledge file, a .txt article, a folder of them, or the word example, for the article that comes with"
    " this program. Default: $KNOWLEDGE, else the folder knowledge/.",
)
"""The option of the verbs that answer questions."""
CURATED = click.option("--knowledge", metavar="PATH", type=FILE, help="A knowledge file, or the folder it is in.")
"""The option of the verbs that change or measure a knowledge file."""
KNOWLEDGE_PATH = click.argument("path", required=False, type=FILE)
"""The argument of the verbs that read knowledge and take nothing else."""


def build_answerer(knowledge: Path | None) -> "Answerer":
    """Return what answers from the knowledge at a path, or at the one that the settings name.

    Raises:
        KnowledgeError, SettingsError: the knowledge or a setting cannot be used.
    """
    from bot.knowledge import load
    from bot.settings import environment, knowledge_path, read_settings

    settings = read_settings(environment())
    return answerer_from(settings, load(knowledge_path(knowledge)))


def answerer_from(
    settings: "Settings", library: "Sequence[Knowledge]", around: Callable[[Iterable[str]], Iterable[str]] = iter
) -> "Answerer":
    """Return what answers from a library; `around` is put around the wordings that are gone through while an index is built."""
    from bot.answering import Answerer, Names
    from bot.settings import cache_folder

    return Answerer(
        library,
        cache_folder(),
        settings.false_answers,
        encoder=settings.encoder,
        progress=lambda texts: around(show_progress(texts)),
        called=Names(settings.name, settings.contact),
    )


def show_progress(texts: Sequence[str]) -> Iterable[str]:
    """Show in a terminal how far a long work on texts is; nothing in a pipe, and nothing of a short one."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    quiet = not console.is_terminal or len(texts) < _LONG
    return track(texts, "Reading the wordings", console=console, transient=True, disable=quiet)


def say(text: str, error: bool = False) -> None:
    """Write text for people; what a terminal would obey is shown, and not obeyed."""
    from bot.language import harmless

    click.echo(harmless(text), err=error)


def echo_utf8(text: str, nl: bool = True) -> None:
    """Write JSON for other programs, which is UTF-8 wherever it goes to and whatever the terminal's encoding, and flush."""
    from bot.language import harmless_json

    click.echo(harmless_json(text).encode("utf-8", "replace"), nl=nl)
