"""The verb of the command line that opens the desk: the curator's pages in a browser."""

import webbrowser
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from bot.cli.shared import KNOWLEDGE, Verb, answerer_from, say


@click.command(cls=Verb)
@KNOWLEDGE
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port; 0 for any that is free.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen at; any but this machine's needs a token."
)
@click.option(
    "--questions",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    multiple=True,
    metavar="FILE",
    help="Labelled questions to replay before a change is written; may be given several times.",
)
@click.option("--open", "open_", is_flag=True, help="Open the desk in a browser.")
def desk(knowledge: Path | None, port: int, host: str, questions: tuple[Path, ...], open_: bool) -> None:
    """Curate in a browser: ask and see why, learn from what was asked, build the file of a new article.

    Only this machine can reach it, unless --host says otherwise; then the address it prints holds a token. It ends on
    Ctrl+C.
    """
    from bot.errors import KnowledgeError
    from bot.journal import open_journal
    from bot.settings import cache_folder, environment, knowledge_path, read_settings
    from bot.surfaces.web.desk import Desk, Gate, Shelf, serve

    settings = read_settings(environment())
    parts = Desk(
        shelf=Shelf(knowledge_path(knowledge), partial(answerer_from, settings)),
        open_journal=partial(open_journal, settings.journal_address, key=settings.journal_key),
        texts=settings.journal_questions == "on",
        cache=cache_folder(),
        encoder=settings.encoder,
        questions=questions,
    )

    for name in parts.shelf.names()[:1]:  # the first page must not wait for an index
        with suppress(KnowledgeError):  # its page says what is wrong
            parts.shelf.open(name).answerer.prepare()

    def listening(address: str) -> None:
        say(f"The desk is at {address} (Ctrl+C ends it)")
        if open_:
            webbrowser.open(address)

    serve(parts, Gate.at(host), port, listening)
