"""The curator's verbs of the command line: draft, check, evaluate, update, add, export, schema.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.shared import CURATED, FILE, Verb, build_answerer, echo_utf8, say

if TYPE_CHECKING:
    from bot.answering import Answerer
    from bot.curation.edit import Proposal
    from bot.curation.evaluate import Judged

_SHARE = click.FloatRange(0, 1)
_PATH = click.argument("path", required=False, type=FILE)


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
        entries = draft_entries(article, text, ENGLISH.lexicon, lambda: bar.update(1))
    write_draft(path, text, digest, entries)
    answered = sum(entry.sentence is not None for entry in entries)
    say(
        f"{path}: {answered} answered and {len(entries) - answered} unanswered entries drafted, "
        f"for {answered} of {sentences} sentences; check each, then remove its “draft: true”"
    )


@click.command(cls=Verb)
@_PATH
@click.option("--json", "as_json", is_flag=True, help="Write the result as one JSON object.")
@click.option("--report", metavar="OUT.html", type=FILE, help="Also write a page to read in a browser.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def check(path: Path | None, as_json: bool, report: Path | None, strict: bool) -> None:
    """Prove and lint the knowledge at PATH, a file or a folder; default: $KNOWLEDGE, else knowledge/.

    Each line tells a place (file:line:column), a rule, what is wrong and how to mend it. Exit code 0: nothing to mend,
    or warnings only; 1: errors, or with --strict warnings; 2: there is nothing to check.
    """
    from rich.console import Console

    from bot.curation import lines, to_json
    from bot.curation.check import check as run_checks
    from bot.curation.check import write_report
    from bot.settings import cache_folder, environment, knowledge_path, read_settings

    encoder = read_settings(environment()).encoder
    with Console(stderr=True).status("checking") as status:
        checked = run_checks(knowledge_path(path), cache_folder(), lambda step: status.update(f"{step} …"), encoder)
    if as_json:
        echo_utf8(to_json(checked))
    else:
        say("\n".join(lines(checked)))
    if report:
        write_report(checked, report)
    if checked.count("error") or (strict and checked.faults):
        sys.exit(1)


@click.command(cls=Verb)
@CURATED
@click.option("--json", "as_json", is_flag=True, help="Write every figure as one JSON object.")
@click.option("--report", metavar="OUT.html", type=FILE, help="Also write a page with plots.")
@click.option("--keep", is_flag=True, help="Keep the figures beside the knowledge file, where the bot's /about finds them.")
@click.option("--max-false", metavar="SHARE", type=_SHARE, help="Fall short if more questions than this get a false answer.")
@click.option("--min-right", metavar="SHARE", type=_SHARE, help="Fall short if fewer answerable ones than this are right.")
@click.argument("files", nargs=-1, required=True, type=FILE)
def evaluate(
    knowledge: Path | None, files: tuple[Path, ...], as_json: bool, report: Path | None, keep: bool, **bars: float | None
) -> None:
    """Score labelled questions: FILES hold one JSON object a line with id, kind, q, gold and must.

    kind is answerable, near_miss, false_premise or off_topic; gold names the sentences (S12) that answer the
    question; must lists groups of wordings of which each needs one in the reply. Questions that the knowledge
    holds word for word are told apart and do not count, because they prove nothing. Exit code 1: a bar that was
    named is not reached.

    \b
    onrecord evaluate --max-false 0.02 --min-right 0.85 questions.jsonl
    """
    from bot.curation.evaluate import keep_figures, shortfalls, show, summary, write_evaluation

    answerer, judged = _judged(knowledge, files)
    unseen = [one for one in judged if not one.in_file]
    if as_json:
        echo_utf8(json.dumps({"threshold": answerer.thresholds.answer, **summary(unseen)}))
    else:
        show(answerer, judged, sys.stdout.isatty())
    if report:
        write_evaluation(unseen, answerer.thresholds.answer, report)
    if keep:
        keep_figures(answerer, unseen)
    short = shortfalls(unseen, **bars)
    for line in short:
        say(line, error=True)
    if short:
        sys.exit(1)


def _judged(knowledge: Path | None, files: tuple[Path, ...]) -> "tuple[Answerer, tuple[Judged, ...]]":
    from bot.curation.evaluate import evaluate as judge
    from bot.curation.evaluate import read_questions

    questions = [question for file in files for question in read_questions(file)]
    answerer = build_answerer(knowledge)
    with click.progressbar(length=len(questions), label="asking", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        return answerer, judge(answerer, questions, lambda: bar.update(1))


@click.command(cls=Verb)
def schema() -> None:
    """Write the JSON Schema of knowledge files, which lets an editor check and complete them while you type."""
    from bot.knowledge import json_schema

    echo_utf8(json_schema(), nl=False)


@click.command(cls=Verb)
@click.argument("article", type=FILE)
@CURATED
@click.option("--dry-run", is_flag=True, help="Only tell; write nothing.")
def update(article: Path, knowledge: Path | None, dry_run: bool) -> None:
    """Take over a new revision of an article: ARTICLE is the pinned file, changed, or another file with the new text.

    Tells for each entry whether its passages stand, moved, changed or vanished; pins the new text and takes over what
    only moved. What changed or vanished stays as it is, and the file is refused until a person has mended it: then the
    exit code is 1.
    """
    from bot.curation import fault_line, standing_lines
    from bot.curation.edit import work_out
    from bot.settings import cache_folder, knowledge_path

    found = work_out(article, knowledge, knowledge_path(), cache_folder())
    if found is None:
        say(f"{article}: this is the text that is pinned; there is nothing to take over")
        return
    say("\n".join(standing_lines(found.standings)))
    if dry_run:
        say("Nothing was written.")
        sys.exit(1 if found.open else 0)
    found.write()
    faults = found.faults()
    for fault in faults:
        say(fault_line(fault))
    say(f"{found.manuscript.path}: pinned anew" + (", and refused until the above is mended" if faults else ""))
    if faults:
        sys.exit(1)


@click.command(cls=Verb)
@click.argument("question")
@click.option("--answer", default="", help="The approved answer; it needs --passage.")
@click.option("--note", default="", help="In place of --answer: what the article does not say.")
@click.option("--passage", "passages", multiple=True, help="The proof, copied from the article; may be given again.")
@click.option("--phrasing", "phrasings", multiple=True, help="Another wording of the question; may be given again.")
@click.option("--topic", default="", help="The heading under which the question is listed.")
@click.option("--id", "id_", default="", help="The entry's name; made from the question if left out.")
@click.option(
    "--near", multiple=True, metavar="ID=REASON", help="An entry asked in much the same words, and why both are needed."
)
@CURATED
def add(question: str, knowledge: Path | None, near: tuple[str, ...], **fields: Any) -> None:
    """Add an entry for QUESTION to a knowledge file, comments and order kept, and check it.

    An entry that would take a question from another one is refused, exit code 1, and shown with those questions; nothing
    is written then.

    \b
    onrecord add "What treaty was renewed?" --answer "The treaty of 2001." --passage "The two sides renewed the treaty."
    """
    from bot.curation.edit import Proposal

    if bool(fields["answer"]) == bool(fields["note"]) or (fields["answer"] and not fields["passages"]):
        raise click.UsageError("give --answer with --passage, or --note for what the article does not say")
    pairs = [reason.partition("=") for reason in near]
    if not all(id_ and reason for id_, _, reason in pairs):
        raise click.UsageError("write --near as ID=REASON, such as --near trade-volume='one asks how much, the other when'")
    reasons = tuple((id_, reason) for id_, _, reason in pairs)
    _add(Proposal(question=question, id=fields.pop("id_"), near=reasons, **fields), knowledge)


def _add(proposal: "Proposal", knowledge: Path | None) -> None:
    from rich.console import Console

    from bot.curation import addition_lines
    from bot.curation.edit import single_manuscript, try_out
    from bot.files import write
    from bot.settings import cache_folder, environment, knowledge_path, read_settings

    encoder = read_settings(environment()).encoder
    manuscript = single_manuscript(knowledge_path(knowledge))
    with Console(stderr=True).status("trying the entry out") as status:
        addition = try_out(manuscript, proposal, cache_folder(), lambda step: status.update(f"{step} …"), encoder)
    for line in addition_lines(addition):
        say(line)
    if addition.refused:
        say(f"{addition.id} was not added: reword it, or say with --near why both are needed", error=True)
        sys.exit(1)
    write(manuscript.path, addition.text)
    say(f"{manuscript.path}: {addition.id} was added")


@click.command(cls=Verb)
@_PATH
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

    text = FORMATS[format_]([knowledge for knowledge in load(knowledge_path(path)) if knowledge.entries])
    if output:
        write(output, text)
    else:
        echo_utf8(text, nl=False)
