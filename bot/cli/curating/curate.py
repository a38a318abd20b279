"""The verbs of the command line around a knowledge file: draft, export, schema.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import sys
from pathlib import Path

import click

from bot.cli.shared import FILE, KNOWLEDGE_PATH, Verb, echo_utf8, say


@click.command(cls=Verb)
@click.argument("article", type=FILE)
@click.option("--output", metavar="FILE", type=FILE, help="Default: beside the article, as NAME.yaml.")
def draft(article: Path, output: Path | None) -> None:
    """Draft a knowledge file for the text ARTICLE, in English, to start from.

    Every entry is marked “draft: true”, and the bot uses none until a person has removed that. A file that is there is
    never overwritten.
    """
    from bot.curation.draft import check_place, draft_entries, write_draft
    from bot.knowledge import read_article
    from bot.language import ENGLISH

    path = output or article.with_suffix(".yaml")
    check_place(path, article)
    text, digest = read_article(article)
    sentences = len(text.citable())
    with click.progressbar(length=sentences, label="drafting", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        entries = draft_entries(article, text, ENGLISH, lambda: bar.update(1))
    write_draft(path, text, digest, entries)
    answered = sum(entry.sentence is not None for entry in entries)
    cited = len({entry.sentence.number for entry in entries if entry.sentence})
    say(
        f"{path}: {answered} answered and {len(entries) - answered} unanswered entries drafted, "
        f"from {cited} of {sentences} sentences; check each, then remove its “draft: true”"
    )


@click.command(cls=Verb)
@KNOWLEDGE_PATH
@click.option("--format", "format_", type=click.Choice(["jsonld", "annotations", "jsonl"]), required=True, help="What to write.")
@click.option("--output", metavar="FILE", type=FILE, help="Where to; default: standard output.")
def export(path: Path | None, format_: str, output: Path | None) -> None:
    """Write the knowledge at PATH for other tools.

    jsonld is schema.org's NewsArticle and FAQPage, annotations the W3C Web Annotation model, jsonl one object an entry.
    """
    from bot.curation import FORMATS
    from bot.files import write
    from bot.knowledge import load
    from bot.settings import knowledge_path

    library = load(knowledge_path(path))
    for knowledge in library:
        if not knowledge.entries:
            why = "every entry is a draft" if knowledge.drafts else "nobody has curated it"
            say(f"{knowledge.path}: there is nothing to export: {why}", error=True)
    text = FORMATS[format_]([knowledge for knowledge in library if knowledge.entries])
    if output:
        write(output, text)
    else:
        echo_utf8(text, nl=False)


@click.command(cls=Verb)
def schema() -> None:
    """Write the JSON Schema of knowledge files, which lets an editor check and complete them while you type."""
    from bot.knowledge import json_schema

    echo_utf8(json_schema(), nl=False)
