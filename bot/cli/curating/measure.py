"""The verbs of the command line that tell how good a knowledge file is: check, evaluate.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.shared import CURATED, FILE, KNOWLEDGE_PATH, Verb, as_called, build_answerer, echo_utf8, say

if TYPE_CHECKING:
    from bot.answering import Answerer
    from bot.curation.evaluate import Judged

_SHARE = click.FloatRange(0, 1)


@click.command(cls=Verb)
@KNOWLEDGE_PATH
@click.option("--json", "as_json", is_flag=True, help="Write the result as one JSON object.")
@click.option("--report", metavar="OUT.html", type=FILE, help="Also write a page to read in a browser.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option("--rule", "rules", metavar="NAME", multiple=True, help="List the warnings of this rule alone; may be given again.")
def check(path: Path | None, as_json: bool, report: Path | None, strict: bool, rules: tuple[str, ...]) -> None:
    """Prove and lint the knowledge at PATH, a file or a folder; default: $KNOWLEDGE, else knowledge/.

    The figures come first, then what is new since the last check of the file, then what was known. Each line tells a
    place (file:line:column), a rule, what is wrong and how to mend it; many warnings of one rule are told as their number,
    errors always one by one. --json holds everything, whatever --rule says.

    Exit code 0: nothing to mend, or warnings only; 1: errors, or with --strict warnings; 2: there is nothing to check.
    """
    from rich.console import Console

    from bot.curation import lines, to_json
    from bot.curation.check import RULES, read_news, record, write_report
    from bot.curation.check import check as run_checks
    from bot.curation.probe import quick_probe
    from bot.settings import cache_folder, environment, knowledge_path, read_settings

    if unknown := [rule for rule in rules if rule not in RULES]:
        raise click.UsageError(f"--rule {unknown[0]}: there is no such rule; name one of {', '.join(RULES)}")
    encoder = read_settings(environment()).encoder
    with Console(stderr=True).status("checking") as status:
        checked = run_checks(knowledge_path(path), cache_folder(), lambda step: status.update(f"{step} …"), encoder)
        status.update("asking a few traps and paraphrases …")
        probes = [quick_probe(corpus.answerer) for corpus in checked.corpora]
    news = read_news(checked, cache_folder())
    if as_json:
        echo_utf8(to_json(checked, news, probes))
    else:
        say(as_called("\n".join(lines(checked, news, rules, probes))))
        if not rules:  # what was not shown is still news the next time
            record(checked, cache_folder())
    if report:
        write_report(checked, report)
    if checked.count("error") or (strict and checked.faults):
        sys.exit(1)


@click.command(cls=Verb)
@CURATED
@click.option("--json", "as_json", is_flag=True, help="Write every figure as one JSON object.")
@click.option("--misses", is_flag=True, help="List every miss with the entry nearest to it, not the worst ones alone.")
@click.option("--report", metavar="OUT.html", type=FILE, help="Also write a page with plots.")
@click.option("--keep", is_flag=True, help="Keep the figures beside the knowledge file, where the bot's /about finds them.")
@click.option("--max-false", metavar="SHARE", type=_SHARE, help="Fall short if more questions than this get a false answer.")
@click.option("--min-right", metavar="SHARE", type=_SHARE, help="Fall short if fewer answerable ones than this are right.")
@click.argument("files", nargs=-1, required=True, type=FILE)
def evaluate(
    knowledge: Path | None,
    files: tuple[Path, ...],
    as_json: bool,
    misses: bool,
    report: Path | None,
    keep: bool,
    **bars: float | None,
) -> None:
    """Score labelled questions: FILES, or folders of them, that end in .txt or .jsonl.

    A .txt file has a question a line: “? QUESTION = S12,S20-S22” where those sentences of the article answer it, “? QUESTION”
    where it is answered and any answer counts as right (told apart as answered), “! QUESTION” where the article does not
    answer it, “#” before a comment.

    A .jsonl file has one JSON object a line with id, kind, q, gold and must: kind is answerable, near_miss, false_premise
    or off_topic; gold names the sentences that answer the question; must lists groups of wordings of which each needs one
    in the reply.

    Questions that the knowledge holds word for word are told apart and do not count, because they prove nothing; one that is
    asked twice counts twice, and is told. Exit code 1: a bar that was named is not reached, or has nothing to measure.

    \b
    onrecord evaluate --max-false 0.02 --min-right 0.85 questions.txt
    """
    from bot.curation.evaluate import keep_figures, shortfalls, show, summary, write_evaluation
    from bot.curation.evaluate import misses as list_misses

    answerer, judged = _judged(knowledge, files)
    unseen = [one for one in judged if not one.in_file]
    if as_json:
        echo_utf8(json.dumps({"threshold": answerer.thresholds.answer, **summary(unseen), "misses": list_misses(unseen)}))
    else:
        show(answerer, judged, sys.stdout.isatty(), misses)
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
    from bot.curation.evaluate import read_all, repeated

    questions = read_all(files)
    for line in repeated(questions):
        say(line, error=True)
    answerer = build_answerer(knowledge)
    with click.progressbar(length=len(questions), label="asking", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        return answerer, judge(answerer, questions, lambda: bar.update(1))
