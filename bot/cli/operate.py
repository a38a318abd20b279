"""The operator's verbs of the command line, beside run: doctor, forget, journal.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import logging
import re
import sys

import click

from bot.cli.shared import Verb, VerbGroup

DAYS = click.option("--days", type=click.IntRange(1, 3650), default=30, show_default=True, help="How far back to look.")
"""The option of the verbs that read the journal."""
_USER = re.compile(r"<@!?(\d{1,19})>|(\d{1,19})", re.ASCII)


@click.command(cls=Verb)
@click.option("--offline", is_flag=True, help="Leave out what needs the network.")
def doctor(offline: bool) -> None:
    """Check this installation: settings, secrets, folders, knowledge, index, journal, and the way to Discord.

    Each line is a finding: ok, a note, or what is wrong, with how to mend it. Exit code 1: something is wrong.
    """
    from bot.cli.doctor import examine, show

    logging.getLogger("bot").addHandler(logging.NullHandler())  # what goes wrong is told once, by the findings
    if not show(examine(offline=offline)):
        sys.exit(1)


def _user(context: click.Context, _: click.Parameter, value: str) -> int:
    found = _USER.fullmatch(value.strip())
    if not found:
        raise click.BadParameter("write the user's id, such as 80351110224678912, or a mention of them, in quotes", context)
    return int(found[1] or found[2])


@click.command(cls=Verb)
@click.argument("user", callback=_user)
def forget(user: int) -> None:
    """Erase from the journal all that is kept of USER, by their Discord id or a mention.

    The bot may run meanwhile.
    """
    from bot.journal import open_journal
    from bot.settings import environment, read_settings

    logging.getLogger("bot").addHandler(logging.NullHandler())  # what goes wrong is told once, by the error
    settings = read_settings(environment())
    with open_journal(settings.journal_address, key=settings.journal_key) as journal:
        erased = journal.forget(user)
    click.echo(f"{erased} row{'' if erased == 1 else 's'} of user {user} erased from the journal.")


@click.group(cls=VerbGroup, invoke_without_command=True)
@DAYS
@click.pass_context
def journal(context: click.Context, days: int) -> None:
    """Tell what became of the questions of the last days, how answers were judged, and what members reported as wrong.

    The bot may run meanwhile.
    """
    if context.invoked_subcommand is None:
        _tell(days)


def _tell(days: int) -> None:
    from datetime import UTC, datetime, timedelta

    from bot.journal import open_journal
    from bot.settings import environment, read_settings
    from bot.surfaces.terminal import show_journal

    logging.getLogger("bot").addHandler(logging.NullHandler())
    settings, since = read_settings(environment()), datetime.now(UTC) - timedelta(days=days)
    with open_journal(settings.journal_address, key=settings.journal_key) as opened:
        show_journal(opened.questions(since), opened.votes(since), opened.reports(since))
