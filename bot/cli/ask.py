"""The reader's and the operator's verbs of the command line: ask, chat, prepare, run."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.shared import KNOWLEDGE, Verb, answerer_from, as_called, build_answerer, echo_utf8
from bot.cli.streams import require_input

if TYPE_CHECKING:
    from bot.answering import Answerer

# Commands import what they need when they run: a short answer must not wait for Discord's library.


@click.command(cls=Verb)
@KNOWLEDGE
@click.option("--json", "as_json", is_flag=True, help="Write the reply as one JSON object on one line.")
@click.option("--explain", is_flag=True, help="Also say why: the phrasing matched, the words, the runner-up.")
@click.option("--article", metavar="NAME", help="Ask this article alone, of several: its file's name or its title.")
@click.option("--stdin", is_flag=True, help="Read one question a line from standard input; needs --json.")
@click.option("--conversation", is_flag=True, help="With --stdin: lines are one conversation; an empty line begins another.")
@click.argument("question", nargs=-1)
def ask(
    knowledge: Path | None,
    as_json: bool,
    explain: bool,
    article: str | None,
    stdin: bool,
    conversation: bool,
    question: tuple[str, ...],
) -> None:
    """Answer one QUESTION; quotes around it are not needed.

    \b
    onrecord ask who came with Xi?
    onrecord ask --explain how much do they trade
    onrecord ask --knowledge article.txt when did it begin
    cat questions.txt | onrecord ask --json --stdin
    cat talk.txt | onrecord ask --json --stdin --conversation
    """
    if stdin and (question or not as_json):
        raise click.UsageError(as_called("--stdin reads the questions and needs --json: onrecord ask --json --stdin < FILE"))
    if conversation and not stdin:
        raise click.UsageError(as_called("--conversation needs --stdin: onrecord ask --json --stdin --conversation < FILE"))
    if not stdin and not question:
        raise click.UsageError(as_called("write the question after ask, such as: onrecord ask what treaty was renewed?"))
    if stdin:
        require_input()
    answerer = build_answerer(knowledge)
    if stdin:
        _answer_lines(answerer, article, conversation)
    elif as_json:
        from bot.surfaces.json import to_json

        echo_utf8(to_json(answerer.answer(" ".join(question), article)))
    else:
        from bot.surfaces.terminal import Terminal

        reply = answerer.answer(" ".join(question), article)
        Terminal(answerer).show(reply)
        if explain:
            Terminal(answerer).explain(reply)


def _answer_lines(answerer: "Answerer", article: str | None, conversation: bool) -> None:
    from bot.answering import exchange
    from bot.surfaces.json import to_json

    before = None
    for line in sys.stdin.buffer:
        question = line.decode("utf-8", "replace").rstrip("\r\n")
        if conversation and not question.strip():
            before = None
            continue
        reply = answerer.answer(question, article, before=before)
        before = exchange(reply, before) if conversation else None
        echo_utf8(to_json(reply))


@click.command(cls=Verb)
@KNOWLEDGE
def chat(knowledge: Path | None) -> None:
    """Ask one question after another; each may lean on the one before it ("and when?").

    :why explains the last reply, :topics lists what can be asked, :quit leaves.
    """
    from bot.surfaces.terminal import converse, terminal_reader

    require_input()
    converse(build_answerer(knowledge), terminal_reader())


@click.command(cls=Verb)
@KNOWLEDGE
def prepare(knowledge: Path | None) -> None:
    """Build the indexes now and keep them, so that no later start has to wait for that."""
    from bot.knowledge import load_all
    from bot.settings import environment, knowledge_path, read_settings

    answerer_from(read_settings(environment()), load_all(knowledge_path(knowledge)).knowledge).prepare()


@click.command(cls=Verb)
@KNOWLEDGE
def run(knowledge: Path | None) -> None:
    """Start the Discord bot; it stops on SIGINT (Ctrl+C) and SIGTERM, and loads its knowledge anew on SIGHUP.

    Settings come from the environment or the file .env: see .env.example.
    """
    from bot.surfaces.discord.process.signals import obey_before_the_start

    obey_before_the_start()

    from bot.errors import SettingsError
    from bot.settings import environment, knowledge_path, read_settings
    from bot.surfaces.discord.process.app import run as run_bot

    settings = read_settings(environment())
    if not settings.token:
        raise SettingsError("DISCORD_TOKEN: not set; copy the bot's token from the developer portal into .env")
    run_bot(settings, knowledge_path(knowledge), partial(answerer_from, settings))
