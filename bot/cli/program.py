"""The program: its verbs, and how it shows the errors a person is meant to read."""

import sys
from typing import Any

import click

from bot import __version__
from bot.cli import ask, operate
from bot.cli.curating import curate, desk, edit, learn, measure, probe
from bot.cli.shared import VerbGroup, say
from bot.cli.streams import secure_streams
from bot.errors import BotError


class _Program(VerbGroup):
    """Shows the errors a person is meant to read as plain lines, exit code 2, and no traceback."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Run the program; where the reader of its output has gone, it ends quietly."""
        secure_streams()
        try:
            return super().main(*args, **more)
        except BotError as error:
            say(str(error), error=True)
            sys.exit(2)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb; what was typed is shown harmless where it was typed wrong."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            from bot.language import harmless

            raise click.UsageError(harmless(error.format_message()), error.ctx) from None


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """Answer questions about a news article, on the record.

    Every answer was approved by a person and quotes the article word for word; what the article does not say is
    answered by saying so.

    \b
    Try:  onrecord ask what treaty was renewed?
          onrecord chat
    """


for _verb in (ask.ask, ask.chat, ask.prepare, ask.run):
    main.add_command(_verb)
for _verb in (operate.doctor, operate.forget, operate.journal, learn.suggest):
    main.add_command(_verb)
for _verb in (measure.check, measure.evaluate, curate.draft, curate.export, curate.schema):
    main.add_command(_verb)
for _verb in (edit.add, edit.sentences, edit.update, edit.wordings, edit.write_out, desk.desk):
    main.add_command(_verb)
main.add_command(probe.probe)
operate.journal.add_command(learn.report)
