"""The curator's verbs of the command line: check and schema. Like `bot.cli` they import what they need when they run."""

import sys
from pathlib import Path

import click

_PATH = click.argument("path", required=False, type=click.Path(path_type=Path))


@click.command()
@_PATH
@click.option("--json", "as_json", is_flag=True, help="Write the result as one JSON object.")
@click.option("--report", metavar="OUT.html", type=click.Path(path_type=Path), help="Also write a page to read in a browser.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def check(path: Path | None, as_json: bool, report: Path | None, strict: bool) -> None:
    """Prove and lint the knowledge at PATH, a file or a folder; default: $KNOWLEDGE, else knowledge/.

    Each line tells a place (file:line:column), a rule, what is wrong and how to mend it. Exit code 0: nothing to mend,
    or warnings only; 1: errors, or with --strict warnings; 2: there is nothing to check.
    """
    from rich.console import Console

    from bot.curation.checks import check as run_checks
    from bot.curation.telling import lines, to_json
    from bot.settings import cache_folder, knowledge_path

    with Console(stderr=True).status("checking") as status:
        checked = run_checks(path or knowledge_path(), cache_folder(), lambda step: status.update(f"{step} …"))
    click.echo(to_json(checked) if as_json else "\n".join(lines(checked)))
    if report:
        from bot.curation.report import write_report

        write_report(checked, report)
    if checked.count("error") or (strict and checked.faults):
        sys.exit(1)


@click.command()
def schema() -> None:
    """Write the JSON Schema of knowledge files, which lets an editor check and complete them while you type."""
    from bot.knowledge.json_schema import json_schema

    click.echo(json_schema(), nl=False)
