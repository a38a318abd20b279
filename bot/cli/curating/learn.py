"""The verbs of the command line that learn from the journal: suggest, journal report.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import json
import logging
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.operate import DAYS
from bot.cli.shared import CURATED, FILE, Verb, answerer_from, echo_utf8, say

if TYPE_CHECKING:
    from bot.answering import Answerer
    from bot.curation.learn import Asked, Filters, Lesson, OpenQuestion, Way
    from bot.curation.replay import Replayable, Replayed
    from bot.knowledge import Manuscript
    from bot.settings import Settings


@click.command(cls=Verb)
@CURATED
@DAYS
@click.option("--labelled", metavar="FILE", multiple=True, type=FILE, help="Labelled questions that are replayed too.")
@click.option("--commit", is_flag=True, help="Make a commit of the knowledge file, where its folder is a git repository.")
@click.option("--json", "as_json", is_flag=True, help="Only write the suggestions, one JSON object a line.")
def suggest(knowledge: Path | None, days: int, labelled: tuple[Path, ...], commit: bool, as_json: bool) -> None:
    """Go through what was asked without an answer, and teach it: as a wording, an unanswered entry or a new answer.

    In a terminal each group of questions takes one key. At the end you see which replies would change, and nothing is
    written before you say so. Elsewhere the suggestions are listed. The journal must keep the texts of questions
    (JOURNAL_QUESTIONS=on).
    """
    from bot.curation.edit import single_manuscript
    from bot.curation.evaluate import read_questions
    from bot.curation.learn import Filters, plain_lesson
    from bot.settings import environment, knowledge_path, read_settings
    from bot.surfaces.terminal.learning import show_lessons

    settings, given = read_settings(environment()), [one for file in labelled for one in read_questions(file)]
    manuscript = single_manuscript(knowledge_path(knowledge))
    asked = asked_of(settings, Filters(days=days))
    answerer = answerer_from(settings, [manuscript.knowledge])
    found = _lessons(asked.unanswered, answerer, settings)
    if as_json:
        for lesson in found:
            echo_utf8(json.dumps(plain_lesson(lesson), ensure_ascii=False))
    elif sys.stdin.isatty() and sys.stdout.isatty() and asked.with_text:
        _go_through(found, manuscript, answerer, given, commit)
    else:
        show_lessons(asked, found)


def asked_of(settings: "Settings", filters: "Filters") -> "Asked":
    """Return what the journal of the settings holds.

    Raises:
        JournalError: it cannot be opened or read.
    """
    from bot.curation.learn import read_asked
    from bot.journal import open_journal

    logging.getLogger("bot").addHandler(logging.NullHandler())  # what goes wrong is told once, by the error
    with open_journal(settings.journal_address, key=settings.journal_key) as journal:
        return read_asked(journal, filters, datetime.now(UTC))


def _lessons(questions: "Sequence[OpenQuestion]", answerer: "Answerer", settings: "Settings") -> "tuple[Lesson, ...]":
    from bot.curation import read_dropped
    from bot.curation.learn import group, lessons, unsettled
    from bot.language import load_pack
    from bot.matching import load_encoder
    from bot.settings import cache_folder

    [knowledge] = answerer.library
    pack, encoder = load_pack(knowledge.article.language), load_encoder(settings.encoder, cache_folder())
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=len(questions), label="asking again", file=sys.stderr, hidden=hidden) as bar:
        left = tuple(unsettled(questions, answerer, read_dropped(knowledge.path), lambda: bar.update(1)))
    with click.progressbar(length=2 * len(left), label="looking for ways", file=sys.stderr, hidden=hidden) as bar:
        return lessons(group(left, pack, encoder, lambda: bar.update(1)), answerer, lambda: bar.update(1))


def _go_through(
    found: "Sequence[Lesson]", manuscript: "Manuscript", answerer: "Answerer", given: "Sequence[Replayable]", commit: bool
) -> None:
    from bot.curation import drop
    from bot.surfaces.terminal.learning import review

    reviewed = review(found, click.getchar, click.edit)
    if reviewed.dropped:
        drop(manuscript.path, *reviewed.dropped)
        say(f"{manuscript.path}: {len(reviewed.dropped)} dropped for good")
    if reviewed.taken:
        learn(reviewed.taken, manuscript, answerer, given, commit)
    else:
        say("Nothing was taken, and nothing is written.")


def learn(
    taken: "Sequence[Way]", manuscript: "Manuscript", answerer: "Answerer", given: "Sequence[Replayable]", commit: bool
) -> None:
    """Show what the ways that were taken would change, and write them once a person says so.

    Raises:
        KnowledgeError, OutputError: the file cannot be changed so, or was changed meanwhile; nothing is written then.
    """
    from bot.curation import counted
    from bot.curation.edit import edited, save
    from bot.curation.learn import learned, supported
    from bot.surfaces.terminal.learning import show_replayed

    found = [supported(manuscript, way) for way in taken]
    for fault in (fault for _, faults in found for fault in faults):
        say(f"{fault.what}; it is added as a draft, which the bot does not use", error=True)
    after = edited(manuscript, [edit for edits, _ in found for edit in edits])
    show_replayed(_replayed(manuscript, after, answerer, given))
    _show_diff(manuscript, after)
    if not click.confirm(f"Write this to {manuscript.path}?"):
        say("Nothing is written.")
        return
    save(manuscript, after.text)
    say(f"{manuscript.path}: {counted(learned(taken), 'question')} learned")
    if commit:
        _commit(manuscript.path, learned(taken))


def _replayed(before: "Manuscript", after: "Manuscript", answerer: "Answerer", given: "Sequence[Replayable]") -> "Replayed":
    from bot.curation.replay import Voice, replay, wordings_of
    from bot.settings import environment, read_settings

    changed = answerer_from(read_settings(environment()), [after.knowledge])
    questions = [*wordings_of([before.knowledge], [after.knowledge]), *given]
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=len(questions), label="asking before and after", file=sys.stderr, hidden=hidden) as bar:
        return replay(Voice(answerer), Voice(changed), questions, lambda: bar.update(1))


def _show_diff(before: "Manuscript", after: "Manuscript") -> None:
    from difflib import unified_diff

    name = str(before.path)
    for line in unified_diff(before.text.splitlines(), after.text.splitlines(), name, name, lineterm=""):
        say(line)


def _commit(path: Path, count: int) -> None:
    from bot.curation import counted
    from bot.curation.edit import commit_file, is_in_git

    if is_in_git(path):
        name = commit_file(path, f"Learn {counted(count, 'question')} that readers asked")
        say(f"{path}: committed as {name}")
    else:
        say(f"{path}: not committed, because its folder is no git repository", error=True)


@click.command(cls=Verb)
@DAYS
@click.option("--out", metavar="FILE.html", type=FILE, help="Write a page to read in a browser, with plots.")
@click.option("--csv", "table", metavar="FILE.csv", type=FILE, help="Write the questions as a table.")
@click.option("--outcome", default="", help="Only questions with this outcome, such as unclear.")
@click.option("--surface", default="", help="Only questions that were asked there, such as slash.")
@click.option("--entry", default="", help="Only what this entry replied to.")
@click.option("--containing", default="", help="Only questions that have this in their text.")
def report(days: int, out: Path | None, table: Path | None, **filters: str) -> None:
    """Tell what was asked: outcomes, days, how long it took, what got no answer, what was voted down or reported.

    \b
    onrecord journal report --days 7 --out report.html
    """
    from bot.curation.learn import Filters, group, write_csv, write_report
    from bot.language import ENGLISH
    from bot.matching import load_encoder
    from bot.settings import cache_folder, environment, read_settings
    from bot.surfaces.terminal.learning import show_asked

    settings = read_settings(environment())
    asked = asked_of(settings, Filters(days=days, **filters))
    encoder = load_encoder(settings.encoder, cache_folder()) if asked.unanswered else None
    groups = group(asked.unanswered, ENGLISH, encoder)
    show_asked(asked, groups)
    if table:
        write_csv(asked.questions, table)
        say(f"{table}: {len(asked.questions)} questions")
    if out:
        write_report(asked, groups, out)
        say(f"{out}: written")
